import * as pulumi from "@pulumi/pulumi";

/** Collects what is wrong with a component's arguments, so that all of it is said at once. */
export class Problems {
  private readonly errors: pulumi.InputPropertyErrorDetails[] = [];

  /** `component` names what cannot be created, e.g. `UpdateReadyVirtualMachine "web"`. */
  constructor(private readonly component: string) {}

  /**
   * @param propertyPath the argument, e.g. `dataDisks[0].lun`
   * @param reason the value, what is allowed and where that is documented; never a secret value
   */
  add(propertyPath: string, reason: string): void {
    this.errors.push({ propertyPath, reason });
  }

  /**
   * Checks a value at once where it is plain, and when it resolves where it is an output; gives back what to pass on
   * in its place.
   *
   * @param check what is wrong with the value, or `undefined` where nothing is
   */
  checked<T>(propertyPath: string, value: pulumi.Input<T>, check: (value: T) => string | undefined): pulumi.Input<T> {
    if (isPlain(value)) {
      const reason = check(value);
      if (reason !== undefined) this.add(propertyPath, reason);
      return value;
    }
    return pulumi.output(value).apply((resolved) => {
      const reason = check(resolved as T);
      if (reason !== undefined) throw this.late(propertyPath, reason);
      return resolved;
    }) as pulumi.Output<T>;
  }

  /** The error for a problem that showed only when an output resolved. */
  late(propertyPath: string, reason: string): pulumi.InputPropertiesError {
    return this.errorOf([{ propertyPath, reason }]);
  }

  /** Whether something was found to be wrong. */
  get any(): boolean {
    return this.errors.length > 0;
  }

  /** @throws pulumi.InputPropertiesError with every problem found */
  fail(): never {
    throw this.errorOf(this.errors);
  }

  private errorOf(errors: pulumi.InputPropertyErrorDetails[]): pulumi.InputPropertiesError {
    const lines = errors.map(({ propertyPath, reason }) => `  ${propertyPath}: ${reason}`);
    return new pulumi.InputPropertiesError({
      message: [`${this.component} cannot be created:`, ...lines].join("\n"),
      errors,
    });
  }
}

/** Whether a value is there already, neither an output nor a promise. */
export function isPlain<T>(value: pulumi.Input<T>): value is T {
  return !pulumi.Output.isInstance(value) && !(value instanceof Promise);
}

/** `a, b or c`, each in quotes. */
export function oneOf(values: readonly string[]): string {
  const quoted = values.map((value) => JSON.stringify(value));
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}` : quoted.join();
}

/** What is wrong with a value that must be one of an enumeration's: programs without types can pass any string. */
export function notOneOf(value: string, allowed: readonly string[]): string | undefined {
  return allowed.includes(value) ? undefined : `${JSON.stringify(value)} is not one of ${oneOf(allowed)}.`;
}

/** The names of the arguments in `given` that have a value. */
export function present(given: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(given).filter((name) => given[name] !== undefined);
}
