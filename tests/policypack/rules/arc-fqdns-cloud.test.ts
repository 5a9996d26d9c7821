import { arcNames, arcTags } from "../../../examples/rules/arc-endpoints";
import { arcFqdnsCloud as rule } from "../../../policypack/rules/arc-enabled-servers/arc-fqdns-cloud";
import { broken, met, notKnown } from "../../../policypack/rules/rule";
import { firewallPolicy, openings, securityGroup } from "../arc-egress";
import { type Declared, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const componentFix = { component: "UpdateNetworkRules", componentFix: "sources: { arc: {} }, with the cloud's region" };
const wrong = (index: number, ...closed: string[]) =>
  wrongAt(`ruleCollections[0].rules[0].targetFqdns[${index}] of openings`, ...closed);
const wrongAt = (property: string, ...closed: string[]) =>
  broken({
    property,
    found: `without ${closed.join(", ")} beside it`,
    mustBe: "one of rules that let servers out to all that the agent always needs",
    // Azure Firewall takes an asterisk at the left end alone.
    fix: `rules with ${closed.join(", ").replace("azgn*.", "*.")} on port 443`,
    ...componentFix,
  });
const without = (...names: string[]) => arcNames.filter((name) => !names.includes(name));
const rulesFor = (names: readonly unknown[], location?: unknown) => [firewallPolicy(location), openings([], names)];

describe("arc-fqdns-cloud", () => {
  it("is met by every name that is always needed, by wider ones, and by tags beside names", () => {
    expectVerdicts(rule, rulesFor(arcNames), { egress: met });
    expectVerdicts(rule, rulesFor(["*.his.arc.azure.com", "*"]), { egress: met });
    const named = ["*.his.arc.azure.com", "*.guestconfiguration.azure.com"];
    expectVerdicts(rule, [firewallPolicy(), openings(arcTags, named)], { egress: met });
  });

  it("is met without what a private link scope makes private", () => {
    expectVerdicts(rule, rulesFor(without("*.his.arc.azure.com", "*.guestconfiguration.azure.com")), { egress: met });
  });

  it("is broken by a name that is missing", () => {
    expectVerdicts(rule, rulesFor(without("pas.windows.net")), { egress: wrong(2, "pas.windows.net") });
    expectVerdicts(rule, rulesFor(without("*.guestconfiguration.azure.com")), {
      egress: wrong(3, "*.guestconfiguration.azure.com"),
    });
    expectVerdicts(rule, rulesFor(without("*.servicebus.windows.net")), {
      egress: wrong(3, "azgn*.servicebus.windows.net"),
    });
  });

  it("is broken beside the FQDN tag of Windows Update, and not known beside one that may have the name", () => {
    const beside = (tag: string) => {
      const [policy, group] = rulesFor(without("pas.windows.net"));
      const inputs = group?.inputs as { readonly ruleCollections: readonly { readonly rules: readonly object[] }[] };
      const [collection] = inputs.ruleCollections;
      const protocols = [{ protocolType: "Https", port: 443 }];
      const tagged = { ruleType: "ApplicationRule", sourceAddresses: ["*"], protocols, fqdnTags: [tag] };
      const rules = [...(collection?.rules ?? []), tagged];
      return [policy, { ...group, inputs: { ...inputs, ruleCollections: [{ ...collection, rules }] } }] as Declared[];
    };
    expectVerdicts(rule, beside("WindowsUpdate"), { egress: wrong(2, "pas.windows.net") });
    expectVerdicts(rule, beside("AzureBackup"), {
      egress: notKnown({
        property: "ruleCollections[0].rules[1].fqdnTags[0]",
        because: "of openings may or may not have pas.windows.net",
      }),
    });
  });

  it("is broken by the names of another cloud", () => {
    const government = [
      "login.microsoftonline.us",
      "pasff.usgovcloudapi.net",
      "*.his.arc.azure.us",
      "*.guestconfiguration.azure.us",
      "*.blob.core.usgovcloudapi.net",
    ];
    expectVerdicts(rule, rulesFor(government, "usgovvirginia"), { egress: met });
    expectVerdicts(rule, rulesFor(government, unknown), { egress: met });
    const needed =
      "login.microsoftonline.com, *.login.microsoft.com, pas.windows.net, *.his.arc.azure.com, *.guestconfiguration.azure.com, guestnotificationservice.azure.com, *.guestnotificationservice.azure.com, *.servicebus.windows.net";
    expectVerdicts(rule, rulesFor(government), {
      egress: broken({
        property: "ruleCollections[0].rules[0].targetFqdns[2] of openings",
        found: '"*.his.arc.azure.us", which is of another cloud than the firewall',
        mustBe: "the agent's endpoint of its own cloud, as *.his.arc.azure.com is",
        fix: `rules with ${needed}`,
        ...componentFix,
      }),
    });
  });

  it("reads the rules of a firewall without a policy", () => {
    const firewall = (targetFqdns: readonly string[]): Declared => ({
      name: "firewall",
      type: "azure-native:network:AzureFirewall",
      inputs: {
        azureFirewallName: "firewall",
        resourceGroupName: "stores",
        applicationRuleCollections: [
          {
            name: "arc",
            priority: 100,
            action: { type: "Allow" },
            rules: [
              {
                name: "names",
                sourceAddresses: ["*"],
                protocols: [{ protocolType: "Https", port: 443 }],
                targetFqdns,
              },
            ],
          },
        ],
      },
    });
    expectVerdicts(rule, [firewall(arcNames)], { firewall: met });
    expectVerdicts(rule, [firewall(without("pas.windows.net"))], {
      firewall: wrongAt("applicationRuleCollections[0].rules[0].targetFqdns[2]", "pas.windows.net"),
    });
  });

  it("is not known while a name is not", () => {
    expectVerdicts(rule, rulesFor([...without("pas.windows.net"), unknown]), {
      egress: notKnown({
        property: "ruleCollections[0].rules[0].targetFqdns[7]",
        because: "of openings is known only after deployment",
      }),
    });
  });

  it("says nothing of firewalls that name none of the agent's own endpoints, and of security groups", () => {
    expectVerdicts(rule, rulesFor(["login.microsoftonline.com", "*.blob.core.windows.net"]), {});
    expectVerdicts(rule, [securityGroup(arcTags)], {});
  });
});
