import { UnknownValueError } from "../unknown-value";

/**
 * Thrown by {@link Properties} when a rule needs a value that it cannot have. `judge` turns it into the verdict
 * "not known", `attempt` into a value that three-valued logic goes by, and a remediation into no change.
 */
export class NotKnown extends Error {
  constructor(
    /** Path of the property, for example `osProfile.linuxConfiguration.patchSettings.patchMode`. */
    readonly property: string,
    /** Why it is not known, as the rest of a sentence that begins with the property. */
    readonly because: string,
  ) {
    super(`${property} ${because}`);
    this.name = "NotKnown";
  }
}

type Kind = "text" | "boolean" | "number" | "object" | "list";

/** What `pulumi policy analyze` puts in the place of every secret that it cannot decrypt, whatever its type. */
const undecryptableSecret = "[secret]";

/** Stands for the properties of a resource of which nothing is known. */
const invisible: object = Object.freeze({});

/**
 * The one reader of a resource's properties. An absent property reads as `undefined`; one that is known only after
 * deployment, that is a secret nobody here can decrypt, or that has a type Azure would never accept, throws
 * {@link NotKnown}. So a rule is written as if everything were known.
 */
export class Properties {
  private constructor(
    private readonly source: object | undefined,
    /** Path of these properties below their resource; empty at the resource itself. */
    readonly path: string,
  ) {}

  /** Properties of an object that is not there at all. */
  static readonly none = new Properties(undefined, "");

  /**
   * Reads the properties of a resource. Without a single property nothing is known of it: the engine hands out an
   * empty map where it could not even configure the provider.
   */
  static of(source: object): Properties {
    return new Properties(Object.keys(source).length === 0 ? invisible : source, "");
  }

  /** False where the object that these properties belong to is not there at all. */
  get exist(): boolean {
    return this.source !== undefined;
  }

  /** Path of a property below the resource. */
  pathOf(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }

  /** Whether the property is there, known or not. */
  has(name: string): boolean {
    return this.source === invisible || (this.source !== undefined && name in this.source);
  }

  /** A text; `undefined` where it is absent. */
  text(name: string): string | undefined {
    return this.typed(name, "text") as string | undefined;
  }

  /** A boolean; `undefined` where it is absent. */
  boolean(name: string): boolean | undefined {
    return this.typed(name, "boolean") as boolean | undefined;
  }

  /** A number; `undefined` where it is absent. */
  number(name: string): number | undefined {
    return this.typed(name, "number") as number | undefined;
  }

  /** The properties of a nested object; where it is absent, properties that do not exist. */
  object(name: string): Properties {
    const value = this.typed(name, "object") as object | undefined;
    return new Properties(value, this.pathOf(name));
  }

  /** The objects in a list, empty where the list is absent. */
  objects(name: string): readonly Properties[] {
    return this.list(name).map(({ value, path }) => new Properties(expectKind(value, "object", path) as object, path));
  }

  /** The texts in a list, empty where the list is absent. */
  texts(name: string): readonly string[] {
    return this.list(name).map(({ value, path }) => expectKind(value, "text", path) as string);
  }

  /** The texts in a list with their paths, each read on its own, so that one unknown text hides no other. */
  textsApart(name: string): readonly { readonly path: string; text(): string }[] {
    return this.items(name).map(({ read, path }) => ({ path, text: () => expectKind(read(), "text", path) as string }));
  }

  /** The kind of value that a property has, for what Azure takes values of any kind for; `undefined` where it is absent. */
  kindOf(name: string): Kind | "null" | undefined {
    const value = this.get(name);
    return value === undefined ? undefined : kindOf(value);
  }

  /** The kinds of the values in a list with their paths, each read on its own. */
  kindsIn(name: string): readonly { readonly path: string; kind(): Kind | "null" }[] {
    return this.items(name).map(({ read, path }) => ({ path, kind: () => kindOf(read()) }));
  }

  /** The names in a map such as `tags`, empty where the map is absent. Names are known even where values are not. */
  names(): readonly string[] {
    return this.source === undefined ? [] : Object.keys(this.source);
  }

  private list(name: string): readonly { value: unknown; path: string }[] {
    return this.items(name).map(({ read, path }) => ({ value: read(), path }));
  }

  private items(name: string): readonly { read: () => unknown; path: string }[] {
    const list = (this.typed(name, "list") ?? []) as readonly unknown[];
    return Array.from({ length: list.length }, (_, index) => {
      const path = `${this.pathOf(name)}[${index}]`;
      return { read: () => readKnown(list, index, path), path };
    });
  }

  private typed(name: string, kind: Kind): unknown {
    const value = this.get(name);
    return value === undefined ? undefined : expectKind(value, kind, this.pathOf(name));
  }

  private get(name: string): unknown {
    if (this.source === invisible) {
      throw new NotKnown(this.pathOf(name), "is not visible before the provider's configuration is known");
    }
    if (this.source === undefined || !(name in this.source)) return undefined;
    return readKnown(this.source, name, this.pathOf(name)) ?? undefined;
  }
}

function readKnown(source: object, key: string | number, path: string): unknown {
  try {
    return (source as Record<string | number, unknown>)[key];
  } catch (error) {
    if (error instanceof UnknownValueError) throw new NotKnown(path, "is known only after deployment");
    throw error;
  }
}

function expectKind(value: unknown, kind: Kind, path: string): unknown {
  if (value === undecryptableSecret) throw new NotKnown(path, "is a secret that cannot be decrypted here");
  const found = kindOf(value);
  if (found === kind) return value;
  throw new NotKnown(path, `is ${article(found)}, where Azure takes ${article(kind)}`);
}

function kindOf(value: unknown): Kind | "null" {
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return "text";
  if (typeof value === "boolean" || typeof value === "number") return typeof value as Kind;
  return typeof value === "object" && value !== null ? "object" : "null";
}

function article(kind: Kind | "null"): string {
  return kind === "null" ? "nothing" : `${kind === "object" ? "an" : "a"} ${kind}`;
}
