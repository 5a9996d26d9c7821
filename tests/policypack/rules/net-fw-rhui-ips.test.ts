import assert from "node:assert/strict";
import { netFwRhuiIps as rule } from "../../../policypack/rules/azure-vm-network/net-fw-rhui-ips";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { allowing, applicationRule, firewall, networkRule, routesToFirewall } from "../firewall";
import { type Declared, storageProfile, unknown } from "../fixture";
import {
  denyInternet,
  guardedBy,
  linkedLinux,
  networkInterface,
  rhel,
  rhuiAddresses,
  routed,
  securityGroup,
  subnet,
  virtualNetwork,
} from "../network";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const machine = linkedLinux({ storageProfile: storageProfile(rhel) });
const retired = ["13.91.47.76", "40.85.190.91", "52.187.75.218", "52.174.163.213", "52.237.203.198"];

/** A RHEL machine behind a network security group that lists addresses. */
function guarded(addresses: readonly string[]): readonly Declared[] {
  const [inputs, from] = guardedBy();
  const list = { destinationAddressPrefix: "", destinationAddressPrefixes: addresses, destinationPortRange: "443" };
  return [
    machine,
    networkInterface("web"),
    subnet(inputs, from),
    virtualNetwork(),
    securityGroup([list, denyInternet]),
  ];
}

/** A RHEL machine behind a firewall that lists addresses. */
function filtered(addresses: readonly string[]): readonly Declared[] {
  const rules = firewall([allowing([networkRule({ destinationAddresses: addresses })])]);
  return [machine, networkInterface("web"), subnet(...routed), virtualNetwork(), routesToFirewall, ...rules];
}

const mustBe = `open to all of ${rhuiAddresses.join(", ")}`;

function inGroup(others: string, missing: string) {
  return broken({
    property: "networkProfile",
    found: `open to ${others}, and closed to ${missing} of Red Hat Update Infrastructure on TCP 443 by security rule "deny-internet" of network security group nsg`,
    mustBe,
    fix: `add a security rule of a lower priority number than "deny-internet": { name: "allow-updates-443", direction: "Outbound", access: "Allow", protocol: "Tcp", sourceAddressPrefix: "*", sourcePortRange: "*", destinationAddressPrefixes: ${JSON.stringify(rhuiAddresses)}, destinationPortRange: "443" }`,
    component: "UpdateNetworkRules",
    componentFix: "sources: { rhui: true }, networkSecurityGroup: { networkSecurityGroupName }",
  });
}

function inFirewall(others: string, missing: string) {
  return broken({
    property: "networkProfile",
    found: `open to ${others}, and closed to ${missing} of Red Hat Update Infrastructure on TCP 443 by the default of firewall hub, which denies what no rule allows`,
    mustBe,
    fix: `add a network rule that allows it: { ruleType: "NetworkRule", name: "updates", sourceAddresses: ["ADDRESSES OF THE SUBNET"], ipProtocols: ["TCP"], destinationAddresses: ${JSON.stringify(rhuiAddresses)}, destinationPorts: ["443"] }`,
    component: "UpdateNetworkRules",
    componentFix: "sources: { rhui: true }, sourceAddresses, firewallPolicy: { firewallPolicyName }",
  });
}

describe("net-fw-rhui-ips", () => {
  it("is met by lists of all five servers", () => {
    expectVerdicts(rule, guarded(rhuiAddresses), { web: met });
    expectVerdicts(rule, filtered(rhuiAddresses), { web: met });
  });

  it("is broken by a list that lacks one", () => {
    for (const missing of rhuiAddresses) {
      const others = rhuiAddresses.filter((each) => each !== missing);
      expectVerdicts(rule, guarded(others), { web: inGroup("4 of the 5", missing) });
      expectVerdicts(rule, filtered(others), { web: inFirewall("4 of the 5", missing) });
    }
  });

  it("is broken by the servers of RHUI 3 alone", () => {
    const [first = ""] = rhuiAddresses;
    expectVerdicts(rule, guarded(retired), { web: inGroup("5 servers of RHUI 3", first) });
    expectVerdicts(rule, filtered(retired.slice(0, 2)), { web: inFirewall("2 servers of RHUI 3", first) });
  });

  it("is met where nothing is a list: all is open, or all is closed, which others report", () => {
    expectVerdicts(rule, guarded(["0.0.0.0/0"]), { web: met });
    expectVerdicts(rule, guarded(["192.0.2.1"]), { web: met });
    expectVerdicts(rule, filtered(["192.0.2.1"]), { web: met });
  });

  it("takes rules with other names for no list", () => {
    const names = [applicationRule({ targetFqdns: ["*.redhat.com"] })];
    const rules = firewall([allowing([networkRule({ destinationAddresses: ["192.0.2.1"] }), ...names])]);
    expectVerdicts(
      rule,
      [machine, networkInterface("web"), subnet(...routed), virtualNetwork(), routesToFirewall, ...rules],
      { web: met },
    );
  });

  it("is not known while an address of the list is not", () => {
    expectVerdicts(rule, guarded([...rhuiAddresses.slice(1), unknown]), {
      web: notKnown({
        property: "securityRules[0].destinationAddressPrefixes[4]",
        because: "of nsg is known only after deployment",
      }),
    });
  });

  it("does not apply to another distribution, nor where the machine pays Red Hat itself", () => {
    const machines = [linkedLinux(), ...guarded([]).slice(1)];
    expectVerdicts(rule, machines, { web: notApplicable("the machine gets no updates from RHUI") });
    const byos = { publisher: "RedHat", offer: "rhel-byos", sku: "rhel-lvm94-gen2", version: "latest" };
    const own = [linkedLinux({ storageProfile: storageProfile(byos) }), ...guarded([]).slice(1)];
    expectVerdicts(rule, own, { web: notApplicable("updates come from no public source") });
  });

  const prefixes = "securityRules[0].destinationAddressPrefixes";
  const listing = (addresses: readonly string[], change: object = {}) => ({
    destinationAddressPrefix: undefined,
    destinationAddressPrefixes: addresses,
    destinationPortRange: "443",
    ...change,
  });
  const deny = { ...denyInternet, priority: 4000 };

  it("completes a list of a network security group as a remediation", () => {
    const [first = "", second = "", ...others] = rhuiAddresses;
    expectChanges(rule, securityGroup([listing(["192.0.2.1", first, `${second}/32`]), deny]), {
      path: prefixes,
      value: ["192.0.2.1", first, `${second}/32`, ...others],
    });
    expectChanges(rule, securityGroup([listing(retired), deny]), {
      path: prefixes,
      value: [...retired, ...rhuiAddresses],
    });
  });

  it("makes a list of a single address as a remediation, once for the same machines", () => {
    const [first = "", second = "", ...others] = rhuiAddresses;
    const single = (destinationAddressPrefix: string) => ({ destinationAddressPrefix, destinationPortRange: "443" });
    expectChanges(
      rule,
      securityGroup([single(first), single(second), deny]),
      { path: prefixes, value: [first, ...others] },
      { path: "securityRules[0].destinationAddressPrefix", value: undefined },
    );
    expectChanges(rule, securityGroup([...rhuiAddresses.map(single), deny]));
  });

  it("completes a list of a firewall as a remediation", () => {
    const collections = [allowing([networkRule({ destinationAddresses: rhuiAddresses.slice(0, 4) })])];
    const change = { path: "ruleCollections[0].rules[0].destinationAddresses", value: rhuiAddresses };
    const [hub, , group] = firewall(collections);
    assert.ok(hub !== undefined && group !== undefined);
    expectChanges(rule, group, change);
    const inputs = { azureFirewallName: "hub", networkRuleCollections: collections };
    expectChanges(rule, { ...hub, inputs }, { ...change, path: `networkR${change.path.slice(1)}` });
    expectChanges(rule, { ...hub, inputs: { ...inputs, firewallPolicy: { id: unknown } } });
  });

  it("changes nothing as a remediation of what is complete, open, denied, inbound, of another port or no list of RHUI", () => {
    const part = rhuiAddresses.slice(1);
    expectChanges(rule, securityGroup([listing(rhuiAddresses), deny]));
    expectChanges(rule, securityGroup([listing(part)]));
    expectChanges(rule, securityGroup([listing(part, { access: "Deny" }), deny]));
    expectChanges(rule, securityGroup([listing(part, { direction: "Inbound" }), deny]));
    expectChanges(rule, securityGroup([listing(part, { destinationPortRange: "80" }), deny]));
    expectChanges(rule, securityGroup([listing(["192.0.2.1", "52.0.0.0/8"]), deny]));
    expectChanges(rule, subnet());
  });

  it("leaves as it is, as a remediation, a list with an address that is not known", () => {
    const list = listing([...rhuiAddresses.slice(1), unknown]);
    expectLeftUnknown(rule, securityGroup([list, deny]), `${prefixes}[4]`);
  });
});
