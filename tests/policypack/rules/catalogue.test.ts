import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../../policypack/rules";
import { notCheckable } from "../../../policypack/rules/not-checkable";
import { notFlagged } from "../../../policypack/rules/not-flagged";
import type { Area } from "../../../policypack/rules/rule";
import { catalogue, pagesFolder } from "../../../tools/docs/rules";
import { stacksFolder, stackTexts } from "../../../tools/docs/stacks";

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

/** Rules that no stack meets with a component, and why. */
const withoutComponent: Readonly<Record<string, string>> = {
  "arc-arm64": "No component chooses the processor of a server.",
  "arc-esu":
    "A component takes up a server once its agent has connected it, which no stack that is only previewed has.",
  "arc-hotpatch-os": "A component takes up a server once its agent has connected it, as for arc-esu.",
  "arc-policy-blocks-extension": "No component defines policies of one's own.",
  "img-custom-os": "Of an image of the same stack a component knows nothing before its id is known.",
  lighthouse: "No component delegates to another tenant.",
  "lock-cannotdelete": "No component makes locks.",
  "lock-readonly": "No component makes locks.",
  "mc-limit-region": "No component knows of the other schedules of the subscription.",
  "net-proxy-range": "No component sets the proxy of a user.",
  "net-udr-blackhole": "No component makes default routes.",
  "vm-shutdown-schedule": "No component shuts machines down.",
  "wl-arc-on-azure-vm": "No component runs scripts of one's own on a machine.",
  "wl-vmss": "No component makes scale sets.",
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
    it(`${rule.name} is one file, one exported const, one page, one test and its stacks`, () => {
      const { name } = rule;
      const module = require(join(root, "policypack", "rules", areaFolders[rule.area as Area], name));
      const constant = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      assert.deepEqual(Object.keys(module), [constant]);
      assert.equal(module[constant], rule);
      assert.ok(existsSync(join(root, "docs", "rules", `${name}.md`)));
      assert.ok(existsSync(join(root, "tests", "policypack", "rules", `${name}.test.ts`)));
      const { component } = stackTexts(name);
      assert.equal(component === undefined, name in withoutComponent, "has a component and a reason for none");
      assert.notDeepEqual(component?.components, [], "is met with no component");
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

  it("has pages that say what the rules say", async () => {
    const expected = await catalogue(rules);
    const pages = readdirSync(join(root, pagesFolder)).map((name) => `${pagesFolder}/${name}`);
    assert.deepEqual(["RULES.md", ...pages].sort(), [...expected.keys()].sort(), "run: npm run docs");
    for (const [name, text] of expected) {
      assert.equal(readFileSync(join(root, name), "utf8"), text, `${name} is not up to date; run: npm run docs`);
    }
  }).timeout(120_000);

  it("has stacks for the rules, and a reason to have no component for some of them, and for nothing else", () => {
    const names = rules.map(({ name }) => name);
    assert.deepEqual(readdirSync(stacksFolder).sort(), names.map((name) => `${name}.ts`).sort());
    assert.deepEqual(
      Object.keys(withoutComponent).filter((name) => !names.includes(name)),
      [],
    );
  });

  it("leaves no rule file out", () => {
    const areas = Object.values(areaFolders).map((folder) => join(root, "policypack", "rules", folder));
    const files = areas.filter((area) => existsSync(area)).flatMap((area) => readdirSync(area));
    assert.deepEqual(files.sort(), rules.map(({ name }) => `${name}.ts`).sort());
  });
});
