import {
  block,
  type Field,
  type Fields,
  fixed,
  groupInId,
  type Leaf,
  leavesOf,
  nameInId,
  prop,
  reference,
} from "./field";
import { concatenated, items } from "./list-field";
import { common, type Mapping } from "./mapping";

/*
 * Names: the arguments of azurerm_firewall, azurerm_firewall_policy, azurerm_firewall_policy_rule_collection_group,
 * azurerm_firewall_application_rule_collection, azurerm_firewall_network_rule_collection and azurerm_ip_group in the
 * documents of the Terraform provider for Azure.
 */

const protocols: Field = items("protocols", { protocolType: prop("type"), port: prop("port") });

const sources: Fields = {
  name: prop("name"),
  description: prop("description"),
  sourceAddresses: prop("sourceAddresses"),
  sourceIpGroups: prop("sourceIpGroups"),
};

const networkDestinations: Fields = {
  destinationAddresses: prop("destinationAddresses"),
  destinationIpGroups: prop("destinationIpGroups"),
  destinationFqdns: prop("destinationFqdns"),
  destinationPorts: prop("destinationPorts"),
};

function collection(rules: Fields, more: Fields = {}): Fields {
  return {
    name: prop("name"),
    priority: prop("priority"),
    action: block({ type: prop("action") }, "action"),
    rules: items("rules", { ...sources, ...rules }),
    ...more,
  };
}

/** A rule collection that is a resource of its own here, and part of the firewall in azure-native. */
export const firewallApplicationRuleCollection: Fields = collection({
  protocols,
  targetFqdns: prop("targetFqdns"),
  fqdnTags: prop("fqdnTags"),
});

/** A rule collection that is a resource of its own here, and part of the firewall in azure-native. */
export const firewallNetworkRuleCollection: Fields = collection({
  protocols: prop("protocols"),
  ...networkDestinations,
});

const ofPolicy: Fields = { ruleCollectionType: fixed("FirewallPolicyFilterRuleCollection") };

const applicationCollections = items(
  "applicationRuleCollections",
  collection(
    {
      ruleType: fixed("ApplicationRule"),
      protocols,
      destinationAddresses: prop("destinationAddresses"),
      targetFqdns: prop("destinationFqdns"),
      targetUrls: prop("destinationUrls"),
      fqdnTags: prop("destinationFqdnTags"),
      webCategories: prop("webCategories"),
      terminateTLS: prop("terminateTls"),
    },
    ofPolicy,
  ),
);

const networkCollections = items(
  "networkRuleCollections",
  collection({ ruleType: fixed("NetworkRule"), ipProtocols: prop("protocols"), ...networkDestinations }, ofPolicy),
);

/** Where rules of a kind stand: in a list of a policy's group, and, for a firewall without a policy, in a resource. */
export interface RulesOfKind {
  readonly ofPolicy: { readonly property: string; readonly leaves: readonly Leaf[] };
  readonly ofFirewall: { readonly resource: string; readonly leaves: readonly Leaf[] };
}

/** Where rules stand, by the type of rule that azure-native tells them by in a policy's group. */
export const rulesByKind: Readonly<Record<string, RulesOfKind>> = {
  ApplicationRule: {
    ofPolicy: { property: "applicationRuleCollections", leaves: applicationCollections.leaves },
    ofFirewall: {
      resource: "FirewallApplicationRuleCollection",
      leaves: leavesOf(firewallApplicationRuleCollection),
    },
  },
  NetworkRule: {
    ofPolicy: { property: "networkRuleCollections", leaves: networkCollections.leaves },
    ofFirewall: { resource: "FirewallNetworkRuleCollection", leaves: leavesOf(firewallNetworkRuleCollection) },
  },
};

/** Azure Firewall, its policies and what their rules refer to. */
export const firewall: readonly Mapping[] = [
  {
    classic: "network:Firewall",
    type: "network:AzureFirewall",
    fields: {
      ...common("azureFirewallName"),
      sku: block({ name: prop("skuName"), tier: prop("skuTier") }),
      firewallPolicy: reference("firewallPolicyId"),
      virtualHub: reference("virtualHub.virtualHubId"),
      ipConfigurations: items("ipConfigurations", {
        name: prop("name"),
        privateIPAddress: prop("privateIpAddress"),
        subnet: reference("subnetId"),
        publicIPAddress: reference("publicIpAddressId"),
      }),
    },
  },
  {
    classic: "network:FirewallPolicy",
    type: "network:FirewallPolicy",
    fields: {
      ...common("firewallPolicyName"),
      sku: block({ tier: prop("sku") }),
      basePolicy: reference("basePolicyId"),
      dnsSettings: block({ enableProxy: prop("dns.proxyEnabled"), servers: prop("dns.servers") }, "dns"),
    },
  },
  {
    classic: "network:FirewallPolicyRuleCollectionGroup",
    type: "network:FirewallPolicyRuleCollectionGroup",
    fields: {
      ruleCollectionGroupName: prop("name"),
      firewallPolicyName: nameInId("firewallPolicyId"),
      resourceGroupName: groupInId("firewallPolicyId"),
      priority: prop("priority"),
      ruleCollections: concatenated(applicationCollections, networkCollections),
    },
  },
  {
    classic: "network:IPGroup",
    type: "network:IpGroup",
    fields: { ...common("ipGroupsName"), ipAddresses: prop("cidrs") },
  },
];
