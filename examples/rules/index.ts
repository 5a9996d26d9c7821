import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";

/** What each file beside the fleet declares: the smallest stack that meets its rule, and the smallest that breaks it. */
interface Pair {
  met(): void;
  broken(): void;
}

const folder = join(__dirname, "stacks");
const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
/** Stacks beyond a limit of Azure have hundreds of resources: they are declared by name alone. */
const large = ["mc-limit-region"];
const [rule, variant] = selected(new pulumi.Config().get("example") ?? "met");

for (const name of rule === undefined ? names.filter((each) => !large.includes(each)) : [rule]) {
  const pair: Pair = require(join(folder, name));
  pair[variant]();
}

function selected(example: string): [rule: string | undefined, variant: keyof Pair] {
  const [, rule, variant] = /^(?:([\w-]+)\/)?(met|broken)$/.exec(example) ?? [];
  if (variant === undefined || (rule !== undefined && !names.includes(rule))) {
    throw new pulumi.RunError(
      `rules:example is "${example}", must be "met", "broken", "RULE/met" or "RULE/broken" with one of these rules: ${names.join(", ")}`,
    );
  }
  return [rule, variant as keyof Pair];
}
