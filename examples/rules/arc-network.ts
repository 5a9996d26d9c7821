/** What the stacks of the rules on the network of Arc-enabled servers share. */
import * as network from "@pulumi/azure-native/network";
import { resourceGroup } from "./fleet";

/** The service tags by which Arc-enabled servers are let out. */
export const arcTags = [
  "AzureActiveDirectory",
  "AzureTrafficManager",
  "AzureResourceManager",
  "AzureArcInfrastructure",
  "Storage",
  "AzureFrontDoor.Frontend",
];

/** The host names that the agent needs in the public cloud: always, and the last to connect. */
export const arcNames = [
  "login.microsoftonline.com",
  "*.login.microsoft.com",
  "pas.windows.net",
  "*.his.arc.azure.com",
  "*.guestconfiguration.azure.com",
  "guestnotificationservice.azure.com",
  "*.guestnotificationservice.azure.com",
  "*.servicebus.windows.net",
  "management.azure.com",
];

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
