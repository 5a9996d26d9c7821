/**
 * The type of a property, in one short string so that the schema files stay readable in a diff:
 *
 * - `string`, `number`, `boolean`, `any`: as they say;
 * - `enum Name`: one of the values of the module's enum `Name`;
 * - `#Name`: an object, described under the module's `inputTypes` or `outputTypes`;
 * - `'text'`: the constant `text`;
 * - `T[]`: a list of `T`; `T{}`: an object of any keys with values of `T`;
 * - `A|B`: any of the alternatives.
 */
export type TypeExpression = string;

/** The properties of an object; `required` names those that an input must have. */
export interface ObjectType {
  readonly properties: Readonly<Record<string, TypeExpression>>;
  readonly required?: readonly string[];
}

/** A resource as the SDK's class and its argument interface describe it. */
export interface ResourceSchema {
  /** The API version that the SDK's default version of the resource talks to. */
  readonly apiVersion: string;
  /**
   * Whether the resource is a `TrackedResource` of the REST specifications' common types: its location is required
   * and can't be updated (Azure/azure-rest-api-specs specification/common-types/resource-management/v5/types.json).
   */
  readonly tracked?: boolean;
  readonly inputs: ObjectType;
  readonly outputs: ObjectType;
}

/** One module of the SDK (`compute`, `network`, ...), cut down to the resources that the offline Azure knows. */
export interface ModuleSchema {
  readonly resources: Readonly<Record<string, ResourceSchema>>;
  readonly inputTypes: Readonly<Record<string, ObjectType>>;
  readonly outputTypes: Readonly<Record<string, ObjectType>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

/** A {@link TypeExpression} taken apart. */
export type Type =
  | { readonly kind: "string" | "number" | "boolean" | "any" }
  | { readonly kind: "enum"; readonly name: string }
  | { readonly kind: "object"; readonly name: string }
  | { readonly kind: "constant"; readonly value: string }
  | { readonly kind: "list" | "map"; readonly element: Type }
  | { readonly kind: "union"; readonly alternatives: readonly Type[] };

const parsed = new Map<TypeExpression, Type>();

/** Takes a type expression apart. */
export function parseType(expression: TypeExpression): Type {
  const known = parsed.get(expression);
  if (known !== undefined) return known;
  const type = parse(expression);
  parsed.set(expression, type);
  return type;
}

function parse(expression: TypeExpression): Type {
  if (expression.endsWith("[]")) return { kind: "list", element: parseType(inner(expression)) };
  if (expression.endsWith("{}")) return { kind: "map", element: parseType(inner(expression)) };
  if (expression.includes("|")) return { kind: "union", alternatives: expression.split("|").map(parseType) };
  if (expression.startsWith("enum ")) return { kind: "enum", name: expression.slice("enum ".length) };
  if (expression.startsWith("#")) return { kind: "object", name: expression.slice(1) };
  if (expression.startsWith("'")) return { kind: "constant", value: expression.slice(1, -1) };
  if (expression === "string" || expression === "number" || expression === "boolean" || expression === "any") {
    return { kind: expression };
  }
  throw new Error(`"${expression}" is not a type expression of the offline Azure's schema`);
}

function inner(expression: TypeExpression): TypeExpression {
  const element = expression.slice(0, -2);
  return element.startsWith("(") ? element.slice(1, -1) : element;
}
