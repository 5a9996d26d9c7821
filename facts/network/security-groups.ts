import { azureDocs } from "../documents";
import { source } from "../source";
import { type Statement, statement } from "../statement";

const overview = azureDocs("virtual-network/network-security-groups-overview");
const evaluation = azureDocs("virtual-network/network-security-group-how-it-works");

/** How network security groups decide. */
export const securityGroupStatements = {
  priority: statement(
    "The rule with the lowest priority is asked first, and the first one that matches decides; rules of one's own come before the default ones.",
    source(overview),
  ),
  defaults: statement(
    "By default AllowVnetOutBound (65000) and AllowInternetOutBound (65001) let machines out, and DenyAllOutBound (65500) denies the rest.",
    source(overview),
  ),
  both: statement(
    "What leaves a machine is judged by the group of its network interface and then by that of its subnet, and both have to allow it.",
    source(evaluation),
  ),
  none: statement("Without a group on either, everything is allowed to leave.", source(evaluation)),
} as const satisfies Record<string, Statement>;
