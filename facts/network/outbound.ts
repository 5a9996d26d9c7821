import { azureDocs } from "../documents";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";

const article = azureDocs("virtual-network/ip-services/default-outbound-access");
const announcement =
  "https://techcommunity.microsoft.com/t5/azure-networking-blog/private-subnets-by-default-in-azure-virtual-networks-what/ba-p/4513778";

/** The ways out of a subnet to the Internet that do not rest on default outbound access. */
export const explicitOutboundMethods = {
  values: [
    "a NAT gateway on the subnet",
    "a public IP address on a network interface",
    "a standard load balancer's backend pool with outbound rules",
    "a route of 0.0.0.0/0 to a firewall or appliance",
  ],
  source: source(article),
} as const satisfies Fact & Record<string, unknown>;

/** `defaultOutboundAccess` of a subnet. With false, activating and updating Windows take an explicit way out. */
export const defaultOutboundAccess = {
  property: "properties.defaultOutboundAccess",
  resourceType: "Microsoft.Network/virtualNetworks/subnets",
  apiVersion: "2023-05-01",
  /** From this API version on, subnets of new virtual networks get false where nothing is given. */
  falseByDefaultSince: { apiVersion: "2025-07-01", portal: "2026-04-01" },
  source: source(
    article,
    announcement,
    "https://learn.microsoft.com/azure/templates/Microsoft.Network/change-log/virtualnetworks/subnets",
  ),
} as const satisfies Fact & Record<string, unknown>;

/** Default outbound access, beyond its property. */
export const outboundStatements = {
  existingNetworks: statement(
    "Existing virtual networks, and new machines in them, keep the default outbound access they had.",
    source(announcement),
  ),
  apiVersionDecides: statement(
    "The API version that a provider's release sends decides the default: set defaultOutboundAccess, and take a value that is not given as undecided.",
    source(announcement),
    { unconfirmed: "Follows from the announcement; which version a provider sends is not part of it." },
  ),
  nextHopNone: statement(
    "Azure drops what a route with next hop None takes.",
    source(azureDocs("virtual-network/virtual-networks-udr-overview")),
  ),
  flexibleScaleSets: statement("Machines of flexible scale sets never get default outbound access.", source(article)),
} as const satisfies Record<string, Statement>;
