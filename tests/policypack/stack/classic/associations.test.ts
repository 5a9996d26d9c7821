import assert from "node:assert/strict";
import { NotKnown } from "../../../../policypack/stack/properties";
import type { StackResource } from "../../../../policypack/stack/resource";
import { attempt } from "../../../../policypack/stack/three-valued";
import { armId, classic, classicInterface, classicNetwork } from "../../classic";
import { type Declared, stackOf, unknown } from "../../fixture";

const subnetId = `${armId("Microsoft.Network/virtualNetworks", "network")}/subnets/subnet`;
const securityGroupId = armId("Microsoft.Network/networkSecurityGroups", "servers");

function find(name: string, ...declared: readonly Declared[]): StackResource {
  const found = stackOf(...declared).resources.find((each) => each.name === name);
  assert.ok(found !== undefined);
  return found;
}

function association(resource: string, inputs: object, from: Declared["from"] = {}, name = "association"): Declared {
  return classic(["network", resource], name, inputs, from);
}

const attached = (inputs: object, from: Declared["from"] = {}) =>
  association("SubnetNetworkSecurityGroupAssociation", { networkSecurityGroupId: securityGroupId, ...inputs }, from);

const securityGroupOf = (...declared: readonly Declared[]) =>
  attempt(() =>
    find("subnet", ...declared)
      .settings.object("networkSecurityGroup")
      .text("id"),
  );

function assertOpen(value: unknown): void {
  assert.ok(value instanceof NotKnown, String(value));
  assert.match(value.because, /may be set by association, whose \w+ is known only after deployment/);
}

describe("a resource that sets a property of another one", () => {
  it("is found by the resource that its id is computed from", () => {
    assert.equal(
      securityGroupOf(...classicNetwork(), attached({ subnetId: unknown }, { subnetId: ["subnet"] })),
      securityGroupId,
    );
  });

  it("is found by its id, with the names in it", () => {
    assert.equal(securityGroupOf(...classicNetwork(), attached({ subnetId })), securityGroupId);
    assert.equal(securityGroupOf(...classicNetwork(), attached({ subnetId: subnetId.toUpperCase() })), securityGroupId);
  });

  it("passes on what its value is computed from, known or not", () => {
    const group = classic(["network", "NetworkSecurityGroup"], "servers", {
      name: "servers",
      resourceGroupName: "fleet",
    });
    const subnet = find(
      "subnet",
      ...classicNetwork(),
      group,
      attached(
        { subnetId: unknown, networkSecurityGroupId: unknown },
        { subnetId: ["subnet"], networkSecurityGroupId: ["servers"] },
      ),
    );
    assert.deepEqual(
      subnet.sourcesOf("networkSecurityGroup", "network:NetworkSecurityGroup").map(({ name }) => name),
      ["servers"],
    );
    assert.ok(attempt(() => subnet.settings.object("networkSecurityGroup").text("id")) instanceof NotKnown);
    assert.equal(subnet.settings.object("networkSecurityGroup").exist, true);
  });

  it("leaves the others as they are", () => {
    const other = classic(["network", "Subnet"], "other", {
      name: "other",
      resourceGroupName: "fleet",
      virtualNetworkName: "network",
      addressPrefixes: ["10.0.2.0/24"],
    });
    const declared = [...classicNetwork(), other, attached({ subnetId })];
    assert.equal(find("other", ...declared).settings.object("networkSecurityGroup").exist, false);
  });

  it("says nothing of this stack where its id names another's resource", () => {
    const elsewhere = subnetId.replace("/network/", "/elsewhere/");
    assert.equal(securityGroupOf(...classicNetwork(), attached({ subnetId: elsewhere })), undefined);
  });

  it("leaves open what it may set", () => {
    assertOpen(securityGroupOf(...classicNetwork(), attached({ subnetId: unknown })));
    assertOpen(securityGroupOf(...classicNetwork({ name: unknown }), attached({ subnetId })));
    const another = { ...attached({ subnetId: unknown }), name: "association" };
    const sure = { ...attached({ subnetId }), name: "sure" };
    assert.equal(securityGroupOf(...classicNetwork(), another, sure), securityGroupId);
  });

  it("sets routes and NAT gateways of a subnet, and the security group of a network interface", () => {
    const id = "/subscriptions/0/id";
    const subnet = find(
      "subnet",
      ...classicNetwork(),
      association("SubnetRouteTableAssociation", { subnetId, routeTableId: id }, {}, "routes"),
      association("SubnetNatGatewayAssociation", { subnetId, natGatewayId: id }, {}, "nat"),
    );
    assert.equal(subnet.settings.object("routeTable").text("id"), id);
    assert.equal(subnet.settings.object("natGateway").text("id"), id);
    const card = find(
      "web-nic",
      classicInterface("web"),
      association(
        "NetworkInterfaceSecurityGroupAssociation",
        { networkInterfaceId: unknown, networkSecurityGroupId: id },
        { networkInterfaceId: ["web-nic"] },
      ),
    );
    assert.equal(card.settings.object("networkSecurityGroup").text("id"), id);
  });
});

describe("a resource that adds to a list of another one", () => {
  const onInterface = { networkInterfaceId: unknown };
  const from = { networkInterfaceId: ["web-nic"] };
  const group = armId("Microsoft.Network/applicationSecurityGroups", "web");
  const pool = `${armId("Microsoft.Network/loadBalancers", "out")}/backendAddressPools/pool`;

  const configurations = (...declared: readonly Declared[]) =>
    find("web-nic", classicInterface("web"), ...declared).settings.objects("ipConfigurations");

  it("adds to every IP configuration of a network interface, or to the one it names", () => {
    const [configuration] = configurations(
      association(
        "NetworkInterfaceApplicationSecurityGroupAssociation",
        { ...onInterface, applicationSecurityGroupId: group },
        from,
        "one",
      ),
      association(
        "NetworkInterfaceBackendAddressPoolAssociation",
        { ...onInterface, backendAddressPoolId: pool, ipConfigurationName: "internal" },
        from,
        "two",
      ),
      association(
        "NetworkInterfaceBackendAddressPoolAssociation",
        { ...onInterface, backendAddressPoolId: pool, ipConfigurationName: "another" },
        from,
        "three",
      ),
    );
    assert.equal(configuration?.objects("applicationSecurityGroups")[0]?.text("id"), group);
    assert.deepEqual(
      configuration?.objects("loadBalancerBackendAddressPools").map((each) => each.text("id")),
      [pool],
    );
    assert.ok(attempt(() => configuration?.object("subnet").text("id")) instanceof NotKnown);
  });

  it("leaves open the IP configurations that it may add to", () => {
    const open = association("NetworkInterfaceBackendAddressPoolAssociation", {
      ...onInterface,
      backendAddressPoolId: pool,
      ipConfigurationName: "internal",
    });
    assertOpen(attempt(() => configurations(open)));
  });

  it("adds public addresses to a NAT gateway", () => {
    const gateway = classic(["network", "NatGateway"], "gateway", { name: "gateway", resourceGroupName: "fleet" });
    const settings = find(
      "gateway",
      gateway,
      association("NatGatewayPublicIpAssociation", {
        natGatewayId: armId("Microsoft.Network/natGateways", "gateway"),
        publicIpAddressId: armId("Microsoft.Network/publicIPAddresses", "out"),
      }),
    ).settings;
    assert.equal(
      settings.objects("publicIpAddresses")[0]?.text("id"),
      armId("Microsoft.Network/publicIPAddresses", "out"),
    );
  });

  it("adds outbound rules to a load balancer", () => {
    const balancer = classic(["lb", "LoadBalancer"], "out", {
      name: "out",
      resourceGroupName: "fleet",
      sku: "Standard",
    });
    const rule = classic(
      ["lb", "OutboundRule"],
      "rule",
      { name: "rule", protocol: "All", loadbalancerId: unknown, backendAddressPoolId: pool },
      { loadbalancerId: ["out"] },
    );
    const [outbound] = find("out", balancer, rule).settings.objects("outboundRules");
    assert.equal(outbound?.text("protocol"), "All");
    assert.equal(outbound?.object("backendAddressPool").text("id"), pool);
  });

  it("adds rule collections to a firewall, by its name", () => {
    const firewall = classic(["network", "Firewall"], "firewall", { name: "firewall", resourceGroupName: "fleet" });
    const collection = (inputs: object) =>
      association("FirewallApplicationRuleCollection", {
        name: "updates",
        azureFirewallName: "firewall",
        resourceGroupName: "fleet",
        priority: 100,
        action: "Allow",
        rules: [
          {
            name: "rule",
            sourceAddresses: ["*"],
            targetFqdns: ["example.com"],
            protocols: [{ type: "Https", port: 443 }],
          },
        ],
        ...inputs,
      });
    const [added] = find("firewall", firewall, collection({})).settings.objects("applicationRuleCollections");
    assert.equal(added?.object("action").text("type"), "Allow");
    const [rule] = added?.objects("rules") ?? [];
    assert.deepEqual(rule?.texts("targetFqdns"), ["example.com"]);
    assert.equal(rule?.objects("protocols")[0]?.text("protocolType"), "Https");

    const elsewhere = find("firewall", firewall, collection({ resourceGroupName: "other" })).settings;
    assert.equal(elsewhere.has("applicationRuleCollections"), false);
    const open = find("firewall", firewall, collection({ azureFirewallName: unknown })).settings;
    assertOpen(attempt(() => open.objects("applicationRuleCollections")));
  });
});
