import assert from "node:assert/strict";
import { arcNames, arcTags } from "../../../examples/rules/arc-endpoints";
import { arcServicetagRegional } from "../../../policypack/rules/arc-enabled-servers/arc-servicetag-regional";
import { arcServicetags as rule } from "../../../policypack/rules/arc-enabled-servers/arc-servicetags";
import { broken, met, notKnown } from "../../../policypack/rules/rule";
import { allow, firewallPolicy, openings, securityGroup } from "../arc-egress";
import { type Declared, stackOf, unknown } from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const wrong = (property: string, ...missing: string[]) =>
  broken({
    property,
    found: `without ${missing.join(", ")} beside AzureArcInfrastructure`,
    mustBe: "rules that let servers out to each of them, on port 443 over TCP",
    fix: `rules with the service tags ${arcTags.join(", ")}`,
    component: "UpdateNetworkRules",
    componentFix: "sources: { arc: {} }",
  });
const agent = "AzureArcInfrastructure";
const closed = (property: string, ...missing: string[]) => {
  const beside = missing.length === 0 ? "" : `, and without ${missing.join(", ")} beside ${agent}`;
  return broken({
    property,
    found: `closed to ${agent} on TCP 443, although a rule has the tag${beside}`,
    mustBe: "rules that let servers out to each of them, on port 443 over TCP",
    fix: `rules with the service tags ${arcTags.join(", ")} on port 443, before those that deny`,
    component: "UpdateNetworkRules",
    componentFix: "sources: { arc: {} }",
  });
};
const without = (...tags: string[]) => arcTags.filter((tag) => !tags.includes(tag));

describe("arc-servicetags", () => {
  it("is met by a security group with every tag, and with Storage for a region", () => {
    expectVerdicts(rule, [securityGroup(arcTags)], { stores: met });
    expectVerdicts(rule, [securityGroup([...without("Storage"), "Storage.WestEurope"])], { stores: met });
    expectVerdicts(rule, [securityGroup(["azurearcinfrastructure"], false)], { stores: met });
    expectVerdicts(rule, [securityGroup(["AzureArcInfrastructure", "Internet"])], { stores: met });
  });

  it("is met by rules that are resources of their own", () => {
    const own: Declared = {
      name: "storage",
      type: "azure-native:network:SecurityRule",
      inputs: { networkSecurityGroupName: unknown, resourceGroupName: "stores", ...allow("Storage", 200) },
      from: { networkSecurityGroupName: ["stores"] },
    };
    expectVerdicts(rule, [securityGroup(without("Storage")), own], { stores: met });
  });

  it("is broken by each tag that is missing, by that of April 2026 too", () => {
    for (const tag of without("AzureArcInfrastructure")) {
      expectVerdicts(rule, [securityGroup(without(tag))], { stores: wrong("securityRules", tag) });
    }
    expectVerdicts(rule, [securityGroup(["AzureArcInfrastructure"])], {
      stores: wrong("securityRules", ...without("AzureArcInfrastructure")),
    });
  });

  it("is broken by a tag that is let out elsewhere or by another port, or denied before", () => {
    const other = allow("Storage", 200, { destinationPortRange: "80" });
    expectVerdicts(rule, [securityGroup(without("Storage"), true, [other])], {
      stores: wrong("securityRules", "Storage"),
    });
    const elsewhere = allow("Storage", 200, { sourceAddressPrefix: "10.1.0.0/24" });
    expectVerdicts(rule, [securityGroup(without("Storage"), true, [elsewhere])], {
      stores: wrong("securityRules", "Storage"),
    });
    const denied = { ...allow("Storage", 90), access: "Deny" };
    expectVerdicts(rule, [securityGroup(arcTags, true, [denied])], { stores: wrong("securityRules", "Storage") });
  });

  it("is broken by the agent's own tag by another port alone, or denied before", () => {
    const onOtherPort = allow(agent, 200, { destinationPortRange: "80" });
    expectVerdicts(rule, [securityGroup(without(agent), true, [onOtherPort])], { stores: closed("securityRules") });
    expectVerdicts(rule, [securityGroup(without(agent, "Storage"), true, [onOtherPort])], {
      stores: closed("securityRules", "Storage"),
    });
    expectVerdicts(rule, [securityGroup(without(agent), false, [onOtherPort])], { stores: met });
    const denied = { ...allow(agent, 90), access: "Deny" };
    expectVerdicts(rule, [securityGroup(arcTags, true, [denied])], { stores: closed("securityRules") });
  });

  it("leaves the agent's own tag to arc-servicetag-regional where a rule has a variant of it", () => {
    const variant = `${agent}.WestEurope`;
    const onOtherPort = allow(agent, 200, { destinationPortRange: "80" });
    for (const more of [[], [onOtherPort]]) {
      const group = securityGroup([variant, ...without(agent)], true, more);
      expectVerdicts(rule, [group], { stores: met });
      assert.equal(arcServicetagRegional.check(stackOf(group), {})[0]?.outcome, "broken");
    }
  });

  it("is not known while the port of the agent's own tag is not", () => {
    const onSomePort = allow(agent, 200, { destinationPortRange: unknown });
    expectVerdicts(rule, [securityGroup(without(agent), true, [onSomePort])], {
      stores: notKnown({
        property: "securityRules[5].destinationPortRange",
        because: "of stores is known only after deployment",
      }),
    });
  });

  it("asks of firewalls for the tags or for the names behind them", () => {
    expectVerdicts(rule, [firewallPolicy(), openings(arcTags, [])], { egress: met });
    expectVerdicts(rule, [firewallPolicy(), openings(without("AzureActiveDirectory"), arcNames)], { egress: met });
    expectVerdicts(rule, [firewallPolicy(), openings(without("AzureActiveDirectory"), ["example.com"])], {
      egress: wrong("ruleCollections", "AzureActiveDirectory"),
    });
  });

  it("is not known while what is not known decides", () => {
    const group = securityGroup([...without("Storage"), unknown]);
    expectVerdicts(rule, [group], {
      stores: notKnown({
        property: "securityRules[5].destinationAddressPrefix",
        because: "of stores is known only after deployment",
      }),
    });
  });

  it("says nothing of rules that are not for Arc-enabled servers, or do not let out", () => {
    expectVerdicts(rule, [securityGroup(["AzureActiveDirectory", "Storage"])], {});
    expectVerdicts(rule, [securityGroup([], true, [{ ...allow("AzureArcInfrastructure", 100), access: "Deny" }])], {});
    expectVerdicts(rule, [firewallPolicy(), openings([], arcNames)], {});
    expectVerdicts(rule, [securityGroup([unknown])], {});
  });

  const added = (tag: string, priority: number) => allow(tag, priority, { name: `allow-${tag}-443` });

  it("adds a rule for each tag that is missing as a remediation, beside that of the agent", () => {
    const group = securityGroup(["AzureArcInfrastructure", "AzureActiveDirectory"]);
    const missing = without("AzureArcInfrastructure", "AzureActiveDirectory");
    expectChanges(
      rule,
      group,
      ...missing.map((tag, index) => ({ path: `securityRules[${3 + index}]`, value: { ...added(tag, 102 + index) } })),
    );
  });

  it("opens the agent's own tag on its port as a remediation", () => {
    const onOtherPort = allow(agent, 105, { destinationPortRange: "80" });
    expectChanges(rule, securityGroup(without(agent), true, [onOtherPort]), {
      path: "securityRules[7]",
      value: { ...added(agent, 106) },
    });
    const before = { ...allow(agent, 90), access: "Deny" };
    expectChanges(rule, securityGroup(arcTags, true, [before]));
  });

  it("changes nothing as a remediation where all are open, or there is no room for each", () => {
    expectChanges(rule, securityGroup(arcTags));
    expectChanges(rule, securityGroup(["AzureArcInfrastructure"], false));
    expectChanges(rule, securityGroup(["Storage"]));
    const next = { ...allow("*", 103), access: "Deny", name: "deny-next" };
    expectChanges(rule, securityGroup(["AzureArcInfrastructure"], true, [next]));
    const before = { ...allow("Storage", 90), access: "Deny" };
    expectChanges(rule, securityGroup(["AzureArcInfrastructure"], true, [before]));
    expectChanges(rule, openings(["AzureArcInfrastructure"], []));
  });

  it("leaves as it is, as a remediation, a group with a tag that is not known", () => {
    const group = securityGroup([...without("Storage"), unknown]);
    expectLeftUnknown(rule, group, "securityRules[5].destinationAddressPrefix");
  });
});
