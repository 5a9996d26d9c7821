import { assign, linuxMachine, weekly, within } from "../fleet";
import { openSubnet, subnet } from "../networks";

const name = "net-explicit-outbound";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name, { networkProfile: within(openSubnet(name), name) }));
}

export function broken(): void {
  assign(name, weekly(name), linuxMachine(name, { networkProfile: within(subnet(name), name) }));
}
