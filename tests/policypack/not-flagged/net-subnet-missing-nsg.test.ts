import assert from "node:assert/strict";
import { unknown } from "../fixture";
import {
  behindNat,
  linkedLinux,
  linkedWindows,
  natGateway,
  networkId,
  networkInterface,
  objections,
  subnet,
  virtualNetwork,
} from "../network";

const [nat, natFrom] = behindNat;

function behind(group: object) {
  return [
    virtualNetwork(),
    natGateway,
    subnet({ ...nat, ...group }, natFrom),
    networkInterface("files"),
    networkInterface("web"),
    linkedWindows(),
    linkedLinux(),
  ];
}

describe("net-subnet-missing-nsg", () => {
  it("takes no network security group for one that allows everything", () => {
    assert.deepEqual(objections(behind({})), []);
  });

  it("does not know of a group that is outside the stack, or not known yet", () => {
    for (const id of [networkId("networkSecurityGroups/hub", "hub"), unknown]) {
      const found = objections(behind({ networkSecurityGroup: { id } }));
      assert.ok(found.includes("net-nsg-imds-dns-deny web"), found.join());
      assert.ok(!found.includes("net-explicit-outbound web"), found.join());
      assert.ok(!found.includes("net-udr-blackhole web"), found.join());
    }
  });
});
