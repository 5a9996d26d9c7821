import assert from "node:assert/strict";
import { type Endpoint, rhuiEndpoint, windowsUpdateEndpoints } from "../../../../facts/network";
import { connectionsTo, toTheInternet } from "../../../../policypack/stack/network/connections";
import type { MachineNetwork } from "../../../../policypack/stack/network/reachability";
import { NotKnown } from "../../../../policypack/stack/properties";
import { attempt } from "../../../../policypack/stack/three-valued";
import { type Declared, stackOf, unknown } from "../../fixture";
import {
  behindNat,
  denyInternet,
  deployed,
  guardedBy,
  linkedWindows,
  natGateway,
  networkInterface,
  plain,
  routed,
  routeTable,
  securityGroup,
  subnet,
  virtualNetwork,
} from "../../network";

function networkOf(declared: readonly Declared[]): MachineNetwork {
  const stack = stackOf(...declared);
  const [machine] = stack.virtualMachines;
  const network = machine && stack.networkOf(machine);
  assert.ok(network !== undefined);
  return network;
}

/** What keeps the machine of a stack from each connection to some endpoints, in short. */
function obstacles(declared: readonly Declared[], endpoints: readonly Endpoint[]): readonly string[] {
  const network = networkOf(declared);
  return connectionsTo(endpoints).map((connection) => {
    const obstacle = attempt(() => network.obstacleTo(connection));
    if (obstacle instanceof NotKnown) return `not known: ${obstacle.message}`;
    return obstacle?.kind ?? "none";
  });
}

const [nat, natFrom] = behindNat;
const [table, tableFrom] = routed;
const machine = [virtualNetwork(), networkInterface("files"), linkedWindows()];
const toAppliance = { name: "default", addressPrefix: "0.0.0.0/0", nextHopType: "VirtualAppliance" };

function firewall(rules: readonly object[], sources: readonly string[] = []): Declared {
  return plain(
    "AzureFirewall",
    "firewall",
    {
      azureFirewallName: "firewall",
      ipConfigurations: [{ name: "primary", subnet: { id: unknown } }],
      applicationRuleCollections: [{ name: "updates", priority: 100, action: { type: "Allow" }, rules }],
    },
    { ipConfigurations: sources },
  );
}

const windowsUpdate = {
  name: "windows-update",
  sourceAddresses: ["10.0.0.0/16"],
  fqdnTags: ["WindowsUpdate"],
};

describe("what keeps a machine from an endpoint", () => {
  it("is nothing where it has a way out and nobody denies", () => {
    const stack = [...machine, natGateway, subnet(nat, natFrom)];
    assert.deepEqual(obstacles(stack, windowsUpdateEndpoints), ["none", "none"]);
  });

  it("is a group on either side, known before anything else is", () => {
    const [guard, guardFrom] = guardedBy();
    const group = securityGroup([denyInternet]);
    assert.deepEqual(
      obstacles([...machine, group, subnet({ routeTable: unknown, ...guard }, guardFrom)], windowsUpdateEndpoints),
      ["security group", "security group"],
    );
  });

  it("is a subnet without a way out, or a route to nowhere", () => {
    assert.deepEqual(obstacles([...machine, subnet()], windowsUpdateEndpoints), ["no way out", "no way out"]);
    const nowhere = routeTable([{ ...toAppliance, nextHopType: "None" }]);
    assert.deepEqual(obstacles([...machine, nowhere, subnet(table, tableFrom)], windowsUpdateEndpoints), [
      "route to nowhere",
      "route to nowhere",
    ]);
  });

  it("is a gateway, for RHUI alone", () => {
    const tunnel = routeTable([{ ...toAppliance, nextHopType: "VirtualNetworkGateway" }]);
    const stack = [...machine, tunnel, subnet(table, tableFrom)];
    assert.deepEqual([...new Set(obstacles(stack, [rhuiEndpoint]))], ["forced tunnelling"]);
    assert.match(obstacles(stack, windowsUpdateEndpoints)[0] ?? "", /^not known: .* is not visible here$/);
  });

  it("is a firewall of the stack, found by the graph", () => {
    const routes = routeTable([{ ...toAppliance, nextHopIpAddress: unknown }], {}, { routes: ["firewall"] });
    const stack = (rules: readonly object[]) => [...machine, firewall(rules), routes, subnet(table, tableFrom)];
    assert.deepEqual(obstacles(stack([windowsUpdate]), windowsUpdateEndpoints), ["none", "none"]);
    assert.deepEqual(obstacles(stack([]), windowsUpdateEndpoints), ["firewall", "firewall"]);
  });

  it("is a firewall of the stack, found by an address of its subnet or by its own", () => {
    const routes = routeTable([{ ...toAppliance, nextHopIpAddress: "10.0.0.4" }]);
    const ofFirewall = subnet({ subnetName: "AzureFirewallSubnet", addressPrefix: "10.0.0.0/26" }, {}, "egress");
    const stack = [...machine, ofFirewall, firewall([], ["egress"]), routes, subnet(table, tableFrom)];
    assert.deepEqual(obstacles(stack, windowsUpdateEndpoints), ["firewall", "firewall"]);
    const made = { ...firewall([]), outputs: { ipConfigurations: [{ privateIPAddress: "10.0.0.4" }] } };
    assert.deepEqual(obstacles([...machine, made, routes, subnet(table, tableFrom)], windowsUpdateEndpoints), [
      "firewall",
      "firewall",
    ]);
  });

  it("is not known where two firewalls of the stack may have the address", () => {
    const routes = routeTable([{ ...toAppliance, nextHopIpAddress: "10.0.0.4" }]);
    const made = { ...firewall([]), outputs: { ipConfigurations: [{ privateIPAddress: "10.0.0.4" }] } };
    const stack = [...machine, made, { ...made, name: "elsewhere" }, routes, subnet(table, tableFrom)];
    for (const each of obstacles(stack, windowsUpdateEndpoints)) assert.match(String(each), /^not known: /);
  });

  it("is not known behind another appliance", () => {
    const routes = routeTable([{ ...toAppliance, nextHopIpAddress: "10.9.0.4" }]);
    for (const each of obstacles(
      [...machine, firewall([]), routes, subnet(table, tableFrom)],
      windowsUpdateEndpoints,
    )) {
      assert.equal(
        each,
        "not known: routes[0] of routes leads to an appliance, and what that lets through is not visible here",
      );
    }
  });

  it("is the same once the network is deployed", () => {
    const literal = deployed([...machine, natGateway, subnet(nat, natFrom)], {
      machines: "virtualNetworks/network/subnets/machines",
      network: "virtualNetworks/network",
      nat: "natGateways/nat",
      "files-nic": "networkInterfaces/files-nic",
    });
    assert.deepEqual(obstacles(literal, windowsUpdateEndpoints), ["none", "none"]);
  });
});

describe("the network of a machine", () => {
  it("is made once for each machine, known or not", () => {
    const stack = stackOf(...machine, subnet());
    const [one] = stack.virtualMachines;
    assert.ok(one !== undefined);
    assert.equal(stack.networkOf(one), stack.networkOf(one));
    const lost = stackOf(linkedWindows());
    const [other] = lost.virtualMachines;
    assert.ok(other !== undefined);
    const refusals = [attempt(() => lost.networkOf(other)), attempt(() => lost.networkOf(other))];
    assert.ok(refusals[0] instanceof NotKnown);
    assert.equal(refusals[0], refusals[1]);
  });

  it("asks the Internet as a whole where no endpoint is known", () => {
    assert.equal(networkOf([...machine, subnet()]).obstacleTo(toTheInternet)?.kind, "no way out");
  });
});
