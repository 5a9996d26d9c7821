import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** The folder of the stacks of the rules. */
export const stacksFolder = join(__dirname, "..", "..", "examples", "rules", "stacks");

/** What a rule's file in the examples declares. */
export interface StackTexts {
  /** The stack that meets the rule. */
  readonly met: StackText;
  /** The stack that breaks it. */
  readonly broken: StackText;
  /** The stack that meets it with components of this package; absent where there is none. */
  readonly component?: StackText;
}

/** A function of the file, with what else of the file it uses. */
export interface StackText {
  readonly text: string;
  /** The components of this package that it uses. */
  readonly components: readonly string[];
  /** The files beside `stacks` that have functions or arguments it uses, such as `fleet.ts`. */
  readonly shared: readonly string[];
}

/** A declaration of a file, beside its imports. */
interface Declaration {
  readonly names: readonly string[];
  /** Its text with the comment and the blank line before it, if any. */
  readonly text: string;
  /** The identifiers in it, those of its own among them. */
  readonly uses: ReadonlySet<string>;
}

/** Reads the stacks of a rule. */
export function stackTexts(rule: string): StackTexts {
  const text = readFileSync(join(stacksFolder, `${rule}.ts`), "utf8");
  const file = ts.createSourceFile(`${rule}.ts`, text, ts.ScriptTarget.ES2022, true);
  const imports = file.statements.filter((each) => ts.isImportDeclaration(each));
  const declarations = file.statements.filter((each) => !ts.isImportDeclaration(each)).map(declaration);
  const shown = (name: string): StackText | undefined => {
    const used = using(name, declarations);
    if (used.length === 0) return undefined;
    const identifiers = new Set(used.flatMap(({ uses }) => [...uses]));
    const imported = imports.map((each) => namedIn(each, identifiers));
    return {
      text: used
        .map((each) => each.text)
        .join("")
        .trim(),
      components: imported.flatMap(({ from, names }) => (from === "pulumi-azure-update-manager" ? names : [])),
      shared: imported.flatMap(({ from, names }) =>
        from.startsWith("../") && names.length > 0 ? [`${from.slice("../".length)}.ts`] : [],
      ),
    };
  };
  const [met, broken, component] = [shown("met"), shown("broken"), shown("component")];
  if (met === undefined || broken === undefined) throw new Error(`${rule}.ts declares no met or no broken.`);
  return { met, broken, ...(component && { component }) };
}

/** Where an import is from, and which of its names are among those given. */
function namedIn(statement: ts.ImportDeclaration, identifiers: ReadonlySet<string>) {
  const from = ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : "";
  const bindings = statement.importClause?.namedBindings;
  const all = bindings === undefined ? [] : ts.isNamedImports(bindings) ? bindings.elements : [bindings];
  return { from, names: all.map(({ name }) => name.text).filter((name) => identifiers.has(name)) };
}

/** A function and all that it uses, in the order of the file; nothing where there is no such function. */
function using(name: string, declarations: readonly Declaration[]): readonly Declaration[] {
  const wanted = new Set<Declaration>();
  const want = (identifier: string): void => {
    for (const each of declarations) {
      if (wanted.has(each) || !each.names.includes(identifier)) continue;
      wanted.add(each);
      each.uses.forEach(want);
    }
  };
  want(name);
  return declarations.filter((each) => wanted.has(each));
}

function declaration(statement: ts.Statement): Declaration {
  const uses = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isPropertyName(node)) uses.add(node.text);
    node.forEachChild(visit);
  };
  visit(statement);
  return { names: namesOf(statement), text: statement.getFullText().trimEnd(), uses };
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  return ts.isFunctionDeclaration(statement) && statement.name !== undefined ? [statement.name.text] : [];
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}
