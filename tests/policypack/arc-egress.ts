import { type Declared, unknown } from "./fixture";

const outbound = (name: string, priority: number, access: string, destinationAddressPrefix: unknown) => ({
  name,
  priority,
  access,
  direction: "Outbound",
  protocol: "Tcp",
  sourceAddressPrefix: "10.0.0.0/24",
  sourcePortRange: "*",
  destinationAddressPrefix,
  destinationPortRange: "443",
});

/** A security rule that lets servers out to a tag; `change` replaces properties. */
export function allow(tag: unknown, priority: number, change: object = {}): object {
  return { ...outbound(`allow-${priority}`, priority, "Allow", tag), ...change };
}

/** A network security group that lets servers out by tags, and else denies all of it unless `denies` is false. */
export function securityGroup(tags: readonly unknown[], denies = true, more: readonly object[] = []): Declared {
  const rules = tags.map((tag, index) => allow(tag, 100 + index));
  const denial = { ...outbound("deny", 4000, "Deny", "*"), protocol: "*", destinationPortRange: "*" };
  return {
    name: "stores",
    type: "azure-native:network:NetworkSecurityGroup",
    inputs: {
      networkSecurityGroupName: "stores",
      resourceGroupName: "stores",
      location: "westeurope",
      securityRules: [...rules, ...more, ...(denies ? [denial] : [])],
    },
  };
}

/** A firewall policy in a region. */
export function firewallPolicy(location: unknown = "westeurope"): Declared {
  return {
    name: "egress",
    type: "azure-native:network:FirewallPolicy",
    inputs: { firewallPolicyName: "egress", resourceGroupName: "stores", location },
  };
}

/** A firewall policy's group of rules that let servers out, by tags and by host names. */
export function openings(tags: readonly string[], names: readonly unknown[], change: object = {}): Declared {
  const sourceAddresses = ["10.0.0.0/24"];
  const collection = (name: string, priority: number, rules: readonly object[]) => ({
    name,
    priority,
    ruleCollectionType: "FirewallPolicyFilterRuleCollection",
    action: { type: "Allow" },
    rules,
  });
  const network = {
    ruleType: "NetworkRule",
    name: "tags",
    ipProtocols: ["TCP"],
    sourceAddresses,
    destinationAddresses: tags,
    destinationPorts: ["443"],
  };
  const application = {
    ruleType: "ApplicationRule",
    name: "names",
    sourceAddresses,
    protocols: [{ protocolType: "Https", port: 443 }],
    targetFqdns: names,
  };
  return {
    name: "openings",
    type: "azure-native:network:FirewallPolicyRuleCollectionGroup",
    inputs: {
      ruleCollectionGroupName: "openings",
      firewallPolicyName: unknown,
      resourceGroupName: "stores",
      priority: 200,
      ruleCollections: [
        ...(tags.length > 0 ? [collection("tags", 100, [network])] : []),
        ...(names.length > 0 ? [collection("names", 200, [application])] : []),
      ],
      ...change,
    },
    from: { firewallPolicyName: ["egress"] },
  };
}
