import { netFwLinuxFqdns as rule } from "../../../policypack/rules/azure-vm-network/net-fw-linux-fqdns";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { allowing, applicationRule, firewall, networkRule, routesToFirewall } from "../firewall";
import { type Declared, storageProfile, unknown } from "../fixture";
import {
  behindNat,
  linkedLinux,
  linkedWindows,
  networkInterface,
  rhel,
  rhuiAddresses,
  routed,
  sles,
  subnet,
  virtualNetwork,
} from "../network";
import { expectVerdicts } from "./expect";

function behind(collections: readonly object[], image?: object): readonly Declared[] {
  const machine = linkedLinux(image === undefined ? {} : { storageProfile: storageProfile(image) });
  return [
    machine,
    networkInterface("web"),
    subnet(...routed),
    virtualNetwork(),
    routesToFirewall,
    ...firewall(collections),
  ];
}

function behindTags(fqdnTags: readonly string[], image?: object): readonly Declared[] {
  return behind([allowing([applicationRule({ fqdnTags })])], image);
}

function closedTo(place: string, protocol: string, port: number, fqdns: readonly string[], sources: string) {
  return broken({
    property: "networkProfile",
    found: `closed to ${place} on TCP ${port} by the default of firewall hub, which denies what no rule allows`,
    mustBe: "open to it for the machine to get its updates",
    fix: `add an application rule that allows it: { ruleType: "ApplicationRule", name: "updates", sourceAddresses: ["ADDRESSES OF THE SUBNET"], protocols: [{ protocolType: "${protocol}", port: ${port} }], targetFqdns: ${JSON.stringify(fqdns)} }`,
    component: "UpdateNetworkRules",
    componentFix: `sources: ${sources}, sourceAddresses, firewallPolicy: { firewallPolicyName }`,
  });
}

const ubuntuHosts = ["azure.archive.ubuntu.com", "security.ubuntu.com", "changelogs.ubuntu.com"];
const rhuiHosts = [
  "rhui-1.microsoft.com",
  "rhui-2.microsoft.com",
  "rhui-3.microsoft.com",
  "rhui-4.microsoft.com",
  "rhui4-1.microsoft.com",
];
const closedToUbuntu = closedTo(ubuntuHosts[0] ?? "", "Http", 80, ubuntuHosts, '{ linuxDistributions: ["Ubuntu"] }');
const closedToRhui = closedTo(
  `${rhuiAddresses[0]} of Red Hat Update Infrastructure`,
  "Https",
  443,
  rhuiHosts,
  "{ rhui: true }",
);

describe("net-fw-linux-fqdns", () => {
  it("is met by the names of the repositories, and by network rules on their port", () => {
    expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: ubuntuHosts })])]), { web: met });
    expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: ["*.ubuntu.com"] })])]), { web: met });
    expectVerdicts(rule, behind([allowing([networkRule({ destinationPorts: ["80"] })])]), { web: met });
    const byName = networkRule({ destinationAddresses: [], destinationFqdns: ubuntuHosts, destinationPorts: ["80"] });
    expectVerdicts(rule, behind([allowing([byName])]), { web: met });
    expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: rhuiHosts })])], rhel), { web: met });
    expectVerdicts(rule, behind([allowing([networkRule({ destinationAddresses: rhuiAddresses })])], rhel), {
      web: met,
    });
  });

  it("is broken by a firewall that has no rule for them", () => {
    expectVerdicts(rule, behind([]), { web: closedToUbuntu });
    expectVerdicts(rule, behind([], rhel), { web: closedToRhui });
  });

  it("is broken where a name is missing, and says which", () => {
    const [archive = "", security = "", changelogs = ""] = ubuntuHosts;
    const missing = (...hosts: string[]) =>
      closedTo(hosts[0] ?? "", "Http", 80, hosts, '{ linuxDistributions: ["Ubuntu"] }');
    expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: [archive] })])]), {
      web: missing(security, changelogs),
    });
    expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: [archive, security] })])]), {
      web: missing(changelogs),
    });
    const partial = { targetFqdns: [archive], targetUrls: [`${security}/ubuntu/*`] };
    expectVerdicts(rule, behind([allowing([applicationRule(partial)])]), { web: missing(changelogs, security) });
    const byDocument = applicationRule({ targetFqdns: ["rhui-1.microsoft.com", "rhui4-1.microsoft.com"] });
    expectVerdicts(rule, behind([allowing([byDocument])], rhel), {
      web: closedTo("rhui-2.microsoft.com", "Https", 443, rhuiHosts.slice(1, 4), "{ rhui: true }"),
    });
  });

  it("is broken where rules have other names on the port of RHUI", () => {
    expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: ["*.redhat.com"] })])], rhel), {
      web: closedToRhui,
    });
    const byName = networkRule({ destinationAddresses: [], destinationFqdns: ["login.microsoftonline.com"] });
    expectVerdicts(rule, behind([allowing([byName])], rhel), { web: closedToRhui });
  });

  it("is broken by the wrong port", () => {
    const https = applicationRule({ targetFqdns: ubuntuHosts, protocols: [{ protocolType: "Https", port: 443 }] });
    expectVerdicts(rule, behind([allowing([https])]), { web: closedToUbuntu });
  });

  it("is broken beside an FQDN tag that is documented for names of others", () => {
    const tag = (...fqdnTags: string[]) => behindTags(fqdnTags);
    expectVerdicts(rule, tag("WindowsUpdate", "windowsdiagnostics", "AzureBackup"), { web: closedToUbuntu });
    expectVerdicts(rule, behindTags(["WindowsUpdate", "WindowsVirtualDesktop"], rhel), { web: closedToRhui });
    expectVerdicts(rule, behindTags(["WindowsUpdate", "AzureBackup"], sles), {
      web: broken({
        property: "networkProfile",
        found: `closed to the update infrastructure of SUSE on TCP 443 by the default of firewall hub, which denies what no rule allows`,
        mustBe: "open to it for the machine to get its updates",
        fix: 'add a network rule that allows it: { ruleType: "NetworkRule", name: "updates", sourceAddresses: ["ADDRESSES OF THE SUBNET"], ipProtocols: ["TCP"], destinationAddresses: ["ADDRESSES OF THE SERVERS"], destinationPorts: ["443"] }',
        component: "UpdateNetworkRules",
        componentFix:
          'sources: { suse: { addresses: ["ADDRESSES"] } }, sourceAddresses, firewallPolicy: { firewallPolicyName }',
      }),
    });
  });

  it("is not known beside an FQDN tag that may have the names, or whose names are not documented", () => {
    const because = (names: string) => `of rules may or may not have ${names}`;
    const property = "ruleCollections[0].rules[0].fqdnTags[0]";
    expectVerdicts(rule, behindTags(["AzureBackup"], rhel), {
      web: notKnown({ property, because: because(rhuiHosts[0] ?? "") }),
    });
    expectVerdicts(rule, behindTags(["AzureKubernetesService"]), {
      web: notKnown({ property, because: because(ubuntuHosts[0] ?? "") }),
    });
    expectVerdicts(rule, behindTags(["AzureKubernetesService"], sles), {
      web: notKnown({ property, because: because("the names that the machine asks for, which are not documented") }),
    });
  });

  it("is not known for SUSE beside names, since no document lists its own", () => {
    for (const name of ["*", "*.susecloud.net"]) {
      expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: [name] })])], sles), {
        web: notKnown({
          property: "ruleCollections[0].rules[0].targetFqdns[0]",
          because: "of rules is for names, and no document lists those that the machine asks for",
        }),
      });
    }
    const byName = networkRule({ destinationAddresses: [], destinationFqdns: ["*.example.com"] });
    expectVerdicts(rule, behind([allowing([byName])], sles), {
      web: notKnown({
        property: "ruleCollections[0].rules[0].destinationFqdns[0]",
        because: "of rules may share an address with the names that the machine asks for, which are not documented",
      }),
    });
  });

  it("is not known where a rule has part of what a name stands for, or may share its address", () => {
    const url = applicationRule({ targetUrls: ubuntuHosts.map((each) => `${each}/ubuntu/*`) });
    expectVerdicts(rule, behind([allowing([url])]), {
      web: notKnown({
        property: "ruleCollections[0].rules[0].targetUrls[0]",
        because: `of rules may or may not have all that machines ask for of ${ubuntuHosts[0]}`,
      }),
    });
    const shared = { destinationAddresses: [], destinationFqdns: ["releases.ubuntu.com"], destinationPorts: ["80"] };
    expectVerdicts(rule, behind([allowing([networkRule(shared)])]), {
      web: notKnown({
        property: "ruleCollections[0].rules[0].destinationFqdns[0]",
        because: `of rules may share an address with ${ubuntuHosts[0]}`,
      }),
    });
  });

  it("leaves an incomplete list of RHUI servers to net-fw-rhui-ips", () => {
    const list = networkRule({ destinationAddresses: rhuiAddresses.slice(2) });
    expectVerdicts(rule, behind([allowing([list])], rhel), {
      web: notApplicable("part of the RHUI servers is opened, on which net-fw-rhui-ips has a finding"),
    });
  });

  it("is not known while a rule that decides is not", () => {
    expectVerdicts(rule, behind([allowing([applicationRule({ targetFqdns: [unknown] })])]), {
      web: notKnown({
        property: "ruleCollections[0].rules[0].targetFqdns[0]",
        because: "of rules is known only after deployment",
      }),
    });
  });

  it("is met where no firewall is in the way, and does not apply to Windows", () => {
    const direct = [linkedLinux(), networkInterface("web"), subnet(...behindNat), virtualNetwork()];
    expectVerdicts(rule, direct, { web: met });
    const windows = [
      linkedWindows(),
      networkInterface("files"),
      subnet(...routed),
      virtualNetwork(),
      routesToFirewall,
      ...firewall([]),
    ];
    expectVerdicts(rule, windows, { files: notApplicable("the machine does not have Linux") });
  });
});
