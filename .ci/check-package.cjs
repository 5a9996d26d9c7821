// Checks what `npm pack` would publish: all that users need, and nothing else.
"use strict";

const { execFileSync } = require("node:child_process");
const path = require("node:path");

const root = path.join(__dirname, "..");
const needed = [
  "CHANGELOG.md",
  "LICENSE",
  "PulumiPlugin.yaml",
  "README.md",
  "RULES.md",
  "bin/index.d.ts",
  "bin/index.js",
  "package.json",
  "policypack/PulumiPolicy.yaml",
  "policypack/bin/policypack/index.js",
  "policypack/package.json",
];
const allowed = /^(bin|policypack\/bin)\/.*\.(js|d\.ts)$|^docs\/.*\.(md|svg|png)$|^policypack\/README\.md$/;

const [{ files }] = JSON.parse(
  execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root, encoding: "utf8" }),
);
const packed = files.map((file) => file.path);
const problems = [
  ...needed.filter((file) => !packed.includes(file)).map((file) => `${file} is missing`),
  ...packed
    .filter((file) => !needed.includes(file) && !allowed.test(file))
    .map((file) => `${file} does not belong there`),
];
if (problems.length > 0) {
  console.error(`The npm package is not as it should be:\n${problems.join("\n")}`);
  process.exit(1);
}
console.log(`The npm package has the ${packed.length} files it should have.`);
