import { applicationRule, filteredSubnet } from "../firewalls";
import { assign, linuxMachine, weekly, within } from "../fleet";

const name = "net-fw-linux-fqdns";

function declare(protocolType: string, port: number): void {
  const targetFqdns = ["azure.archive.ubuntu.com", "security.ubuntu.com", "changelogs.ubuntu.com"];
  const subnet = filteredSubnet(name, 50, { ...applicationRule, protocols: [{ protocolType, port }], targetFqdns });
  assign(name, weekly(name), linuxMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare("Http", 80);
}

export function broken(): void {
  declare("Https", 443);
}
