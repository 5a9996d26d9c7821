import { assign, weekly, windowsMachine, within } from "../fleet";
import { denyInternet, openSubnet, securityGroup } from "../networks";

const name = "net-nsg-wu-tags";
const metadata = { name: "metadata", destinationAddressPrefix: "AzureUpdateDelivery", destinationPortRange: "443" };
const downloads = {
  name: "downloads",
  destinationAddressPrefix: "AzureFrontDoor.FirstParty",
  destinationPortRange: "80",
};

function declare(...rules: readonly (typeof metadata)[]): void {
  const group = securityGroup(name, ...rules, denyInternet);
  const subnet = openSubnet(name, { networkSecurityGroup: { id: group.id } });
  assign(name, weekly(name), windowsMachine(name, { networkProfile: within(subnet, name) }));
}

export function met(): void {
  declare(metadata, downloads);
}

export function broken(): void {
  declare(metadata);
}
