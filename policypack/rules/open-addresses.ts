import { everyAddress } from "../stack/network/addresses";
import type { Connection } from "../stack/network/connections";
import { intersection, type Ranges } from "../stack/network/ranges";
import type { MachineNetwork } from "../stack/network/reachability";
import { SecurityGroup } from "../stack/network/security-group";
import { NotKnown } from "../stack/properties";
import type { Stack } from "../stack/stack";

/** To how many addresses the network security groups of a machine allow a connection: for certain, and at most. */
export function countOpen(network: MachineNetwork, stack: Stack, connection: Connection) {
  const { certain, possible } = openTo(network, stack, connection);
  return { atLeast: sizeOf(certain), atMost: sizeOf(possible) };
}

function openTo(network: MachineNetwork, stack: Stack, connection: Connection) {
  const [link, another] = network.links;
  if (link === undefined || another !== undefined) {
    throw new NotKnown("networkProfile", "may be linked to any of several network interfaces and subnets");
  }
  const flow = network.flowOf(link, connection);
  let open = { certain: everyAddress, possible: everyAddress };
  for (const groups of [link.networkInterface.securityGroups, link.subnet.securityGroups]) {
    const [group, other] = groups;
    if (group === undefined) continue;
    if (other !== undefined) throw new NotKnown("networkSecurityGroup", "may be any of several");
    const { certain, possible } = new SecurityGroup(group, stack).allowed(flow);
    open = { certain: intersection(open.certain, certain), possible: intersection(open.possible, possible) };
  }
  return open;
}

function sizeOf(addresses: Ranges): number {
  return addresses.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}
