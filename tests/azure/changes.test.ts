import assert from "node:assert/strict";
import { type PropertyMap, unknown } from "../../tools/azure/property-values";
import { Estate, linuxMachine } from "./estate";

const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg";

describe("comparing inputs on the offline Azure", () => {
  let estate: Estate;

  beforeEach(async () => {
    estate = await Estate.open();
  });
  afterEach(() => estate.close());

  it("finds nothing where only the spelling of the location changed", async () => {
    const rg = await estate.group();
    const news = { ...rg.inputs, location: "West Europe" };
    assert.deepEqual(await estate.client.diff("resources:ResourceGroup", "group", rg, news), {
      changed: false,
      replaces: [],
      deleteBeforeReplace: false,
      details: {},
    });
  });

  it("replaces for a name, a location and a parent, first deleting what has a name of its own", async () => {
    await estate.group();
    const network = await estate.network();
    const subnet = await estate.subnet();
    const moved = { ...network.inputs, location: "northeurope" };
    assert.deepEqual(await estate.client.diff("network:VirtualNetwork", "network", network, moved), {
      changed: true,
      replaces: ["location"],
      deleteBeforeReplace: true,
      details: { location: "UPDATE_REPLACE" },
    });
    const elsewhere = { ...subnet.inputs, virtualNetworkName: unknown };
    assert.deepEqual((await estate.client.diff("network:Subnet", "machines", subnet, elsewhere)).details, {
      virtualNetworkName: "UPDATE_REPLACE",
    });
    const autonamed = await estate.client.deploy("network:VirtualNetwork", "other", { resourceGroupName: "rg" });
    const movedOther = { ...autonamed.inputs, location: "northeurope" };
    const difference = await estate.client.diff("network:VirtualNetwork", "other", autonamed, movedOther);
    assert.equal(difference.deleteBeforeReplace, false);
  });

  it("says by path what is added, removed and changed", async () => {
    const { nic } = await estate.interfaceInSubnet();
    const vm = await estate.client.deploy("compute:VirtualMachine", "vm", {
      ...linuxMachine(nic.id),
      tags: { a: "1", b: "2" },
    });
    const news: PropertyMap = {
      ...vm.inputs,
      ...linuxMachine(nic.id, { patchSettings: { patchMode: "AutomaticByPlatform" } }),
      networkProfile: { networkInterfaces: [{ id: nic.id, primary: true }, { id: "other" }] },
      tags: { b: "3" },
    };
    assert.deepEqual(await estate.client.diff("compute:VirtualMachine", "vm", vm, news), {
      changed: true,
      replaces: [],
      deleteBeforeReplace: false,
      details: {
        "networkProfile.networkInterfaces[0].primary": "ADD",
        "networkProfile.networkInterfaces[1]": "ADD",
        "osProfile.linuxConfiguration.patchSettings": "ADD",
        "tags.a": "DELETE",
        "tags.b": "UPDATE",
      },
    });
  });
});

describe("deleting on the offline Azure", () => {
  let estate: Estate;

  beforeEach(async () => {
    estate = await Estate.open();
  });
  afterEach(() => estate.close());

  const refused = (deletion: Promise<void>, message: string) => assert.rejects(deletion, { message });

  it("refuses what is in use, and takes it once it is not", async () => {
    const { client } = estate;
    await estate.group();
    const address = await client.deploy("network:PublicIPAddress", "ip", { resourceGroupName: "rg" });
    const nsg = await client.deploy("network:NetworkSecurityGroup", "nsg", {
      resourceGroupName: "rg",
      networkSecurityGroupName: "nsg",
    });
    const nat = await client.deploy("network:NatGateway", "nat", { resourceGroupName: "rg", natGatewayName: "nat" });
    const network = await estate.network();
    const subnet = await estate.subnet({ natGateway: { id: nat.id }, networkSecurityGroup: { id: nsg.id } });
    const nic = await estate.networkInterface(subnet.id, {
      ipConfigurations: [{ name: "primary", subnet: { id: subnet.id }, publicIPAddress: { id: address.id } }],
    });
    const vm = await client.deploy("compute:VirtualMachine", "vm", linuxMachine(nic.id));

    await refused(
      client.delete("network:NetworkInterface", "nic", nic),
      `Status=400 Code="NicInUse" Message="Network Interface ${nic.id} is used by existing resource ${vm.id}. In order to delete the network interface, it must be dissociated from the resource. To learn more, see aka.ms/deletenic."`,
    );
    const subnetInUse = `Status=400 Code="InUseSubnetCannotBeDeleted" Message="Subnet machines is in use by ${nic.id}/ipConfigurations/primary and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See aka.ms/deletesubnet."`;
    await refused(client.delete("network:Subnet", "machines", subnet), subnetInUse);
    await refused(client.delete("network:VirtualNetwork", "network", network), subnetInUse);
    await refused(
      client.delete("network:PublicIPAddress", "ip", address),
      `Status=400 Code="PublicIPAddressCannotBeDeleted" Message="Public IP address ${address.id} can not be deleted since it is still allocated to resource ${nic.id}. In order to delete the public IP, disassociate/detach the Public IP address from the resource. To learn how to do this, see aka.ms/deletepublicip."`,
    );
    await refused(
      client.delete("network:NetworkSecurityGroup", "nsg", nsg),
      `Status=400 Code="InUseNetworkSecurityGroupCannotBeDeleted" Message="Network security group ${nsg.id} cannot be deleted because it is in use by the following resources: ${subnet.id}. In order to delete the Network security group, remove the association with the resource(s). To learn how to do this, see aka.ms/deletensg."`,
    );
    await refused(
      client.delete("network:NatGateway", "nat", nat),
      `Status=400 Code="InUseNatGatewayCannotBeDeleted" Message="NatGateway nat is in use and cannot be deleted. In order to delete it, remove its association with ${subnet.id}."`,
    );

    await client.delete("compute:VirtualMachine", "vm", vm);
    await client.delete("network:NetworkInterface", "nic", nic);
    await client.delete("network:PublicIPAddress", "ip", address);
    await client.delete("network:VirtualNetwork", "network", network);
    await client.delete("network:NetworkSecurityGroup", "nsg", nsg);
    assert.deepEqual(
      estate.azure.resources.map(({ id }) => id),
      [group, nat.id],
    );
  });

  it("takes along what is part of a resource or was to go with it", async () => {
    const { nic } = await estate.interfaceInSubnet();
    const vm = await estate.client.deploy("compute:VirtualMachine", "vm", {
      ...linuxMachine(nic.id),
      networkProfile: { networkInterfaces: [{ id: nic.id, deleteOption: "Delete" }] },
    });
    await estate.client.deploy("compute:VirtualMachineExtension", "extension", {
      resourceGroupName: "rg",
      vmName: "vm",
      publisher: "Microsoft.Azure.Extensions",
      type: "CustomScript",
      typeHandlerVersion: "2.1",
    });
    await estate.client.delete("compute:VirtualMachine", "vm", vm);
    await estate.client.delete("network:NetworkInterface", "nic", nic);
    assert.deepEqual(
      estate.azure.resources.map(({ type }) => type.name),
      ["ResourceGroup", "VirtualNetwork", "Subnet"],
    );
  });

  it("empties a resource group with it", async () => {
    const rg = await estate.group();
    await estate.network();
    await estate.client.delete("resources:ResourceGroup", "group", rg);
    assert.deepEqual(estate.azure.resources, []);
  });
});
