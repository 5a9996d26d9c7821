import { arcNames, arcTags } from "../../../examples/rules/arc-endpoints";
import { arcPrivatelinkPublicPart as rule } from "../../../policypack/rules/arc-enabled-servers/arc-privatelink-public-part";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { firewallPolicy, openings, securityGroup } from "../arc-egress";
import { type Declared, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const scope: Declared = {
  name: "scope",
  type: "azure-native:hybridcompute:PrivateLinkScope",
  inputs: { scopeName: "scope", resourceGroupName: "stores", location: "westeurope" },
};
const wrong = (property: string, tag: string) =>
  broken({
    property,
    found: `without ${tag}, which the scope does not make private`,
    mustBe: "rules that let servers out to AzureActiveDirectory and AzureResourceManager",
    fix: `a rule with the service tag ${tag}, on port 443 over TCP`,
    component: "UpdateNetworkRules",
    componentFix: "sources: { arc: { connection: true, privateLinkScope: true } }",
  });

describe("arc-privatelink-public-part", () => {
  it("is met by rules that let servers out to both, by tag or by name", () => {
    expectVerdicts(rule, [scope, securityGroup(["AzureActiveDirectory", "AzureResourceManager"])], { scope: met });
    expectVerdicts(rule, [scope, securityGroup(["AzureActiveDirectory"], false)], { scope: met });
    const names = [...arcNames, "management.azure.com"];
    expectVerdicts(rule, [scope, firewallPolicy(), openings([], names)], { scope: met });
  });

  it("is broken by rules that let servers out to one alone", () => {
    expectVerdicts(rule, [scope, securityGroup(["AzureActiveDirectory"])], {
      scope: wrong("securityRules of stores", "AzureResourceManager"),
    });
    expectVerdicts(rule, [scope, securityGroup(["AzureResourceManager"])], {
      scope: wrong("securityRules of stores", "AzureActiveDirectory"),
    });
    expectVerdicts(rule, [scope, firewallPolicy(), openings([], arcNames)], {
      scope: wrong("ruleCollections of egress", "AzureResourceManager"),
    });
  });

  it("is not known while what is not known decides", () => {
    expectVerdicts(rule, [scope, securityGroup(["AzureActiveDirectory", unknown])], {
      scope: notKnown({
        property: "securityRules[1].destinationAddressPrefix",
        because: "of stores is known only after deployment",
      }),
    });
  });

  it("does not apply without rules for either, and to stacks without a scope", () => {
    const verdict = notApplicable("no rules of this stack are for Microsoft Entra ID or Azure Resource Manager");
    expectVerdicts(rule, [scope], { scope: verdict });
    expectVerdicts(rule, [scope, securityGroup(["Storage"])], { scope: verdict });
    expectVerdicts(rule, [securityGroup(arcTags)], {});
  });
});
