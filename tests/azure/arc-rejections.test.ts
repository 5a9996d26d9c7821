import assert from "node:assert/strict";
import type { PropertyMap } from "../../tools/azure/property-values";
import { Estate } from "./estate";

const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg";
const machineId = `${group}/providers/Microsoft.HybridCompute/machines/files`;
const vmId = "12345678-9abc-4def-8123-456789abcdef";

describe("the offline Azure and Arc-enabled servers", () => {
  let estate: Estate;

  beforeEach(async () => {
    estate = await Estate.open();
    await estate.group();
  });
  afterEach(() => estate.close());

  const deploy = (type: string, inputs: PropertyMap) =>
    estate.client.deploy(`hybridcompute:${type}`, "files", {
      resourceGroupName: "rg",
      machineName: "files",
      ...inputs,
    });
  const unidentified =
    'Status=400 Code="HCRP400" Message="The request does not have sufficient information to complete the operation. Missing or invalid properties: VmId"';

  it("refuses a server that no agent identifies", async () => {
    await assert.rejects(deploy("Machine", {}), { message: unidentified });
    await assert.rejects(deploy("Machine", { vmId: "vm-221014143600135524" }), { message: unidentified });
  });

  it("takes a server that its agent identifies, and one of a kind that has none yet", async () => {
    assert.equal((await deploy("Machine", { vmId })).id, machineId);
    await deploy("Machine", { machineName: "virtual", kind: "VMware" });
  });

  it("refuses what is not beside its server, or not called so", async () => {
    await deploy("Machine", { vmId });
    await assert.rejects(deploy("LicenseProfile", { licenseProfileName: "mine" }), {
      message: `Status=400 Code="InvalidResourceName" Message="The license profile 'mine' must be named 'default'."`,
    });
    await assert.rejects(deploy("LicenseProfile", { licenseProfileName: "default", location: "eastus" }), {
      message: `Status=400 Code="InvalidLocation" Message="The license profile's location 'eastus' must be that of its machine, 'westeurope'."`,
    });
    const profile = await deploy("LicenseProfile", { licenseProfileName: "default" });
    assert.equal(profile.id, `${machineId}/licenseProfiles/default`);
  });

  it("refuses an extension of a server that does not exist", async () => {
    await assert.rejects(deploy("MachineExtension", { extensionName: "LinuxPatchExtension" }), {
      message: `Status=404 Code="ParentResourceNotFound" Message="Failed to perform 'write' on resource(s) of type 'machines/extensions', because the parent resource '${machineId}' could not be found."`,
    });
  });

  it("has what was put there behind the engine's back", async () => {
    estate.azure.put("Machine", machineId, { location: "westeurope", vmId });
    const extension = await deploy("MachineExtension", { extensionName: "LinuxPatchExtension" });
    assert.equal(extension.id, `${machineId}/extensions/LinuxPatchExtension`);
    await assert.rejects(deploy("Machine", { vmId }), {
      message: `cannot create already existing resource '${machineId}'`,
    });
    assert.throws(() => estate.azure.put("Thing", `${machineId}/things/one`, {}), {
      message: "The offline Azure does not know Thing",
    });
  });
});
