import assert from "node:assert/strict";
import { rules } from "../../policypack/rules";
import { engineTimeout, withStack } from "./harness";
import { named } from "./life-cycle";

/** What the policies find besides the rule itself where one mistake breaks more than one prerequisite. */
const alsoFound: Readonly<Record<string, readonly string[]>> = {
  "pa-deny-conflict": ["advisory vm-periodic-assessment"],
  "vm-autoguest-custom-image": ["advisory not-known"],
  "vm-no-osprofile": [
    "advisory vm-periodic-assessment",
    "mandatory vm-bypass-schedule",
    "mandatory vm-patchmode-schedule",
  ],
  "vm-provision-agent": ["advisory vm-periodic-assessment", "mandatory vm-allow-extension-operations"],
};

/** Stacks of hundreds of resources, which are previewed alone. */
const large = ["mc-limit-region"];

describe("the stacks of the rules, on the real engine", function () {
  this.timeout(3 * engineTimeout);

  it("are clean for the whole pack where they meet their rule", async () => {
    await withStack(
      "examples/rules",
      async ({ preview }) => {
        const { exitCode, findings, errors } = await preview();
        assert.deepEqual(findings.map(named), []);
        assert.equal(exitCode, 0, errors.join("\n"));
      },
      { configuration: { example: "met" } },
    );
  });

  it("are clean for the whole pack where they are made with components", async () => {
    await withStack(
      "examples/rules",
      async ({ preview }) => {
        const { exitCode, findings, errors } = await preview();
        assert.deepEqual(findings.map(named), []);
        assert.equal(exitCode, 0, errors.join("\n"));
      },
      { configuration: { example: "component" } },
    );
  });

  it("are flagged by their rule where they break it", async () => {
    const expected = rules
      .filter(({ name }) => !large.includes(name))
      .flatMap(({ level, name }) =>
        [`${level} ${name}`, ...(alsoFound[name] ?? [])].map((finding) => `${finding} ${name}`),
      );
    await withStack(
      "examples/rules",
      async ({ preview }) => {
        const { findings, errors } = await preview();
        assert.deepEqual(findings.map(named).sort(), expected.sort(), errors.join("\n"));
      },
      // azure-native drops a property it does not know, and previews on.
      { configuration: { example: "broken" }, azure: { unknownProperties: "warn" } },
    );
  });

  for (const name of large) {
    it(`${name} is flagged where it is broken`, async () => {
      await withStack(
        "examples/rules",
        async ({ preview }) => {
          const { findings, errors } = await preview();
          const level = rules.find((rule) => rule.name === name)?.level;
          assert.deepEqual(findings.map(named), [`${level} ${name} ${name}`], errors.join("\n"));
        },
        { configuration: { example: `${name}/broken` } },
      );
    });
  }
});
