import assert from "node:assert/strict";
import { rules } from "../../../../policypack/rules";
import {
  classic,
  classicAssignment,
  classicExtension,
  classicInterface,
  classicLinux,
  classicNetwork,
  classicSchedule,
  classicScope,
  classicWindows,
} from "../../classic";
import { type Declared, stackOf, unknown } from "../../fixture";

const fleet: readonly Declared[] = [
  classic(["core", "ResourceGroup"], "group", { name: "fleet", location: "westeurope" }),
  ...classicNetwork(),
  classicInterface("web"),
  classicInterface("files"),
  classic(["network", "NetworkSecurityGroup"], "servers", {
    name: "servers",
    resourceGroupName: "fleet",
    securityRules: [{ name: "out", access: "Allow", direction: "Outbound", priority: 100, protocol: "*" }],
  }),
  classic(
    ["network", "SubnetNetworkSecurityGroupAssociation"],
    "guarded",
    { subnetId: unknown, networkSecurityGroupId: unknown },
    { subnetId: ["subnet"], networkSecurityGroupId: ["servers"] },
  ),
  classicLinux(),
  classicWindows(),
  classicExtension("Microsoft.Azure.Extensions", "CustomScript", { settings: '{"commandToExecute":"true"}' }),
  classicSchedule(),
  classicAssignment("web"),
  classicAssignment("files"),
  classicScope({ tags: [{ tag: "ring", values: ["pilot"] }] }),
  classic(["core", "SubscriptionPolicyAssignment"], "governance", {
    name: "governance",
    subscriptionId: "/subscriptions/00000000-0000-0000-0000-000000000000",
    policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/59efceea-0c96-497e-a4a1-4eb2290dac15",
    parameters: '{"osType":{"value":"Linux"}}',
    identity: { type: "SystemAssigned" },
  }),
  classic(
    ["management", "Lock"],
    "lock",
    { name: "lock", scope: unknown, lockLevel: "ReadOnly" },
    { scope: ["group"] },
  ),
];

/** What a program may get wrong, besides what is not known yet: lists and objects with something unknown, and wrong types. */
const oddities: readonly unknown[] = [
  [unknown],
  { name: unknown, tag: unknown, startDateTime: unknown },
  7,
  "odd",
  null,
  "[secret]",
];

function faultsIn(declared: readonly Declared[]): readonly string[] {
  const stack = stackOf(...declared);
  return rules.flatMap((rule) =>
    rule
      .check(stack, {})
      .flatMap((verdict) =>
        verdict.outcome === "notKnown" && verdict.property === "this rule" ? [`${rule.name} ${verdict.because}`] : [],
      ),
  );
}

describe("rules on classic resources, whatever their properties are", () => {
  for (const [index, { name, inputs = {} }] of fleet.entries()) {
    it(`have no fault: ${name}`, function () {
      this.timeout(60_000);
      for (const [at, property] of Object.keys(inputs).entries()) {
        for (const value of [unknown, oddities[(index + at) % oddities.length]]) {
          const odd = fleet.map((each) =>
            each.name === name ? { ...each, inputs: { ...inputs, [property]: value } } : each,
          );
          assert.deepEqual(faultsIn(odd), [], `${property} ${JSON.stringify(value)}`);
        }
      }
    });
  }
});
