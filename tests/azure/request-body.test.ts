import assert from "node:assert/strict";
import * as mappers from "@azure/arm-compute/dist-esm/src/models/mappers";
import type { CompositeMapper } from "@azure/core-client";
import type { PropertyMap } from "../../tools/azure/property-values";
import { clientModel, requestBody } from "../../tools/azure/request-body";
import { pathParameters, type ResourceType, resourceTypeOf, resourceTypes } from "../../tools/azure/resource-types";
import { moduleSchema, resourceSchema } from "../../tools/azure/schema";
import type { ObjectType } from "../../tools/azure/schema/types";
import { linuxMachine, schedule } from "./estate";

const typeOf = (token: string): ResourceType => resourceTypeOf(`azure-native:${token}`) ?? assert.fail(token);

describe("the body of a request", () => {
  it("of a machine is what Azure's client library writes", () => {
    const inputs: PropertyMap = {
      ...linuxMachine("/subscriptions/s/nic", {
        patchSettings: {
          assessmentMode: "AutomaticByPlatform",
          patchMode: "AutomaticByPlatform",
          automaticByPlatformSettings: {
            bypassPlatformSafetyChecksOnUserSchedule: true,
            rebootSetting: "IfRequired",
          },
        },
      }),
      identity: { type: "UserAssigned", userAssignedIdentities: ["/subscriptions/s/identity"] },
      tags: { owner: "me" },
      zones: ["1"],
    };
    assert.deepEqual(requestBody(typeOf("compute:VirtualMachine"), inputs), {
      identity: { type: "UserAssigned", userAssignedIdentities: { "/subscriptions/s/identity": {} } },
      location: "westeurope",
      properties: {
        hardwareProfile: { vmSize: "Standard_D2s_v5" },
        networkProfile: { networkInterfaces: [{ id: "/subscriptions/s/nic" }] },
        osProfile: {
          adminUsername: "azureuser",
          computerName: "vm",
          customData: "I2Nsb3VkLWNvbmZpZw==",
          linuxConfiguration: {
            disablePasswordAuthentication: true,
            patchSettings: {
              assessmentMode: "AutomaticByPlatform",
              automaticByPlatformSettings: {
                bypassPlatformSafetyChecksOnUserSchedule: true,
                rebootSetting: "IfRequired",
              },
              patchMode: "AutomaticByPlatform",
            },
            ssh: { publicKeys: [{ keyData: "ssh-ed25519 AAAA", path: "/home/azureuser/.ssh/authorized_keys" }] },
          },
        },
        storageProfile: {
          imageReference: { offer: "ubuntu-24_04-lts", publisher: "Canonical", sku: "server", version: "latest" },
          osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "premium_lrs" } },
        },
      },
      tags: { owner: "me" },
      zones: ["1"],
    });
  });

  it("of an extension has the handler's type among its properties", () => {
    const body = requestBody(typeOf("compute:VirtualMachineExtension"), {
      resourceGroupName: "rg",
      vmName: "vm",
      vmExtensionName: "script",
      location: "westeurope",
      publisher: "Microsoft.Azure.Extensions",
      type: "CustomScript",
      typeHandlerVersion: "2.1",
      settings: { timestamp: 1 },
    });
    assert.deepEqual(body, {
      location: "westeurope",
      properties: {
        publisher: "Microsoft.Azure.Extensions",
        settings: { timestamp: 1 },
        type: "CustomScript",
        typeHandlerVersion: "2.1",
      },
    });
  });

  it("of other services is the inputs without the path", () => {
    const { resourceGroupName: _, resourceName: __, ...body } = schedule;
    assert.deepEqual(requestBody(typeOf("maintenance:MaintenanceConfiguration"), schedule), body);
  });

  it("is refused where the client library refuses a value", () => {
    const inputs = { ...linuxMachine("nic"), storageProfile: { osDisk: { diskSizeGB: 30 } } };
    assert.throws(() => requestBody(typeOf("compute:VirtualMachine"), inputs), {
      message: `Status=400 Code="InvalidParameter" Message="VirtualMachine.properties.storageProfile.osDisk.createOption cannot be null or undefined."`,
    });
  });

  it("misses only properties that are newer than the client library", () => {
    const missing = resourceTypes
      .filter(({ module }) => module === "compute")
      .flatMap((type) => {
        const parameters = new Set(pathParameters(type));
        return [...missingFrom(clientModel(type), type.name, resourceSchema(type).inputs, new Set())].filter(
          (path) => !parameters.has(path.slice(type.name.length + 1)),
        );
      });
    assert.deepEqual(missing, [
      "VirtualMachine.placement",
      "VirtualMachine.securityProfile.proxyAgentSettings.imds",
      "VirtualMachine.securityProfile.proxyAgentSettings.wireServer",
      "VirtualMachine.storageProfile.alignRegionalDisksToVMZone",
      "VirtualMachineScaleSet.resiliencyPolicy.automaticZoneRebalancingPolicy",
      "VirtualMachineScaleSet.scaleInPolicy.prioritizeUnhealthyVMs",
      "VirtualMachineScaleSet.skuProfile",
      "VirtualMachineScaleSet.virtualMachineProfile.securityPostureReference.isOverridable",
      "VirtualMachineScaleSet.virtualMachineProfile.securityProfile.proxyAgentSettings.imds",
      "VirtualMachineScaleSet.virtualMachineProfile.securityProfile.proxyAgentSettings.wireServer",
      "VirtualMachineScaleSet.zonalPlatformFaultDomainAlignMode",
      "Gallery.identity",
      "GalleryImage.allowUpdateImage",
      "GalleryImage.features.startsAtVersion",
      "AvailabilitySet.scheduledEventsPolicy",
    ]);
  });
});

/** The paths of the properties that the SDK has and a model of the client library has not. */
function* missingFrom(
  mapper: CompositeMapper,
  path: string,
  described: ObjectType,
  seen: Set<string>,
): Generator<string> {
  const models = mappers as unknown as Record<string, CompositeMapper>;
  const { className = "" } = mapper.type;
  const { modelProperties = {} } =
    mapper.type.modelProperties === undefined ? (models[className]?.type ?? {}) : mapper.type;
  for (const [name, expression] of Object.entries(described.properties)) {
    const own = Object.keys(modelProperties).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (own === undefined) yield `${path}.${name}`;
    const inside = moduleSchema("compute").inputTypes[expression.replace(/^#|\[\]$/g, "")];
    const key = `${className}.${name}`;
    if (own === undefined || inside === undefined || seen.has(key)) continue;
    seen.add(key);
    const property = modelProperties[own]?.type as { element?: CompositeMapper } & CompositeMapper["type"];
    yield* missingFrom(property.element ?? { type: property }, `${path}.${name}`, inside, seen);
  }
}
