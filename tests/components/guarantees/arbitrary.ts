import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";

type Path = readonly (string | number)[];

/**
 * Arguments made from some that a constructor is known to accept: each argument is kept, left out, or taken from another
 * set, and then a few values at any depth are exchanged for others of their type. Many come out valid, many not.
 */
export function argumentsLike<Args extends object>(accepted: readonly Args[]): fc.Arbitrary<Args> {
  const names = [...new Set(accepted.flatMap((args) => Object.keys(args)))];
  const vocabulary = wordsIn(accepted);
  const change = fc.record({ at: fc.nat(), to: fc.nat(9999) });
  const origins = fc.record(
    Object.fromEntries(
      names.map((name) => [
        name,
        fc.oneof(
          { weight: 12, arbitrary: fc.constant("base" as const) },
          { weight: 2, arbitrary: fc.nat(accepted.length - 1) },
          { weight: 1, arbitrary: fc.constant("none" as const) },
        ),
      ]),
    ),
  );
  return fc
    .record({ base: fc.nat(accepted.length - 1), origins, changes: fc.array(change, { maxLength: 3 }) })
    .map(({ base, origins: origin, changes }) => {
      const value = (name: string) => {
        if (origin[name] === "none") return undefined;
        return Reflect.get(accepted[origin[name] === "base" ? base : Number(origin[name])] ?? {}, name);
      };
      const entries = names.map((name) => [name, value(name)] as const).filter(([, given]) => given !== undefined);
      const args = structuredClone(Object.fromEntries(entries)) as Args;
      for (const { at, to } of changes) exchange(args, at, to, vocabulary);
      return args;
    });
}

function exchange(args: object, at: number, to: number, vocabulary: ReadonlyMap<string, unknown[]>): void {
  const paths = pathsIn(args);
  const path = paths[at % Math.max(paths.length, 1)];
  if (path === undefined) return;
  const key = path.at(-1) as string | number;
  const holder = path.slice(0, -1).reduce<unknown>((value, step) => Reflect.get(value as object, step), args) as object;
  const others = othersFor(Reflect.get(holder, key), vocabulary.get(wordOf(path)) ?? []);
  Reflect.set(holder, key, others[to % others.length]);
}

/** Values to stand in the place of another, of the same type: programs without types are a matter of other tests. */
function othersFor(value: unknown, words: readonly unknown[]): readonly unknown[] {
  if (Array.isArray(value)) return [[], [...value, ...value.slice(0, 1)], value.slice(1), value];
  if (typeof value === "string") return [...words, ...words, "", `${value}-2`, value.toUpperCase(), "nonsense", " "];
  if (typeof value === "number") return [...words, value + 1, value - 1, 0, -1, 1.5, 100_000];
  if (typeof value === "boolean") return [!value];
  return [value];
}

/** The plain values that the sets have anywhere under the same argument. */
function wordsIn(accepted: readonly object[]): ReadonlyMap<string, unknown[]> {
  const words = new Map<string, unknown[]>();
  for (const args of accepted) {
    for (const path of pathsIn(args)) {
      const value = valueAt(args, path);
      if (typeof value !== "object") words.set(wordOf(path), [...(words.get(wordOf(path)) ?? []), value]);
    }
  }
  return words;
}

/** The name of the argument that a value is of: items of a list have that of the list. */
function wordOf(path: Path): string {
  return String(path.filter((step) => typeof step === "string").at(-1));
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  const below = Array.isArray(value)
    ? value.flatMap((item, index) => pathsIn(item, [...path, index]))
    : value !== null && typeof value === "object"
      ? Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...path, name]))
      : [];
  return path.length === 0 ? below : [path, ...below];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => Reflect.get(inner as object, step), value);
}

/**
 * The same arguments, with some texts as outputs: those at the given paths, in which `*` stands for any name or index.
 *
 * @param paths the arguments that may be outputs, e.g. `scopes.*.subscriptionId`
 */
export function withOutputs<Args extends object>(
  args: Args,
  paths: readonly string[],
  output: <T>(value: T) => pulumi.Output<T>,
): Args {
  const patterns = paths.map((path) => new RegExp(`^${path.replaceAll(".", "\\.").replaceAll("*", "[^.]+")}$`));
  const changed = structuredClone(args);
  for (const path of pathsIn(changed)) {
    if (!patterns.some((pattern) => pattern.test(path.join(".")))) continue;
    const holder = path.slice(0, -1).reduce<unknown>((value, step) => Reflect.get(value as object, step), changed);
    const key = path.at(-1) as string | number;
    Reflect.set(holder as object, key, output(Reflect.get(holder as object, key)));
  }
  return changed;
}

/** An output that is known only after deployment, since it comes from a resource; in a deployment it has the value. */
export function outputOf(resource: pulumi.CustomResource): <T>(value: T) => pulumi.Output<T> {
  return <T>(value: T) => resource.id.apply(() => value) as pulumi.Output<T>;
}

/** What is wrong with arguments that a constructor refuses, each as `path: reason`. */
export function problemsIn(error: unknown): string[] {
  if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
  return error.errors.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
}
