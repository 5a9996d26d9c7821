import * as pulumi from "@pulumi/pulumi";
import { isPlain, type Problems } from "../shared/problems";

/** Where the arguments of a child stand among the fleet's: below `path`, but for some by the child's names or paths. */
export interface Place {
  readonly path: string;
  readonly elsewhere?: Readonly<Record<string, string | undefined>>;
}

/**
 * Designs children before any of them is registered, so that the problems of all are known at once, as problems of the
 * fleet's own arguments.
 */
export class Rehearsal {
  private readonly said = new Set<string>();

  constructor(private readonly problems: Problems) {}

  /** What a child's design function gives; `undefined` where it finds problems, which are reported. */
  of<T>({ path, elsewhere = {} }: Place, design: () => T): T | undefined {
    try {
      return design();
    } catch (error) {
      if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
      for (const { propertyPath, reason } of error.errors ?? []) {
        const [head = ""] = propertyPath in elsewhere ? [propertyPath] : (/^[^.[]*/.exec(propertyPath) ?? []);
        const moved = elsewhere[head];
        this.add(moved === undefined ? `${path}.${propertyPath}` : moved + propertyPath.slice(head.length), reason);
      }
      return undefined;
    }
  }

  /** Several children can have one argument of the fleet, which is wrong once. */
  private add(path: string, reason: string): void {
    const problem = JSON.stringify([path, reason]);
    if (this.said.has(problem)) return;
    this.said.add(problem);
    this.problems.add(path, reason);
  }
}

/** A value that is there later: a design checks nothing of it, and a child's own design does so when it resolves. */
export function later<T>(): pulumi.Output<T> {
  return pulumi.output(pulumi.unknown) as unknown as pulumi.Output<T>;
}

/** Arguments whose outputs are all there later, lest what is wrong with one be said twice. */
export function withoutOutputs<T>(args: T): T {
  if (!isPlain<unknown>(args)) return later() as T;
  if (Array.isArray(args)) return args.map(withoutOutputs) as T;
  if (args === null || typeof args !== "object") return args;
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, withoutOutputs(value)])) as T;
}
