import { assign, linuxMachine, weekly, within } from "../fleet";
import { openSubnet, securityGroup } from "../networks";

const name = "net-nsg-imds-dns-deny";

function declare(access: string): void {
  const group = securityGroup(name, { name: "dns", access, destinationAddressPrefix: "AzurePlatformDNS" });
  const subnet = openSubnet(name, { networkSecurityGroup: { id: group.id } });
  assign(name, weekly(name), linuxMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare("Allow");
}

export function broken(): void {
  declare("Deny");
}
