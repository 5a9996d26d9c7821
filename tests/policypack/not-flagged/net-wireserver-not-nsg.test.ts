import assert from "node:assert/strict";
import {
  behindNat,
  denyInternet,
  guardedBy,
  linkedWindows,
  natGateway,
  networkInterface,
  objections,
  routed,
  routeTable,
  securityGroup,
  subnet,
  virtualNetwork,
} from "../network";

/** Rules that let a Windows machine out to its updates and nowhere else. */
const updatesAlone = [
  { name: "metadata", destinationAddressPrefix: "AzureUpdateDelivery", destinationPortRange: "443" },
  { name: "downloads", destinationAddressPrefix: "AzureFrontDoor.FirstParty", destinationPortRange: "80" },
  denyInternet,
  { name: "deny-rest", access: "Deny" },
];

describe("net-wireserver-not-nsg", () => {
  it("asks no network security group to let a machine reach the platform's address", () => {
    const [guard, guardFrom] = guardedBy();
    const [nat, natFrom] = behindNat;
    const stack = [
      virtualNetwork(),
      natGateway,
      securityGroup(updatesAlone),
      subnet({ ...guard, ...nat }, { ...guardFrom, ...natFrom }),
      networkInterface("files"),
      linkedWindows(),
    ];
    assert.deepEqual(objections(stack), []);
    const denied = { name: "deny-platform", access: "Deny", destinationAddressPrefix: "168.63.129.16" };
    const [network, gateway, , ...rest] = stack;
    assert.ok(network && gateway);
    assert.deepEqual(objections([network, gateway, securityGroup([denied, ...updatesAlone]), ...rest]), []);
  });

  it("asks no route to lead there", () => {
    const [nat, natFrom] = behindNat;
    const [table, tableFrom] = routed;
    const stack = [
      virtualNetwork(),
      natGateway,
      routeTable([{ name: "platform", addressPrefix: "168.63.129.16/32", nextHopType: "None" }]),
      subnet({ ...table, ...nat }, { ...tableFrom, ...natFrom }),
      networkInterface("files"),
      linkedWindows(),
    ];
    assert.deepEqual(objections(stack), []);
  });
});
