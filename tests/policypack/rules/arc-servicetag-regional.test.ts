import { arcTags } from "../../../examples/rules/arc-endpoints";
import { arcServicetagRegional as rule } from "../../../policypack/rules/arc-enabled-servers/arc-servicetag-regional";
import { broken, met } from "../../../policypack/rules/rule";
import { allow, firewallPolicy, openings, securityGroup } from "../arc-egress";
import { type Declared, unknown } from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const regional = "AzureArcInfrastructure.WestEurope";
const others = arcTags.filter((tag) => tag !== "AzureArcInfrastructure");
const wrong = (property: string, path: string, found = regional) =>
  broken({
    property,
    found: `"${found}"`,
    mustBe: '"AzureArcInfrastructure"',
    fix: `${path}: "AzureArcInfrastructure"`,
    component: "UpdateNetworkRules",
    componentFix: "sources: { arc: {} }",
  });

describe("arc-servicetag-regional", () => {
  it("is met where the global tag is let out too, or everything is", () => {
    expectVerdicts(rule, [securityGroup([regional, ...arcTags])], { stores: met });
    expectVerdicts(rule, [securityGroup([regional], false)], { stores: met });
  });

  it("is broken by a variant for a region or a cloud", () => {
    const path = "securityRules[0].destinationAddressPrefix";
    for (const tag of [regional, "azurearcinfrastructure.usgovvirginia"]) {
      expectVerdicts(rule, [securityGroup([tag, ...others])], { stores: wrong(path, path, tag) });
    }
  });

  it("is broken by a variant in the rules of a firewall", () => {
    const path = "ruleCollections[0].rules[0].destinationAddresses[0]";
    expectVerdicts(rule, [firewallPolicy(), openings([regional, ...others], [])], {
      egress: wrong(`${path} of openings`, path),
    });
  });

  it("says nothing of the global tag, and of variants of others", () => {
    expectVerdicts(rule, [securityGroup([...arcTags, "Storage.WestEurope"])], {});
  });

  const tag = "AzureArcInfrastructure";
  const path = "securityRules[0].destinationAddressPrefix";
  const separate = (change: object): Declared => ({
    name: "agent",
    type: "azure-native:network:SecurityRule",
    inputs: { networkSecurityGroupName: unknown, ...allow(regional, 100, change) },
  });

  it("puts the global tag in the place of a variant as a remediation", () => {
    expectChanges(rule, securityGroup([regional, ...others]), { path, value: tag });
    expectChanges(rule, separate({}), { path: "destinationAddressPrefix", value: tag });
    expectChanges(rule, openings([regional, ...others], []), {
      path: "ruleCollections[0].rules[0].destinationAddresses",
      value: [tag, ...others],
    });
  });

  it("leaves the global tag once in a list as a remediation", () => {
    const list = (port: string, ...destinationAddressPrefixes: readonly unknown[]) =>
      allow(undefined, 100, { destinationAddressPrefixes, destinationPortRange: port });
    const change = { path: `${path}es`, value: [tag, "Storage"] };
    expectChanges(rule, securityGroup([], true, [list("443", regional, "Storage", `${tag}.EastUS`)]), change);
    expectChanges(rule, securityGroup([], true, [list("80", tag, regional, "Storage")]), change);
  });

  it("changes nothing as a remediation where the global tag is open too, nor what is inbound or denies", () => {
    expectChanges(rule, securityGroup([regional, ...arcTags]));
    expectChanges(rule, securityGroup([regional], false));
    expectChanges(rule, securityGroup(arcTags));
    expectChanges(rule, openings([regional, tag], []));
    expectChanges(rule, separate({ access: "Deny" }));
    expectChanges(rule, separate({ direction: "Inbound" }));
    expectChanges(rule, firewallPolicy());
  });

  it("leaves as it is, as a remediation, a group with a tag that is not known", () => {
    expectLeftUnknown(rule, securityGroup([unknown, regional]), path);
  });
});
