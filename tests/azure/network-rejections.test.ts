import assert from "node:assert/strict";
import type { PropertyMap } from "../../tools/azure/property-values";
import { Estate } from "./estate";

const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg";

describe("the offline Azure refuses in networks:", () => {
  let estate: Estate;

  beforeEach(async () => {
    estate = await Estate.open();
    await estate.group();
  });
  afterEach(() => estate.close());

  const refuses = (deployment: Promise<unknown>, message: string) => assert.rejects(deployment, { message });
  const network = (subnets: PropertyMap[]) =>
    estate.client.deploy("network:VirtualNetwork", "network", {
      resourceGroupName: "rg",
      virtualNetworkName: "network",
      addressSpace: { addressPrefixes: ["10.0.0.0/16", "fd00::/48"] },
      subnets,
    });
  const subnet = (subnetName: string, addressPrefix: string) =>
    estate.client.deploy("network:Subnet", subnetName, {
      resourceGroupName: "rg",
      virtualNetworkName: "network",
      subnetName,
      addressPrefix,
    });
  const rule = (name: string, priority: number, direction = "Outbound"): PropertyMap => ({
    name,
    priority,
    direction,
    access: "Allow",
    protocol: "Tcp",
    sourceAddressPrefix: "*",
    sourcePortRange: "*",
    destinationAddressPrefix: "Internet",
    destinationPortRange: "443",
  });
  const outside = (name: string) =>
    `Status=400 Code="NetcfgSubnetRangeOutsideVnet" Message="Subnet '${name}' is not valid because its IP address range is outside the IP address range of virtual network 'network'."`;
  const overlapping = (name: string) =>
    `Status=400 Code="NetcfgSubnetRangesOverlap" Message="Subnet '${name}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network 'network'."`;

  it("a subnet outside its network, inside it and on its own", async () => {
    await refuses(network([{ name: "a", addressPrefix: "10.1.0.0/24" }]), outside("a"));
    await network([]);
    await refuses(subnet("b", "10.0.0.0/8"), outside("b"));
    await refuses(subnet("c", "fd01::/64"), outside("c"));
    await subnet("d", "fd00::/64");
  });

  it("a subnet that overlaps with another, inside the network and on its own", async () => {
    const both: PropertyMap[] = [
      { name: "a", addressPrefix: "10.0.0.0/24" },
      { name: "b", addressPrefixes: ["10.0.0.128/25"] },
    ];
    await refuses(network(both), overlapping("b"));
    await network(both.slice(0, 1));
    await refuses(subnet("c", "10.0.0.0/20"), overlapping("c"));
    await subnet("d", "10.0.1.0/24");
  });

  it("a subnet of a network that does not exist", () =>
    refuses(
      subnet("a", "10.0.0.0/24"),
      `Status=404 Code="ParentResourceNotFound" Message="Failed to perform 'write' on resource(s) of type 'virtualNetworks/subnets', because the parent resource '${group}/providers/Microsoft.Network/virtualNetworks/network' could not be found."`,
    ));

  it("rules of the same priority and direction, and priorities out of range", async () => {
    const securityGroup = (securityRules: PropertyMap[]) =>
      estate.client.deploy("network:NetworkSecurityGroup", "nsg", {
        resourceGroupName: "rg",
        networkSecurityGroupName: "nsg",
        securityRules,
      });
    const conflict = (one: string, other: string) =>
      `Status=400 Code="SecurityRuleConflict" Message="Security rule ${one} conflicts with rule ${other}. Rules cannot have the same Priority and Direction. To learn more, see aka.ms/nsgrules."`;
    await refuses(securityGroup([rule("a", 100), rule("b", 100)]), conflict("b", "a"));
    await refuses(
      securityGroup([rule("a", 5000)]),
      `Status=400 Code="SecurityRuleInvalidPriority" Message="Security rule has invalid Priority. Value provided: 5000 Allowed range 100-4096."`,
    );
    await securityGroup([rule("a", 100), rule("b", 100, "Inbound")]);
    const { name: _, ...inputs } = rule("c", 100);
    const path = { resourceGroupName: "rg", networkSecurityGroupName: "nsg", securityRuleName: "c" };
    await refuses(estate.client.deploy("network:SecurityRule", "c", { ...inputs, ...path }), conflict("c", "a"));
  });

  it("routes of one prefix, inside a table and on their own", async () => {
    const table = (routes: PropertyMap[]) =>
      estate.client.deploy("network:RouteTable", "table", { resourceGroupName: "rg", routeTableName: "table", routes });
    const route = (name: string): PropertyMap => ({ name, addressPrefix: "10.0.0.0/8", nextHopType: "Internet" });
    const conflict = (one: string, other: string) =>
      `Status=400 Code="RouteConflict" Message="Route: ${one} conflicts with Route: ${other}. Routes cannot have the same AddressPrefix."`;
    await refuses(table([route("a"), route("b")]), conflict("b", "a"));
    await table([route("a")]);
    const { name: _, ...inputs } = route("c");
    const path = { resourceGroupName: "rg", routeTableName: "table", routeName: "c" };
    await refuses(estate.client.deploy("network:Route", "c", { ...inputs, ...path }), conflict("c", "a"));
  });

  it("a dynamic address of the Standard SKU", () =>
    refuses(
      estate.client.deploy("network:PublicIPAddress", "ip", {
        resourceGroupName: "rg",
        publicIpAddressName: "ip",
        publicIPAllocationMethod: "Dynamic",
      }),
      `Status=400 Code="StandardSkuPublicIPAddressesMustBeStatic" Message="Standard sku publicIp ${group}/providers/Microsoft.Network/publicIPAddresses/ip must have AllocationMethod set to Static."`,
    ));

  it("a network without a location", () =>
    refuses(
      estate.client.create("network:VirtualNetwork", "network", {
        resourceGroupName: "rg",
        virtualNetworkName: "network",
      }),
      `Status=400 Code="LocationRequired" Message="The location property is required for this definition."`,
    ));
});
