import { assign, linuxMachine, weekly, within } from "../fleet";
import { defaultRoute, openSubnet } from "../networks";

const name = "net-udr-blackhole";

function declare(nextHopType: string): void {
  const routeTable = defaultRoute(name, { nextHopType });
  const subnet = openSubnet(name, { routeTable: { id: routeTable.id } });
  assign(name, weekly(name), linuxMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare("Internet");
}

export function broken(): void {
  declare("None");
}
