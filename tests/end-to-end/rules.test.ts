import assert from "node:assert/strict";
import { rules } from "../../policypack/rules";
import { engineTimeout, type Finding, type TestStackOptions, withStack } from "./harness";
import { live, named } from "./life-cycle";

/** What the policies find besides the rule itself where one mistake breaks more than one prerequisite. */
const alsoFound: Readonly<Record<string, readonly string[]>> = {
  "pa-deny-conflict": ["advisory vm-periodic-assessment"],
  "vm-autoguest-custom-image": ["advisory not-known"],
  // What is behind the gateway is not visible.
  "net-udr-rhui": ["advisory not-known"],
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
  this.timeout(5 * engineTimeout);

  /** The two lives, which share nothing and take a minute each: they are lived at the same time. */
  const lives: Record<string, PromiseSettledResult<readonly Finding[]>> = {};
  const begin = async (example: string, azure: TestStackOptions["azure"] = {}) => {
    const life = withStack("examples/rules", live, { configuration: { example }, azure });
    lives[example] = await Promise.allSettled([life]).then(([settled]) => settled);
  };
  before("deploy all stacks", async () => {
    // azure-native drops a property it does not know. Azure refuses much of what rules warn of: it is deployed all the same,
    // to see the findings with ids known.
    await Promise.all([begin("met"), begin("broken", { unknownProperties: "warn", refusedRequests: "warn" })]);
  });
  const findingsOf = (example: string): readonly string[] => {
    const life = lives[example];
    if (life?.status !== "fulfilled") throw life?.reason;
    return life.value.map(named);
  };

  it("are clean for the whole pack where they meet their rule, previewed, deployed and analyzed", () => {
    assert.deepEqual(findingsOf("met"), []);
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

  it("are flagged by their rule where they break it, previewed, deployed and analyzed, in the same words", () => {
    const expected = rules
      .filter(({ name }) => !large.includes(name))
      .flatMap(({ level, name }) =>
        [`${level} ${name}`, ...(alsoFound[name] ?? [])].map((finding) => `${finding} ${name}`),
      );
    assert.deepEqual([...findingsOf("broken")].sort(), expected.sort());
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
