import { arcServicetagRegional as rule } from "../../../policypack/rules/arc-enabled-servers/arc-servicetag-regional";
import { broken, met } from "../../../policypack/rules/rule";
import { arcTags, firewallPolicy, openings, securityGroup } from "../arc-egress";
import { expectVerdicts } from "./expect";

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
});
