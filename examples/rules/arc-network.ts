/** What the stacks of the rules on the network of Arc-enabled servers share. */
import * as network from "@pulumi/azure-native/network";
import { resourceGroup } from "./fleet";

/** A network security group that lets servers out by service tags alone. */
export function letOutBy(name: string, tags: readonly string[]): void {
  const rule = (ruleName: string, priority: number, access: string, destinationAddressPrefix: string) => ({
    name: ruleName,
    priority,
    access,
    direction: "Outbound",
    protocol: access === "Allow" ? "Tcp" : "*",
    sourceAddressPrefix: "*",
    sourcePortRange: "*",
    destinationAddressPrefix,
    destinationPortRange: access === "Allow" ? "443" : "*",
  });
  new network.NetworkSecurityGroup(name, {
    resourceGroupName: resourceGroup.name,
    securityRules: [
      ...tags.map((tag, index) => rule(`allow-${index}`, 100 + index, "Allow", tag)),
      rule("deny-outbound", 4000, "Deny", "*"),
    ],
  });
}

/** A firewall policy that lets servers out by host names. */
export function letOutTo(name: string, targetFqdns: string[]): void {
  const policy = new network.FirewallPolicy(name, { resourceGroupName: resourceGroup.name });
  new network.FirewallPolicyRuleCollectionGroup(name, {
    resourceGroupName: resourceGroup.name,
    firewallPolicyName: policy.name,
    priority: 200,
    ruleCollections: [
      {
        ruleCollectionType: "FirewallPolicyFilterRuleCollection",
        name: "arc",
        priority: 100,
        action: { type: "Allow" },
        rules: [
          {
            ruleType: "ApplicationRule",
            name: "agent",
            sourceAddresses: ["*"],
            protocols: [{ protocolType: "Https", port: 443 }],
            targetFqdns,
          },
        ],
      },
    ],
  });
}
