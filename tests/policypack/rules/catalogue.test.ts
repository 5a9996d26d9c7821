import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../../policypack/rules";
import { notCheckable } from "../../../policypack/rules/not-checkable";
import { notFlagged } from "../../../policypack/rules/not-flagged";
import type { Area } from "../../../policypack/rules/rule";
import { catalogue } from "../../../tools/docs/rules";

const root = join(__dirname, "..", "..", "..");
const areaFolders: Record<Area, string> = {
  "Azure VM settings": "azure-vm-settings",
  "Images and workloads": "images-and-workloads",
  "Azure VM network": "azure-vm-network",
  "Arc-enabled servers": "arc-enabled-servers",
  Schedules: "schedules",
  Events: "events",
  "Roles, policies and locks": "roles-policies-and-locks",
  "Pulumi programs": "pulumi-programs",
};

describe("the rule catalogue", () => {
  it("has each code and each name once", () => {
    const all = [...rules, ...notCheckable, ...notFlagged];
    assert.equal(new Set(all.map(({ code }) => code)).size, all.length);
    assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
    for (const { code } of all) assert.match(code, /^AUM\d{3}$/);
    const codes = rules.map(({ code }) => code);
    assert.deepEqual(codes, [...codes].sort());
  });

  it("has no hole among the codes of an area", () => {
    for (const area of Object.keys(areaFolders)) {
      const numbers = [...rules, ...notCheckable, ...notFlagged]
        .filter((each) => each.area === area)
        .map(({ code }) => Number(code.slice("AUM".length)))
        .sort((one, other) => one - other);
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => (numbers[0] ?? 0) + index),
        area,
      );
    }
  });

  for (const rule of rules) {
    it(`${rule.name} is one file, one exported const, one page, one test and one pair of examples`, () => {
      const { name } = rule;
      const module = require(join(root, "policypack", "rules", areaFolders[rule.area as Area], name));
      const constant = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      assert.deepEqual(Object.keys(module), [constant]);
      assert.equal(module[constant], rule);
      assert.ok(existsSync(join(root, "docs", "rules", `${name}.md`)));
      assert.ok(existsSync(join(root, "tests", "policypack", "rules", `${name}.test.ts`)));
      const example = readFileSync(join(root, "examples", "rules", "stacks", `${name}.ts`), "utf8");
      assert.match(example, /^export function met\(\): void/m);
      assert.match(example, /^export function broken\(\): void/m);
    });

    it(`${rule.name} speaks in whole sentences and names its documents`, () => {
      assert.match(rule.title, /^[A-Z].*\.$/);
      assert.match(rule.why, /^[A-Z].*\.$/);
      assert.match(rule.since, /^\d{4}-\d{2}$/);
      assert.ok(rule.source.length > 0);
    });
  }

  for (const { name } of notFlagged) {
    it(`${name} has a test that it is not flagged`, () => {
      assert.ok(existsSync(join(root, "tests", "policypack", "not-flagged", `${name}.test.ts`)));
    });
  }

  it("has pages that say what the rules say", () => {
    const folder = join(root, "docs", "rules");
    const expected = catalogue(rules);
    assert.deepEqual(readdirSync(folder).sort(), [...expected.keys()].sort(), "run: npm run docs");
    for (const [name, text] of expected) {
      assert.equal(readFileSync(join(folder, name), "utf8"), text, `${name} is not up to date; run: npm run docs`);
    }
  });

  it("leaves no rule file out", () => {
    const areas = Object.values(areaFolders).map((folder) => join(root, "policypack", "rules", folder));
    const files = areas.filter((area) => existsSync(area)).flatMap((area) => readdirSync(area));
    assert.deepEqual(files.sort(), rules.map(({ name }) => `${name}.ts`).sort());
  });
});
