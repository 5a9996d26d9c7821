import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";
import { resourceTypes } from "../resource-types";
import type { ModuleSchema, ObjectType, ResourceSchema, TypeExpression } from "./types";

/**
 * Derives the schema of the resources under `resource-types.ts` from the type definitions of the installed
 * `@pulumi/azure-native`. Run as a program it writes `<module>.json` beside itself; a test compares those files with
 * what this function returns, so that they follow the SDK.
 */
export function generateSchemas(): Map<string, ModuleSchema> {
  const sdk = path.dirname(require.resolve("@pulumi/azure-native/package.json"));
  const read = (file: string) => fs.readFileSync(path.join(sdk, file), "utf8");
  // A module without enums has no enum file.
  const readIfThere = (file: string) => (fs.existsSync(path.join(sdk, file)) ? read(file) : "");
  const inputs = read("types/input.d.ts");
  const outputs = read("types/output.d.ts");
  const schemas = new Map<string, ModuleSchema>();
  for (const module of new Set(resourceTypes.map((type) => type.module))) {
    const generator = new ModuleGenerator(
      declarations(namespaceText(inputs, module)),
      declarations(namespaceText(outputs, module)),
      declarations(readIfThere(`types/enums/${module}/index.d.ts`)),
    );
    const resources: Record<string, ResourceSchema> = {};
    for (const { name } of resourceTypes.filter((type) => type.module === module)) {
      resources[name] = generator.resource(
        name,
        read(`${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}.d.ts`),
      );
    }
    schemas.set(module, generator.finish(resources));
  }
  return schemas;
}

/** The text of a schema file: one resource, type or enum a line. */
export function formatSchema(schema: ModuleSchema): string {
  const section = (entries: object) =>
    Object.entries(entries)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(",\n");
  const sections = Object.entries(schema).map(([name, entries]) => `  "${name}": {\n${section(entries)}\n  }`);
  return `{\n${sections.join(",\n")}\n}\n`;
}

/** How the REST specifications' common type `TrackedResource` documents its location. */
const trackedLocation = "The geo-location where the resource lives";

/** What an SDK type file declares, by name. */
interface Declarations {
  readonly interfaces: ReadonlyMap<string, ts.InterfaceDeclaration>;
  readonly classes: ReadonlyMap<string, ts.ClassDeclaration>;
  readonly variables: ReadonlyMap<string, ts.VariableDeclaration>;
}

class ModuleGenerator {
  readonly #inputTypes = new Map<string, ObjectType>();
  readonly #outputTypes = new Map<string, ObjectType>();
  readonly #enums = new Map<string, readonly string[]>();

  constructor(
    private readonly inputs: Declarations,
    private readonly outputs: Declarations,
    private readonly enums: Declarations,
  ) {}

  resource(name: string, text: string): ResourceSchema {
    const { classes, interfaces } = declarations(text);
    const args = found(interfaces.get(`${name}Args`), `interface ${name}Args`);
    const resourceClass = found(classes.get(name), `class ${name}`);
    const [, apiVersion] = found(
      /Uses Azure REST API version ([\w-]+)/.exec(text) ?? undefined,
      `API version of ${name}`,
    );
    const outputs: Record<string, TypeExpression> = {};
    let tracked = false;
    for (const member of resourceClass.members) {
      if (!ts.isPropertyDeclaration(member) || member.type === undefined) continue;
      outputs[member.name.getText()] = this.#type(member.type);
      tracked ||= member.getFullText().includes(trackedLocation);
    }
    const inputs = this.#object(args.members);
    return {
      apiVersion: found(apiVersion, `API version of ${name}`),
      // Where a location can't be given, Azure shows that of the parent.
      ...(tracked && inputs.properties.location !== undefined && { tracked }),
      inputs,
      outputs: { properties: sorted(outputs) },
    };
  }

  finish(resources: Record<string, ResourceSchema>): ModuleSchema {
    return {
      resources: sorted(resources),
      inputTypes: sorted(Object.fromEntries(this.#inputTypes)),
      outputTypes: sorted(Object.fromEntries(this.#outputTypes)),
      enums: sorted(Object.fromEntries(this.#enums)),
    };
  }

  #object(members: ts.NodeArray<ts.TypeElement>): ObjectType {
    const properties: Record<string, TypeExpression> = {};
    const required: string[] = [];
    for (const member of members) {
      if (!ts.isPropertySignature(member) || member.type === undefined) continue;
      const name = member.name.getText();
      properties[name] = this.#type(member.type);
      if (member.questionToken === undefined) required.push(name);
    }
    return required.length === 0
      ? { properties: sorted(properties) }
      : { properties: sorted(properties), required: required.sort() };
  }

  #type(node: ts.TypeNode): TypeExpression {
    if (ts.isParenthesizedTypeNode(node)) return this.#type(node.type);
    if (ts.isArrayTypeNode(node)) return `${grouped(this.#type(node.elementType))}[]`;
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return `'${node.literal.text}'`;
    if (ts.isUnionTypeNode(node)) return this.#union(node);
    if (ts.isTypeLiteralNode(node)) {
      const [index] = node.members;
      if (index !== undefined && ts.isIndexSignatureDeclaration(index)) return `${grouped(this.#type(index.type))}{}`;
    }
    if (ts.isTypeReferenceNode(node)) return this.#reference(node);
    const keyword = node.getText();
    if (["string", "number", "boolean", "any"].includes(keyword)) return keyword;
    throw new Error(`The offline Azure's schema has no word for the type ${keyword}`);
  }

  #union(node: ts.UnionTypeNode): TypeExpression {
    const alternatives = node.types.filter((type) => type.kind !== ts.SyntaxKind.UndefinedKeyword);
    const expressions = new Set(alternatives.map((type) => this.#type(type)));
    // An enum of the SDK is written `string | enums.Name`, because newer services may know more values.
    if ([...expressions].some((expression) => expression.startsWith("enum "))) expressions.delete("string");
    return [...expressions].join("|");
  }

  #reference(node: ts.TypeReferenceNode): TypeExpression {
    const name = node.typeName.getText();
    const [argument] = node.typeArguments ?? [];
    if ((name === "pulumi.Input" || name === "pulumi.Output") && argument !== undefined) return this.#type(argument);
    const simple = name.slice(name.lastIndexOf(".") + 1);
    if (name.startsWith("enums.")) return this.#enum(simple);
    if (name.startsWith("inputs.")) {
      const key = simple.replace(/Args$/, "");
      this.#describe(this.#inputTypes, key, this.inputs.interfaces.get(simple));
      return `#${key}`;
    }
    if (name.startsWith("outputs.")) {
      this.#describe(this.#outputTypes, simple, this.outputs.interfaces.get(simple));
      return `#${simple}`;
    }
    if (name.startsWith("pulumi.asset.")) return "any";
    throw new Error(`The offline Azure's schema has no word for the type ${name}`);
  }

  #describe(types: Map<string, ObjectType>, key: string, declaration: ts.InterfaceDeclaration | undefined): void {
    if (types.has(key)) return;
    // Set before it is filled, because types refer to themselves (an error's details are errors).
    types.set(key, { properties: {} });
    types.set(key, this.#object(found(declaration, `interface ${key}`).members));
  }

  #enum(name: string): TypeExpression {
    if (!this.#enums.has(name)) {
      const literal = found(this.enums.variables.get(name), `enum ${name}`).type;
      const values: string[] = [];
      if (literal !== undefined && ts.isTypeLiteralNode(literal)) {
        for (const member of literal.members) {
          if (!ts.isPropertySignature(member) || member.type === undefined) continue;
          if (ts.isLiteralTypeNode(member.type) && ts.isStringLiteral(member.type.literal)) {
            values.push(member.type.literal.text);
          }
        }
      }
      this.#enums.set(name, values);
    }
    return `enum ${name}`;
  }
}

function grouped(expression: TypeExpression): TypeExpression {
  return expression.includes("|") ? `(${expression})` : expression;
}

/** The 8 MB of a type file hold two hundred namespaces; parsing the one that is needed takes milliseconds. */
function namespaceText(text: string, module: string): string {
  const start = text.indexOf(`export declare namespace ${module} {`);
  return text.slice(start, text.indexOf("\n}\n", start) + 3);
}

function declarations(text: string): Declarations {
  const interfaces = new Map<string, ts.InterfaceDeclaration>();
  const classes = new Map<string, ts.ClassDeclaration>();
  const variables = new Map<string, ts.VariableDeclaration>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node);
    else if (ts.isClassDeclaration(node) && node.name !== undefined) classes.set(node.name.text, node);
    else if (ts.isVariableDeclaration(node)) variables.set(node.name.getText(), node);
    else ts.forEachChild(node, visit);
  };
  ts.forEachChild(ts.createSourceFile("sdk.d.ts", text, ts.ScriptTarget.ES2022, true), visit);
  return { interfaces, classes, variables };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The installed @pulumi/azure-native has no ${what}`);
  return value;
}

if (require.main === module) {
  for (const [name, schema] of generateSchemas()) {
    fs.writeFileSync(path.join(__dirname, `${name}.json`), formatSchema(schema));
  }
}
