import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";

/** What each file beside the fleet declares. */
interface Stacks {
  /** The smallest stack that meets the rule, of raw azure-native resources. */
  met(): void;
  /** The smallest stack that breaks it. */
  broken(): void;
  /** The stack that meets it with the components of this package, where one makes what the rule is about. */
  component?(): void;
}

const folder = join(__dirname, "stacks");
const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
/** Stacks beyond a limit of Azure have hundreds of resources: they are declared by name alone. */
const large = ["mc-limit-region"];
const [rule, variant] = selected(new pulumi.Config().get("example") ?? "met");

for (const name of rule === undefined ? names.filter((each) => !large.includes(each)) : [rule]) {
  const stacks: Stacks = require(join(folder, name));
  const declare = stacks[variant];
  if (declare === undefined && rule !== undefined) {
    throw new pulumi.RunError(`rules:example is "${rule}/${variant}", but no component makes what ${rule} is about`);
  }
  declare?.();
}

function selected(example: string): [rule: string | undefined, variant: keyof Stacks] {
  const [, rule, variant] = /^(?:([\w-]+)\/)?(met|broken|component)$/.exec(example) ?? [];
  if (variant === undefined || (rule !== undefined && !names.includes(rule))) {
    throw new pulumi.RunError(
      `rules:example is "${example}", must be "met", "broken", "component", or one of them after "RULE/" with one of these rules: ${names.join(", ")}`,
    );
  }
  return [rule, variant as keyof Stacks];
}
