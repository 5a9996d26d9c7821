import { assign, weekly, windowsMachine, within } from "../fleet";
import { denyInternet, openSubnet, securityGroup } from "../networks";

const name = "net-nsg-egress-windows";

/** Downloads of Windows updates come over port 80, their metadata over port 443. */
function declare(...ports: readonly string[]): void {
  const rules = ports.map((port) => ({
    name: `allow-${port}`,
    destinationAddressPrefix: "Internet",
    destinationPortRange: port,
  }));
  const group = securityGroup(name, ...rules, denyInternet);
  const subnet = openSubnet(name, { networkSecurityGroup: { id: group.id } });
  assign(name, weekly(name), windowsMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare("80", "443");
}

export function broken(): void {
  declare("443");
}
