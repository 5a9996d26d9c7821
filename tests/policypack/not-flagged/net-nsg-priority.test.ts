import assert from "node:assert/strict";
import { windowsUpdateEndpoints } from "../../../facts/network";
import { type Connection, connectionsTo } from "../../../policypack/stack/network/connections";
import { MachineNetwork } from "../../../policypack/stack/network/reachability";
import { type Declared, stackOf } from "../fixture";
import {
  behindNat,
  denyInternet,
  guardedBy,
  linkedWindows,
  natGateway,
  networkInterface,
  objections,
  securityGroup,
  subnet,
  virtualNetwork,
} from "../network";

const [nat, natFrom] = behindNat;
const [guard, guardFrom] = guardedBy("subnet-nsg");
const windowsUpdate = [
  { name: "metadata", destinationAddressPrefix: "AzureUpdateDelivery", destinationPortRange: "443" },
  { name: "downloads", destinationAddressPrefix: "AzureFrontDoor.FirstParty", destinationPortRange: "80" },
];

/** A Windows machine behind a group on its subnet and one on its network interface. */
function guarded(onSubnet: readonly object[], onInterface: readonly object[]): readonly Declared[] {
  return [
    virtualNetwork(),
    natGateway,
    securityGroup(onSubnet, "subnet-nsg"),
    securityGroup(onInterface, "nic-nsg"),
    subnet({ ...nat, ...guard }, { ...natFrom, ...guardFrom }),
    networkInterface("files", {}, [], ...guardedBy("nic-nsg")),
    linkedWindows(),
  ];
}

function denials(declared: readonly Declared[]): readonly (string | undefined)[] {
  const stack = stackOf(...declared);
  const [machine] = stack.virtualMachines;
  const network = machine && stack.networkOf(machine);
  assert.ok(network instanceof MachineNetwork);
  return connectionsTo(windowsUpdateEndpoints).map((each: Connection) => network.denialOf(each)?.description);
}

describe("net-nsg-priority", () => {
  it("lets an earlier rule decide against a later one, whatever their order in the program", () => {
    const late = { ...denyInternet, priority: 4096 };
    const early = windowsUpdate.map((rule, index) => ({ ...rule, priority: 200 + index }));
    assert.deepEqual(denials(guarded([late, ...early], [])), [undefined, undefined]);
    assert.deepEqual(objections(guarded([late, ...early], [])), []);
    const denied = 'security rule "deny-internet" of network security group subnet-nsg';
    assert.deepEqual(denials(guarded([{ ...denyInternet, priority: 100 }, ...early], [])), [denied, denied]);
  });

  it("counts the default rules", () => {
    assert.deepEqual(denials(guarded([], [])), [undefined, undefined]);
    assert.deepEqual(objections(guarded([], [])), []);
  });

  it("has both groups allow", () => {
    assert.deepEqual(objections(guarded([...windowsUpdate, denyInternet], [...windowsUpdate, denyInternet])), []);
    const denied = 'security rule "deny-internet" of network security group nic-nsg';
    assert.deepEqual(denials(guarded([...windowsUpdate, denyInternet], [denyInternet])), [denied, denied]);
  });
});
