import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "./temporary-folder";

const root = join(__dirname, "..", "..");

/** Makes a Pulumi project that needs no provider: a program in TypeScript that sees `pulumi`. */
export function writeProgram(folder: string, program: string, files: Readonly<Record<string, string>> = {}): void {
  writeFiles(folder, {
    "Pulumi.yaml": "name: app\nruntime: nodejs\n",
    "package.json": '{ "name": "app" }',
    "index.ts": `import * as pulumi from "@pulumi/pulumi";\n${program}\n`,
    ...files,
  });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
}

/** Makes a policy pack with one mandatory rule: no component of type `app:index:Machine`. */
export function writePolicyPack(folder: string): void {
  writeFiles(folder, {
    "PulumiPolicy.yaml": "runtime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.js\n",
    "package.json": '{ "name": "pack", "version": "1.0.0", "main": "index.js" }',
    "index.js": `
      const { PolicyPack } = require("@pulumi/policy");
      new PolicyPack("pack", {
        policies: [{
          name: "no-machines",
          description: "There are no machines.",
          enforcementLevel: "mandatory",
          validateStack: ({ resources }, report) => {
            for (const { type, name, urn } of resources) {
              if (type === "app:index:Machine") report(name + " in " + process.env.PULUMI_NODEJS_STACK, urn);
            }
          },
        }],
      });`,
  });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
}
