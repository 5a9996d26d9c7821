import { applicationRule, filteredSubnet } from "../firewalls";
import { assign, weekly, windowsMachine, within } from "../fleet";

const name = "net-fw-fqdn-tag";
const protocols = [
  { protocolType: "Http", port: 80 },
  { protocolType: "Https", port: 443 },
];

function declare(names: { readonly fqdnTags?: string[]; readonly targetFqdns?: string[] }): void {
  const subnet = filteredSubnet(name, 49, { ...applicationRule, protocols, ...names });
  assign(name, weekly(name), windowsMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare({ fqdnTags: ["WindowsUpdate"] });
}

export function broken(): void {
  declare({ targetFqdns: ["*.update.microsoft.com"] });
}
