import assert from "node:assert/strict";
import { unknown } from "../../tools/azure/property-values";
import { Estate, linuxMachine } from "./estate";

describe("a preview on the offline Azure", () => {
  let estate: Estate;

  beforeEach(async () => {
    estate = await Estate.open();
  });
  afterEach(() => estate.close());

  it("shows what is given, and as unknown what the service may fill in", async () => {
    const outputs = await estate.client.preview("compute:VirtualMachine", "vm", {
      ...linuxMachine(unknown),
      tags: { owner: "me", cost: unknown },
    });
    assert.deepEqual(outputs.osProfile, {
      adminPassword: unknown,
      adminUsername: "azureuser",
      allowExtensionOperations: unknown,
      computerName: "vm",
      customData: "I2Nsb3VkLWNvbmZpZw==",
      linuxConfiguration: {
        disablePasswordAuthentication: true,
        enableVMAgentPlatformUpdates: unknown,
        patchSettings: unknown,
        provisionVMAgent: unknown,
        ssh: { publicKeys: [{ keyData: "ssh-ed25519 AAAA", path: "/home/azureuser/.ssh/authorized_keys" }] },
      },
      requireGuestProvisionSignal: unknown,
      secrets: unknown,
      windowsConfiguration: unknown,
    });
    assert.deepEqual(outputs.tags, { owner: "me", cost: unknown });
    assert.deepEqual(outputs.networkProfile, {
      networkApiVersion: unknown,
      networkInterfaceConfigurations: unknown,
      networkInterfaces: [{ deleteOption: unknown, id: unknown, primary: unknown }],
    });
    assert.deepEqual(
      { id: outputs.id, name: outputs.name, location: outputs.location, identity: outputs.identity },
      { id: unknown, name: unknown, location: "westeurope", identity: unknown },
    );
  });

  it("leaves out path parameters, which no response type lists", async () => {
    const outputs = await estate.client.preview("compute:VirtualMachine", "vm", linuxMachine(unknown));
    const asked = ["resourceGroupName", "vmName", "azureApiVersion", "userData"];
    assert.deepEqual(
      asked.filter((name) => name in outputs),
      ["userData"],
    );
  });

  it("answers with the map of identities once they exist, not with the list that was given", async () => {
    const { identity } = await estate.client.preview("compute:VirtualMachine", "vm", {
      ...linuxMachine(unknown),
      identity: { type: "UserAssigned", userAssignedIdentities: ["/subscriptions/s"] },
    });
    assert.deepEqual(identity, {
      principalId: unknown,
      tenantId: unknown,
      type: "UserAssigned",
      userAssignedIdentities: unknown,
    });
  });

  it("keeps the name and the location of what is updated", async () => {
    const group = await estate.group();
    const outputs = await estate.client.previewUpdate("resources:ResourceGroup", "group", group, {
      ...group.inputs,
      tags: { owner: "me" },
    });
    assert.deepEqual(outputs, {
      id: unknown,
      location: "westeurope",
      managedBy: unknown,
      name: "rg",
      properties: unknown,
      tags: { owner: "me" },
      type: unknown,
    });
    assert.equal(estate.azure.requests.length, 1);
  });
});

describe("checking inputs on the offline Azure", () => {
  let estate: Estate;

  beforeEach(async () => {
    estate = await Estate.open();
  });
  afterEach(() => estate.close());

  it("names a resource after itself with a suffix that the engine's seed decides", async () => {
    const { inputs, failures } = await estate.client.check("resources:ResourceGroup", "shop", {
      location: "westeurope",
    });
    assert.deepEqual(failures, []);
    assert.deepEqual(inputs, {
      __createBeforeDelete: true,
      azureApiVersion: "2024-03-01",
      location: "westeurope",
      resourceGroupName: inputs.resourceGroupName,
    });
    assert.match(String(inputs.resourceGroupName), /^shop[0-9a-f]{8}$/);
    const again = await estate.client.check("resources:ResourceGroup", "shop", { location: "westeurope" });
    assert.deepEqual(again.inputs, inputs);
  });

  it("keeps a name once given, and takes the name of a child as it is", async () => {
    const olds = { resourceGroupName: "shop1", location: "westeurope", __createBeforeDelete: true };
    const kept = await estate.client.check("resources:ResourceGroup", "shop", {}, olds);
    assert.deepEqual(kept.inputs, { ...olds, azureApiVersion: "2024-03-01" });
    const child = await estate.client.check("network:Subnet", "machines", {
      resourceGroupName: "rg",
      virtualNetworkName: "network",
    });
    assert.equal(child.inputs.subnetName, "machines");
    assert.equal("__createBeforeDelete" in child.inputs, false);
  });

  it("names an assignment of a role with a GUID, and one of a schedule at random", async () => {
    const role = await estate.client.check("authorization:RoleAssignment", "reader", {
      principalId: "p",
      roleDefinitionId: "r",
      scope: "/subscriptions/s",
    });
    assert.match(
      String(role.inputs.roleAssignmentName),
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const schedule = await estate.client.check("maintenance:ConfigurationAssignment", "weekly", {
      providerName: "Microsoft.Compute",
      resourceGroupName: "rg",
      resourceName: "vm",
      resourceType: "virtualMachines",
    });
    assert.match(String(schedule.inputs.configurationAssignmentName), /^weekly[0-9a-f]{8}$/);
  });

  it("finds a location in the configuration, else in the resource group, else not at all", async () => {
    const network = (resourceGroupName: string) =>
      estate.client.check("network:VirtualNetwork", "network", { resourceGroupName });
    await estate.group();
    assert.equal((await network("rg")).inputs.location, "westeurope");
    assert.equal((await network(unknown)).inputs.location, unknown);
    assert.equal((await network("absent")).inputs.location, undefined);
    await estate.client.configure({ location: "northeurope" });
    assert.equal((await network("rg")).inputs.location, "northeurope");
  });

  it("reports everything that is missing, wrong or unknown, and lets unknown values pass", async () => {
    const { failures } = await estate.client.check("network:SecurityRule", "rule", {
      networkSecurityGroupName: unknown,
      access: "Allow",
      direction: unknown,
      priority: "100",
      sourceAddressPrefixes: "*",
      sourcePort: "*",
    });
    assert.deepEqual(failures, [
      "missing required property 'protocol'",
      "missing required property 'resourceGroupName'",
      "'priority' should be of type 'number' but got a string",
      "'sourceAddressPrefixes' should be of type 'array' but got a string",
      "Could not find member 'sourcePort' on object of type 'SecurityRule'. Path 'sourcePort'.",
    ]);
  });

  it("asks for the location of a machine in azure-native's words", async () => {
    const { location: _, ...inputs } = linuxMachine(unknown);
    assert.deepEqual((await estate.client.check("compute:VirtualMachine", "vm", inputs)).failures, [
      "missing required property 'location'. Either set it explicitly or configure it with 'pulumi config set azure-native:location <value>'.",
    ]);
  });

  it("lets properties of other API versions pass", async () => {
    const inputs = { ...linuxMachine(unknown), brandNew: true };
    const newer = await estate.client.check("compute/v20300101:VirtualMachine", "vm", inputs);
    assert.deepEqual(newer.failures, []);
  });
});
