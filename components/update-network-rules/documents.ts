/** The article on network security groups, their rules, and the limits of those. */
export const securityRulesPage = "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview";

/** The article on the order in which Azure Firewall takes rules, and on the names and priorities of collections. */
export const firewallRulesPage = "https://learn.microsoft.com/azure/firewall/rule-processing";

/** The article on Red Hat Update Infrastructure. */
export const rhuiPage = "https://learn.microsoft.com/azure/virtual-machines/workloads/redhat/redhat-rhui";

/** SUSE's tool that tells the addresses of its servers for a region. */
export const suseHelperPage = "https://opensource.suse.com/premium-support/helper";

/** The article on what the Connected Machine agent reaches. */
export const arcNetworkPage = "https://learn.microsoft.com/azure/azure-arc/servers/network-requirements";

/** The article on NAT gateways, their addresses and timeouts. */
export const natGatewayPage = "https://learn.microsoft.com/azure/nat-gateway/nat-gateway-resource";
