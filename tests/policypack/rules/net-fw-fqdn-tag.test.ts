import { netFwFqdnTag as rule } from "../../../policypack/rules/azure-vm-network/net-fw-fqdn-tag";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { allowing, applicationRule, firewall, networkRule, routesToFirewall } from "../firewall";
import { type Declared, unknown } from "../fixture";
import {
  behindNat,
  linkedLinux,
  linkedWindows,
  networkInterface,
  routed,
  routeTable,
  subnet,
  virtualNetwork,
} from "../network";
import { expectVerdicts } from "./expect";

function behind(collections: readonly object[]): readonly Declared[] {
  return [
    linkedWindows(),
    networkInterface("files"),
    subnet(...routed),
    virtualNetwork(),
    routesToFirewall,
    ...firewall(collections),
  ];
}

function closedBy(by: string, place = "", name = "*.windowsupdate.com", port = 80) {
  return broken({
    property: "networkProfile",
    found: `closed to ${name} on TCP ${port} by ${by}`,
    mustBe: "open to it for the machine to get its updates",
    fix: `add an application rule that allows it${place}: { ruleType: "ApplicationRule", name: "updates", sourceAddresses: ["ADDRESSES OF THE SUBNET"], protocols: [{ protocolType: "Http", port: 80 }, { protocolType: "Https", port: 443 }], fqdnTags: ["WindowsUpdate"] }`,
    component: "UpdateNetworkRules",
    componentFix: "sources: { windowsUpdate: true }, sourceAddresses, firewallPolicy: { firewallPolicyName }",
  });
}

const byDefault = "the default of firewall hub, which denies what no rule allows";
const names = [
  "*.windowsupdate.com",
  "*.dl.delivery.mp.microsoft.com",
  "emdl.ws.microsoft.com",
  "*.delivery.mp.microsoft.com",
  "*.prod.do.dsp.mp.microsoft.com",
  "*.update.microsoft.com",
  "tsfe.trafficshaping.dsp.mp.microsoft.com",
];

describe("net-fw-fqdn-tag", () => {
  it("is met by an application rule with the FQDN tag, whatever its letter case", () => {
    expectVerdicts(rule, behind([allowing([applicationRule({ fqdnTags: ["WindowsUpdate"] })])]), { files: met });
    expectVerdicts(rule, behind([allowing([applicationRule({ fqdnTags: ["windowsupdate"], protocols: [] })])]), {
      files: met,
    });
  });

  it("is met by the list of names, and by network rules", () => {
    expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: names })])]), { files: met });
    expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: ["*"] })])]), { files: met });
    expectVerdicts(rule, behind([allowing([networkRule({ destinationPorts: ["80", "443"] })])]), { files: met });
  });

  it("is broken by a firewall that has no rule for it", () => {
    expectVerdicts(rule, behind([]), { files: closedBy(byDefault) });
    expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: ["*.example.com"] })])]), {
      files: closedBy(byDefault),
    });
  });

  it("is broken where the list of names lacks one, or the protocol of the other port", () => {
    expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: names.slice(1) })])]), {
      files: closedBy(byDefault),
    });
    for (const [missing, port] of [["emdl.ws.microsoft.com", 80] as const, ["*.update.microsoft.com", 443] as const]) {
      const others = applicationRule({ targetFqdns: names.filter((each) => each !== missing) });
      expectVerdicts(rule, behind([allowing([others])]), { files: closedBy(byDefault, "", missing, port) });
    }
    const https = applicationRule({ targetFqdns: ["*"], protocols: [{ protocolType: "Https", port: 443 }] });
    expectVerdicts(rule, behind([allowing([https])]), { files: closedBy(byDefault) });
  });

  it("is broken beside FQDN tags of others, and not known where one of them may have the names", () => {
    const behindTag = (tag: string) => behind([allowing([applicationRule({ fqdnTags: [tag] })])]);
    expectVerdicts(rule, behindTag("WindowsDiagnostics"), { files: closedBy(byDefault) });
    expectVerdicts(rule, behindTag("AzureBackup"), { files: closedBy(byDefault) });
    expectVerdicts(rule, behindTag("MicrosoftActiveProtectionService"), {
      files: notKnown({
        property: "ruleCollections[0].rules[0].fqdnTags[0]",
        because: "of rules may or may not have *.windowsupdate.com",
      }),
    });
  });

  it("is broken by a rule that denies before", () => {
    const deny = allowing([networkRule({ name: "no-web", destinationPorts: ["80"] })], { action: { type: "Deny" } });
    expectVerdicts(rule, behind([allowing([applicationRule({ fqdnTags: ["WindowsUpdate"] })]), deny]), {
      files: closedBy('network rule "no-web" of firewall policy policy', ' before "no-web"'),
    });
  });

  it("is broken by a rule for other machines", () => {
    const others = applicationRule({ fqdnTags: ["WindowsUpdate"], sourceAddresses: ["10.0.2.0/24"] });
    expectVerdicts(rule, behind([allowing([others])]), { files: closedBy(byDefault) });
  });

  it("is not known while the rule's sources are not, and for an appliance or gateway, behind which nothing is visible", () => {
    const rules = [allowing([applicationRule({ fqdnTags: ["WindowsUpdate"], sourceAddresses: [unknown] })])];
    expectVerdicts(rule, behind(rules), {
      files: notKnown({
        property: "ruleCollections[0].rules[0].sourceAddresses[0]",
        because: "of rules is known only after deployment",
      }),
    });
    const hops = {
      VirtualAppliance: "of routes leads to an appliance, and what that lets through is not visible here",
      VirtualNetworkGateway: "of routes leads to a gateway, and what lies behind is not visible here",
    };
    for (const [nextHopType, because] of Object.entries(hops)) {
      const route = { name: "default", addressPrefix: "0.0.0.0/0", nextHopType, nextHopIpAddress: "10.9.0.4" };
      const elsewhere = routeTable([route]);
      const machines = [linkedWindows(), networkInterface("files"), subnet(...routed), virtualNetwork(), elsewhere];
      expectVerdicts(rule, machines, { files: notKnown({ property: "routes[0]", because }) });
    }
  });

  it("is met where no firewall is in the way, and does not apply to Linux", () => {
    const direct = [linkedWindows(), networkInterface("files"), subnet(...behindNat), virtualNetwork()];
    expectVerdicts(rule, direct, { files: met });
    const linux = [
      linkedLinux(),
      networkInterface("web"),
      subnet(...routed),
      virtualNetwork(),
      routesToFirewall,
      ...firewall([]),
    ];
    expectVerdicts(rule, linux, { web: notApplicable("the machine does not have Windows") });
  });
});
