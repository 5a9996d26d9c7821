import { rhuiServers } from "../../../facts/network";
import { netExplicitOutbound as rule } from "../../../policypack/rules/azure-vm-network/net-explicit-outbound";
import { type Answer, broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, extension, linuxMachine, storageProfile, unknown, windowsMachine } from "../fixture";
import {
  behindNat,
  deployed,
  linkedLinux,
  linkedWindows,
  natGateway,
  networkId,
  networkInterface,
  plain,
  routed,
  routeTable,
  subnet,
  virtualNetwork,
} from "../network";
import { expectVerdicts } from "./expect";

/** The Linux machine in a network, and what is declared beside the four that every one has. */
function network(subnets: Declared, ...others: readonly Declared[]): readonly Declared[] {
  return [virtualNetwork(), subnets, networkInterface("web"), linkedLinux(), ...others];
}

const deadEnd = (more = ""): Answer =>
  broken({
    property: "networkProfile",
    found: `linked to subnet machines, which has no default outbound access, and to no other way out${more}`,
    mustBe:
      "linked to a way out, such as a NAT gateway on the subnet, a public IP address on a network interface, a standard load balancer's backend pool with outbound rules, a route of 0.0.0.0/0 to a firewall or appliance",
    fix: "set natGateway: { id: natGateway.id } on subnet machines, with a NatGateway that has a public IP address",
    component: "UpdateNetworkRules",
    componentFix: "natGateway: {}, and its natGatewayId on the subnet",
  });
const withoutWayOut = deadEnd();
const undecided = notKnown({
  property: "defaultOutboundAccess",
  because: "of subnet machines is not given, which leaves it to Azure whether machines get out",
});

describe("net-explicit-outbound", () => {
  it("is met by each of the ways out", () => {
    expectVerdicts(rule, network(subnet(...behindNat), natGateway), { web: met });
    expectVerdicts(rule, network(subnet({ natGateway: { id: networkId("natGateways/of-another-stack") } })), {
      web: met,
    });
    expectVerdicts(rule, network(subnet({ natGateway: unknown }, { natGateway: ["nat"] }), natGateway), { web: met });
    const address = plain("PublicIPAddress", "address");
    expectVerdicts(
      rule,
      [
        virtualNetwork(),
        subnet(),
        address,
        networkInterface("web", { publicIPAddress: { id: unknown } }, ["address"]),
        linkedLinux(),
      ],
      { web: met },
    );
    for (const nextHopType of ["VirtualAppliance", "VirtualNetworkGateway"]) {
      const routes = routeTable([{ name: "default", addressPrefix: "0.0.0.0/0", nextHopType }]);
      expectVerdicts(rule, network(subnet(...routed), routes), { web: met });
    }
    expectVerdicts(rule, network(subnet({ defaultOutboundAccess: true })), { web: met });
  });

  it("is met by outbound rules of the load balancer whose pool the machine is in", () => {
    const pool = { loadBalancerBackendAddressPools: [{ id: unknown }] };
    const stack = (...balancer: readonly Declared[]) => [
      virtualNetwork(),
      subnet(),
      ...balancer,
      networkInterface(
        "web",
        pool,
        balancer.map(({ name }) => name),
      ),
      linkedLinux(),
    ];
    const balancer = (inputs: object) =>
      plain("LoadBalancer", "balancer", {
        loadBalancerName: "balancer",
        backendAddressPools: [{ name: "all" }],
        ...inputs,
      });
    const outboundRules = [{ name: "out", backendAddressPool: { id: unknown } }];
    expectVerdicts(rule, stack(balancer({ outboundRules })), { web: met });
    expectVerdicts(rule, stack(balancer({})), { web: withoutWayOut });
    expectVerdicts(rule, stack(balancer({ loadBalancingRules: [{ name: "https" }] })), {
      web: notKnown({
        property: "outboundRules",
        because: "of balancer is not given, and its load balancing rules may let it out",
      }),
    });
    const internal = { loadBalancingRules: [{ name: "https" }], frontendIPConfigurations: [{ name: "private" }] };
    expectVerdicts(rule, stack(balancer(internal)), { web: withoutWayOut });
    const withoutSnat = [{ name: "https", disableOutboundSnat: true }];
    expectVerdicts(rule, stack(balancer({ loadBalancingRules: withoutSnat })), { web: withoutWayOut });
    const two = balancer({ outboundRules, backendAddressPools: [{ name: "all" }, { name: "more" }] });
    expectVerdicts(rule, stack(two), {
      web: notKnown({
        property: "ipConfigurations[0].loadBalancerBackendAddressPools[0].id",
        because: "of web-nic is known only after deployment",
      }),
    });
    const separate = plain("LoadBalancerBackendAddressPool", "pool", {}, { loadBalancerName: ["balancer"] });
    expectVerdicts(
      rule,
      [
        virtualNetwork(),
        subnet(),
        balancer({ outboundRules, backendAddressPools: [] }),
        separate,
        networkInterface("web", pool, ["pool"]),
        linkedLinux(),
      ],
      { web: met },
    );
  });

  it("is broken where a subnet without default outbound access has no way out", () => {
    expectVerdicts(rule, network(subnet()), { web: withoutWayOut });
    const windows = [virtualNetwork(), subnet(), networkInterface("files"), linkedWindows()];
    expectVerdicts(rule, windows, { files: withoutWayOut });
  });

  it("is broken where routes take updates straight to the Internet past the appliance or gateway that lets all else out", () => {
    const straight = deadEnd(' for what route "ubuntu" of route table routes takes to the Internet');
    const web = { name: "ubuntu", addressPrefix: "Internet", nextHopType: "Internet" };
    expectVerdicts(rule, network(subnet(...routed), routeTable([{ ...web, addressPrefix: "0.0.0.0/0" }])), {
      web: straight,
    });
    const rhel = storageProfile({ publisher: "RedHat", offer: "RHEL", sku: "9-lvm-gen2", version: "latest" });
    const gateway = plain("VirtualNetworkGateway", "gateway", {}, { ipConfigurations: ["network"] });
    for (const nextHopType of ["VirtualAppliance", "VirtualNetworkGateway"]) {
      const routes = routeTable([
        { name: "default", addressPrefix: "0.0.0.0/0", nextHopType },
        ...rhuiServers.map(({ address }, index) => ({
          name: `rhui-${index}`,
          addressPrefix: `${address}/32`,
          nextHopType: "Internet",
        })),
      ]);
      const machine = linkedLinux({ storageProfile: rhel });
      const stack = (inputs: object = {}, from = {}, ...others: readonly Declared[]) => [
        virtualNetwork(),
        subnet({ ...routed[0], ...inputs }, { ...routed[1], ...from }),
        networkInterface("web"),
        machine,
        routes,
        ...others,
      ];
      const past = deadEnd(' for what route "rhui-0" of route table routes takes to the Internet');
      expectVerdicts(rule, stack({}, {}, gateway), { web: past });
      expectVerdicts(rule, stack(...behindNat, natGateway), { web: met });
      expectVerdicts(rule, network(subnet(...routed), routes), { web: met });
    }
  });

  it("goes by every route, not by one to 0.0.0.0/0 alone", () => {
    const halves = ["0.0.0.0/1", "128.0.0.0/1"].map((addressPrefix, index) => ({
      name: `half-${index}`,
      addressPrefix,
      nextHopType: "VirtualAppliance",
      nextHopIpAddress: "10.9.0.4",
    }));
    expectVerdicts(rule, network(subnet(...routed), routeTable(halves)), { web: met });
  });

  it("is broken behind a NAT gateway without an address", () => {
    const empty = (inputs: object = {}, ...others: readonly Declared[]) =>
      network(subnet(...behindNat), plain("NatGateway", "nat", { natGatewayName: "nat", ...inputs }), ...others);
    expectVerdicts(rule, empty(), { web: withoutWayOut });
    expectVerdicts(rule, empty({ publicIpAddresses: [], publicIpPrefixes: [] }), { web: withoutWayOut });
    expectVerdicts(rule, empty({ publicIpPrefixes: [{ id: unknown }] }), { web: met });
    expectVerdicts(rule, empty({ publicIpAddresses: unknown }), {
      web: notKnown({ property: "publicIpAddresses", because: "of nat is known only after deployment" }),
    });
    const address = plain("PublicIPAddress", "address", { natGateway: { id: unknown } }, { natGateway: ["nat"] });
    expectVerdicts(rule, empty({}, address), { web: met });
    const elsewhere = { natGateway: { id: networkId("natGateways/another") } };
    expectVerdicts(rule, empty({}, plain("PublicIPAddress", "address", elsewhere)), {
      web: notKnown({
        property: "natGateway",
        because: `of address has "${elsewhere.natGateway.id}", which is not visible here`,
      }),
    });
  });

  it("takes no subnet of another subscription for one with the same names", () => {
    const provider = { subscriptionId: "1111" };
    const of = (id: string) => [
      { ...virtualNetwork(), provider },
      { ...subnet(), provider },
      { ...networkInterface("web", { subnet: { id } }), from: {} },
      linkedLinux(),
    ];
    const id = networkId("virtualNetworks/network/subnets/machines");
    expectVerdicts(rule, of(id.replace("0000", "1111")), { web: withoutWayOut });
    expectVerdicts(rule, of(id), {
      web: notKnown({ property: "ipConfigurations", because: "of web-nic names a subnet outside this stack" }),
    });
  });

  it("is broken where the API version leaves new subnets without default outbound access", () => {
    const unset = subnet({ defaultOutboundAccess: undefined });
    const ofVersion = (version: string) => ({ ...unset, type: `azure-native:network/${version}:Subnet` });
    expectVerdicts(rule, network(ofVersion("v20250701")), { web: withoutWayOut });
    expectVerdicts(rule, network(ofVersion("v20240501")), { web: met });
    expectVerdicts(rule, network(unset), { web: undecided });
    const existing = deployed(network(ofVersion("v20250701")), { network: "virtualNetworks/network" });
    expectVerdicts(rule, existing, { web: undecided });
  });

  it("is broken for a machine of a scale set, which never has default outbound access", () => {
    const inSet = linkedLinux({ virtualMachineScaleSet: { id: unknown } });
    expectVerdicts(rule, [virtualNetwork(), subnet({ defaultOutboundAccess: true }), networkInterface("web"), inSet], {
      web: withoutWayOut,
    });
  });

  it("goes by what Azure made of a deployed subnet that says nothing", () => {
    const unset = subnet({ defaultOutboundAccess: undefined });
    const path = "virtualNetworks/network/subnets/machines";
    const made = (defaultOutboundAccess: boolean) =>
      deployed(network({ ...unset, outputs: { defaultOutboundAccess } }), { machines: path });
    expectVerdicts(rule, made(false), { web: withoutWayOut });
    expectVerdicts(rule, made(true), { web: met });
    expectVerdicts(rule, deployed(network(unset), { machines: path }), { web: undecided });
  });

  it("judges a subnet that is declared in its network", () => {
    const inline = (...subnets: readonly object[]) => [
      virtualNetwork({ subnets }),
      { ...networkInterface("web"), from: { ipConfigurations: ["network"] } },
      linkedLinux(),
    ];
    const path = "subnets[0].defaultOutboundAccess";
    expectVerdicts(rule, inline({ name: "machines", defaultOutboundAccess: true }), { web: met });
    expectVerdicts(rule, inline({ name: "machines" }), {
      web: notKnown({
        property: path,
        because: "of subnet machines of network is not given, which leaves it to Azure whether machines get out",
      }),
    });
    // Nothing tells which of them it is in, but all of them have a way out.
    const open = { name: "machines", defaultOutboundAccess: true };
    const guarded = { name: "more", natGateway: { id: networkId("natGateways/nat") }, defaultOutboundAccess: false };
    expectVerdicts(rule, inline(open, guarded), { web: met });
    expectVerdicts(rule, inline(open, { name: "closed", defaultOutboundAccess: false }), {
      web: notKnown({
        property: "networkProfile",
        because: "may be linked to any of several network interfaces and subnets",
      }),
    });
  });

  it("finds a deployed network by its ids", () => {
    const literal = [
      virtualNetwork(),
      { ...subnet(), from: {} },
      networkInterface("web", { subnet: { id: networkId("virtualNetworks/NETWORK/subnets/machines") } }),
      linuxMachine({ networkProfile: { networkInterfaces: [{ id: networkId("networkInterfaces/web-nic") }] } }),
    ];
    expectVerdicts(rule, literal, { web: withoutWayOut });
    const paths = {
      machines: "virtualNetworks/network/subnets/machines",
      "web-nic": "networkInterfaces/web-nic",
      network: "virtualNetworks/network",
    };
    expectVerdicts(rule, deployed(literal, paths), { web: withoutWayOut });
  });

  it("is not known of networks and interfaces outside the stack", () => {
    const outside = networkId("networkInterfaces/elsewhere", "hub");
    expectVerdicts(rule, [linuxMachine({ networkProfile: { networkInterfaces: [{ id: outside }] } })], {
      web: notKnown({ property: "networkProfile", because: `of web has "${outside}", which is not visible here` }),
    });
    expectVerdicts(
      rule,
      [networkInterface("web", { subnet: { id: networkId("virtualNetworks/hub/subnets/a") } }), linkedLinux()],
      { web: notKnown({ property: "ipConfigurations", because: "of web-nic names a subnet outside this stack" }) },
    );
    expectVerdicts(rule, [subnet({}, { virtualNetworkName: [] }), networkInterface("web"), linkedLinux()], {
      web: notKnown({
        property: "virtualNetworkName",
        because: "of machines names a virtual network outside this stack",
      }),
    });
  });

  it("is not known where a gateway may bring a default route, unless the route table keeps it out", () => {
    const peering = plain(
      "VirtualNetworkPeering",
      "hub",
      {
        useRemoteGateways: true,
        virtualNetworkName: "network",
        remoteVirtualNetwork: { id: networkId("virtualNetworks/hub") },
      },
      { virtualNetworkName: ["network"] },
    );
    expectVerdicts(rule, network(subnet(), peering), {
      web: notKnown({ property: "routeTable", because: "of subnet machines may learn a default route by hub" }),
    });
    const closed = routeTable([], { disableBgpRoutePropagation: true });
    expectVerdicts(rule, network(subnet(...routed), peering, closed), { web: withoutWayOut });
    const plainPeering = { ...peering, inputs: { ...peering.inputs, useRemoteGateways: false } };
    expectVerdicts(rule, network(subnet(), plainPeering), { web: withoutWayOut });
  });

  it("is not known where a script may send the machine elsewhere", () => {
    const proxied = linkedLinux({ userData: "#cloud-config\napt:\n  http_proxy: http://proxy.example.com:3128\n" });
    expectVerdicts(rule, [virtualNetwork(), subnet(), networkInterface("web"), proxied], {
      web: notKnown({
        property: "userData",
        because: "of web sets the proxy of the package manager, and what lies behind that is not visible here",
      }),
    });
    const later = linkedLinux({ userData: unknown });
    expectVerdicts(rule, [virtualNetwork(), subnet(), networkInterface("web"), later], {
      web: notKnown({ property: "userData", because: "is known only after deployment" }),
    });
    // What is not known of the script does not matter where the way out is there.
    expectVerdicts(rule, [virtualNetwork(), subnet(...behindNat), natGateway, networkInterface("web"), later], {
      web: met,
    });
  });

  it("takes no extension that runs no script for one", () => {
    const secretive = extension("Microsoft.Azure.ActiveDirectory", "AADSSHLoginForLinux", {
      protectedSettings: unknown,
    });
    expectVerdicts(rule, network(subnet(), secretive), { web: withoutWayOut });
  });

  it("asks whether all interfaces agree where nothing tells the primary one", () => {
    const second = { ...networkInterface("second"), from: { ipConfigurations: ["machines"] } };
    const machine: Declared = {
      ...linuxMachine({ networkProfile: { networkInterfaces: [{ id: unknown, primary: true }, { id: unknown }] } }),
      from: { networkProfile: ["web-nic", "second-nic"] },
    };
    expectVerdicts(
      rule,
      [virtualNetwork(), subnet(...behindNat), natGateway, networkInterface("web"), second, machine],
      {
        web: met,
      },
    );
    expectVerdicts(rule, [virtualNetwork(), subnet(), networkInterface("web"), second, machine], {
      web: withoutWayOut,
    });
  });

  it("judges an interface that is declared within its machine", () => {
    const machine: Declared = {
      ...linuxMachine({
        networkProfile: {
          networkInterfaceConfigurations: [
            { name: "nic", primary: true, ipConfigurations: [{ name: "primary", subnet: { id: unknown } }] },
          ],
        },
      }),
      from: { networkProfile: ["machines"] },
    };
    expectVerdicts(rule, [virtualNetwork(), subnet(), machine], { web: withoutWayOut });
    expectVerdicts(rule, [virtualNetwork(), subnet(...behindNat), natGateway, machine], { web: met });
  });

  it("does not apply without public sources, network interfaces or networks of the stack's own", () => {
    expectVerdicts(rule, [linuxMachine(), windowsMachine()], {
      web: notApplicable("the machine declares no network interface"),
      files: notApplicable("the machine declares no network interface"),
    });
    const image = { publisher: "RedHat", offer: "rhel-byos", sku: "rhel-lvm92", version: "latest" };
    const subscribed = linkedLinux({ storageProfile: storageProfile(image) });
    expectVerdicts(rule, [virtualNetwork(), subnet(), networkInterface("web"), subscribed], {
      web: notApplicable("updates come from no public source"),
    });
    expectVerdicts(
      rule,
      network(subnet()),
      { web: notApplicable("networks get a default route from outside the stack") },
      { routedElsewhere: true },
    );
  });
});
