import assert from "node:assert/strict";
import type { PropertyMap } from "../../tools/azure/property-values";
import { Client, type Created } from "./client";
import { Estate, linuxMachine, schedule, windowsMachine } from "./estate";

const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg";

describe("deploying to the offline Azure", () => {
  let estate: Estate;

  beforeEach(async () => {
    estate = await Estate.open();
  });
  afterEach(() => estate.close());

  const machine = (inputs: PropertyMap) => estate.client.deploy("compute:VirtualMachine", "vm", inputs);

  it("fills in what Azure fills in, and returns no secrets", async () => {
    const { nic } = await estate.interfaceInSubnet();
    const { id, outputs } = await machine(
      linuxMachine(nic.id, { patchSettings: { patchMode: "automaticbyplatform" } }),
    );
    assert.equal(id, `${group}/providers/Microsoft.Compute/virtualMachines/vm`);
    assert.deepEqual(outputs.osProfile, {
      adminUsername: "azureuser",
      allowExtensionOperations: true,
      computerName: "vm",
      linuxConfiguration: {
        disablePasswordAuthentication: true,
        patchSettings: { assessmentMode: "ImageDefault", patchMode: "AutomaticByPlatform" },
        provisionVMAgent: true,
        ssh: { publicKeys: [{ keyData: "ssh-ed25519 AAAA", path: "/home/azureuser/.ssh/authorized_keys" }] },
      },
      requireGuestProvisionSignal: true,
      secrets: [],
    });
    const { osDisk } = outputs.storageProfile as { osDisk: PropertyMap };
    assert.deepEqual(
      { osType: osDisk.osType, createOption: osDisk.createOption, managedDisk: osDisk.managedDisk },
      {
        osType: "Linux",
        createOption: "FromImage",
        managedDisk: {
          id: `${group}/providers/Microsoft.Compute/disks/${String(osDisk.name)}`,
          storageAccountType: "Premium_LRS",
        },
      },
    );
    assert.deepEqual(
      [outputs.name, outputs.type, outputs.location, outputs.provisioningState, outputs.azureApiVersion],
      ["vm", "Microsoft.Compute/virtualMachines", "westeurope", "Succeeded", "2024-11-01"],
    );
  });

  it("gives a Windows machine the patch mode that follows from its automatic updates", async () => {
    const { nic } = await estate.interfaceInSubnet();
    const { outputs } = await machine(windowsMachine(nic.id, { enableAutomaticUpdates: false }));
    assert.deepEqual((outputs.osProfile as PropertyMap).windowsConfiguration, {
      enableAutomaticUpdates: false,
      patchSettings: { assessmentMode: "ImageDefault", enableHotpatching: false, patchMode: "Manual" },
      provisionVMAgent: true,
    });
  });

  it("makes identities, addresses, subnets and the network security group's own rules", async () => {
    const { nic, subnet } = await estate.interfaceInSubnet();
    const second = await estate.networkInterface(subnet.id, { networkInterfaceName: "nic2" });
    const address = ({ outputs }: Created) => (outputs.ipConfigurations as PropertyMap[])[0]?.privateIPAddress;
    assert.deepEqual([address(nic), address(second)], ["10.0.1.4", "10.0.1.5"]);

    const { outputs: network } = await estate.client.deploy("network:VirtualNetwork", "inline", {
      resourceGroupName: "rg",
      virtualNetworkName: "inline",
      addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
      subnets: [{ name: "machines", addressPrefix: "10.1.0.0/24" }],
    });
    const inline = `${group}/providers/Microsoft.Network/virtualNetworks/inline/subnets/machines`;
    assert.equal((network.subnets as PropertyMap[])[0]?.id, inline);
    await estate.networkInterface(inline, { networkInterfaceName: "nic3" });

    const { outputs: rules } = await estate.client.deploy("network:NetworkSecurityGroup", "nsg", {
      resourceGroupName: "rg",
    });
    assert.deepEqual(
      (rules.defaultSecurityRules as PropertyMap[]).map(({ name, priority }) => [name, priority]),
      [
        ["AllowVnetInBound", 65000],
        ["AllowAzureLoadBalancerInBound", 65001],
        ["DenyAllInBound", 65500],
        ["AllowVnetOutBound", 65000],
        ["AllowInternetOutBound", 65001],
        ["DenyAllOutBound", 65500],
      ],
    );

    const user = await estate.client.deploy("managedidentity:UserAssignedIdentity", "user", {
      resourceGroupName: "rg",
    });
    const { outputs } = await machine({
      ...linuxMachine(nic.id),
      identity: { type: "SystemAssigned, UserAssigned", userAssignedIdentities: [user.id] },
    });
    const identity = outputs.identity as PropertyMap;
    assert.deepEqual(identity.userAssignedIdentities, {
      [user.id]: { clientId: user.outputs.clientId, principalId: user.outputs.principalId },
    });
    assert.equal(identity.tenantId, "11111111-1111-1111-1111-111111111111");
    assert.match(String(identity.principalId), /^[0-9a-f-]{36}$/);
  });

  it("removes a subnet that is no longer written inside its network, and no other", async () => {
    await estate.group();
    const inputs = {
      resourceGroupName: "rg",
      virtualNetworkName: "network",
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    };
    const inline = { ...inputs, subnets: [{ name: "inline", addressPrefix: "10.0.0.0/24" }] };
    const network = await estate.client.deploy("network:VirtualNetwork", "network", inline);
    await estate.subnet();
    const subnets = () =>
      estate.azure.resources.filter(({ type }) => type.name === "Subnet").map(({ outputs }) => outputs.name);
    await estate.client.update("network:VirtualNetwork", "network", network, network.inputs);
    assert.deepEqual(subnets(), ["inline", "machines"]);
    await estate.client.update("network:VirtualNetwork", "network", network, { ...network.inputs, subnets: [] });
    assert.deepEqual(subnets(), ["machines"]);
  });

  it("completes a schedule", async () => {
    await estate.group();
    const { id, outputs } = await estate.client.deploy("maintenance:MaintenanceConfiguration", "schedule", schedule);
    assert.equal(id, `${group}/providers/Microsoft.Maintenance/maintenanceConfigurations/schedule`);
    assert.deepEqual([outputs.visibility, outputs.expirationDateTime], ["Custom", "9999-12-31 23:59:59"]);
  });

  it("keeps the requests, refused ones included", async () => {
    await estate.group();
    await estate.client.deploy("maintenance:MaintenanceConfiguration", "schedule", schedule);
    await assert.rejects(machine(linuxMachine("nic")));
    const { resourceGroupName: _, resourceName: __, ...body } = schedule;
    assert.deepEqual(
      estate.azure.requests.map(({ method, id }) => `${method} ${id.slice(group.length)}`),
      [
        "PUT ",
        "PUT /providers/Microsoft.Maintenance/maintenanceConfigurations/schedule",
        "PUT /providers/Microsoft.Compute/virtualMachines/vm",
      ],
    );
    assert.deepEqual(estate.azure.requests[1]?.body, body);
  });

  it("reads what exists, for a refresh, an import and a lookup, and says what is gone", async () => {
    const { nic, subnet } = await estate.interfaceInSubnet();
    const read = await estate.client.read("network:NetworkInterface", "nic", nic.id, nic);
    assert.deepEqual(read, { id: nic.id, inputs: nic.inputs, outputs: nic.outputs });
    const imported = await estate.client.read("network:Subnet", "machines", subnet.id.toUpperCase());
    assert.equal(imported.id, subnet.id);
    assert.equal(imported.inputs.addressPrefix, "10.0.1.0/24");
    estate.azure.delete(nic.id);
    assert.equal((await estate.client.read("network:NetworkInterface", "nic", nic.id, nic)).id, "");
  });

  it("works in the subscription of each provider", async () => {
    await estate.client.configure({ subscriptionId: "33333333-3333-3333-3333-333333333333" });
    const { id } = await estate.group();
    assert.equal(id, "/subscriptions/33333333-3333-3333-3333-333333333333/resourceGroups/rg");
    const second = new Client(estate.azure.port);
    const other = await second.deploy("resources:ResourceGroup", "group", {
      resourceGroupName: "rg",
      location: "northeurope",
    });
    second.close();
    assert.equal(other.id, group);
  });

  it("takes up what an earlier run deployed", async () => {
    const { nic, subnet, network } = await estate.interfaceInSubnet();
    const rg = await estate.client.read("resources:ResourceGroup", "group", group);
    const later = await Estate.open();
    try {
      const { client } = later;
      await client.diff("resources:ResourceGroup", "group", rg, rg.inputs);
      await client.diff("network:VirtualNetwork", "network", network, network.inputs);
      await client.diff("network:Subnet", "machines", subnet, subnet.inputs);
      await client.diff("network:NetworkInterface", "nic", nic, nic.inputs);
      await client.deploy("compute:VirtualMachine", "vm", linuxMachine(nic.id));
    } finally {
      await later.close();
    }
  });
});
