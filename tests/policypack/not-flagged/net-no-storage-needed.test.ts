import assert from "node:assert/strict";
import {
  behindNat,
  denyInternet,
  guardedBy,
  linkedLinux,
  linkedWindows,
  natGateway,
  networkInterface,
  objections,
  securityGroup,
  subnet,
  virtualNetwork,
} from "../network";

const withoutStorage = { name: "deny-storage", access: "Deny", destinationAddressPrefix: "Storage" };

describe("net-no-storage-needed", () => {
  it("asks for no way to Azure Storage beside the source of updates", () => {
    const [guard, guardFrom] = guardedBy();
    const [nat, natFrom] = behindNat;
    const stack = (...rules: readonly object[]) => [
      virtualNetwork(),
      natGateway,
      securityGroup(rules),
      subnet({ ...guard, ...nat }, { ...guardFrom, ...natFrom }),
      networkInterface("files"),
      networkInterface("web"),
      linkedWindows(),
      linkedLinux(),
    ];
    const windowsUpdate = [
      { name: "metadata", destinationAddressPrefix: "AzureUpdateDelivery", destinationPortRange: "443" },
      { name: "downloads", destinationAddressPrefix: "AzureFrontDoor.FirstParty", destinationPortRange: "80" },
    ];
    const packages = { name: "packages", destinationPortRange: "80" };
    assert.deepEqual(objections(stack(...windowsUpdate, packages, withoutStorage, denyInternet)), []);
  });
});
