import { type Declared, unknown } from "./fixture";
import { plain, routeTable } from "./network";

/** What takes a machine's way out to a firewall with a policy, and lets nothing through. */

/** The route table whose default route leads to the firewall, by an address that is known only after deployment. */
export const routesToFirewall: Declared = routeTable(
  [{ name: "default", addressPrefix: "0.0.0.0/0", nextHopType: "VirtualAppliance", nextHopIpAddress: unknown }],
  {},
  { routes: ["hub"] },
);

/** The firewall, its policy and a group with the given collections of rules. */
export function firewall(collections: readonly object[], from: Declared["from"] = {}): readonly Declared[] {
  return [
    plain(
      "AzureFirewall",
      "hub",
      { azureFirewallName: "hub", firewallPolicy: { id: unknown } },
      { firewallPolicy: ["policy"] },
    ),
    plain("FirewallPolicy", "policy", { firewallPolicyName: "policy" }),
    plain(
      "FirewallPolicyRuleCollectionGroup",
      "rules",
      { firewallPolicyName: unknown, priority: 1000, ruleCollections: collections },
      { firewallPolicyName: ["policy"], ...from },
    ),
  ];
}

/** A collection that allows what its rules match; `change` replaces what it has. */
export function allowing(rules: readonly object[], change: object = {}): object {
  return {
    ruleCollectionType: "FirewallPolicyFilterRuleCollection",
    name: "allow",
    priority: 1000,
    action: { type: "Allow" },
    rules,
    ...change,
  };
}

/** An application rule; `change` replaces what it has. */
export function applicationRule(change: object): object {
  return {
    ruleType: "ApplicationRule",
    name: "web",
    sourceAddresses: ["*"],
    protocols: [
      { protocolType: "Http", port: 80 },
      { protocolType: "Https", port: 443 },
    ],
    ...change,
  };
}

/** A network rule; `change` replaces what it has. */
export function networkRule(change: object): object {
  return {
    ruleType: "NetworkRule",
    name: "addresses",
    sourceAddresses: ["10.0.0.0/16"],
    ipProtocols: ["TCP"],
    destinationAddresses: ["*"],
    destinationPorts: ["443"],
    ...change,
  };
}
