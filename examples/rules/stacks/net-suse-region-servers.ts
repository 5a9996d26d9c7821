import { assign, linuxMachine, storageProfile, weekly, within } from "../fleet";
import { denyInternet, openSubnet, securityGroup } from "../networks";

const name = "net-suse-region-servers";
const sles = { publisher: "SUSE", offer: "sles-15-sp6", sku: "gen2", version: "latest" };
/** In place of the addresses that `pint microsoft servers --json --region westeurope` prints. */
const servers = ["20.0.0.1", "20.0.0.2", "20.0.0.3", "20.0.0.4", "20.0.0.5"];

function declare(destinationAddressPrefixes: string[]): void {
  const group = securityGroup(
    name,
    {
      name: "allow-suse",
      destinationAddressPrefix: "",
      destinationAddressPrefixes,
      destinationPortRange: "",
      destinationPortRanges: ["80", "443"],
    },
    denyInternet,
  );
  const networkProfile = within(openSubnet(name, { networkSecurityGroup: { id: group.id } }), name);
  assign(name, weekly(name), linuxMachine(name, { networkProfile, storageProfile: storageProfile(sles) }));
}

export function met(): void {
  declare(servers);
}

export function broken(): void {
  declare(servers.slice(3));
}
