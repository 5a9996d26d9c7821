import { PatchMode, patchModeFacts } from "../../../facts/machine-settings";
import { guidOf } from "../naming";
import type { PropertyMap } from "../property-values";
import { nameOf, resourceGroupOf } from "../resource-id";
import { operatingSystemOf } from "../rules/operating-system";
import { at, mapAt, textAt } from "../values";
import { type Filling, now } from ".";

/** What the compute service fills in. */
export function filledByCompute(filling: Filling): PropertyMap {
  switch (filling.type.name) {
    case "VirtualMachine":
      return virtualMachine(filling);
    case "VirtualMachineScaleSet":
      return { uniqueId: guidOf(`${filling.id} uniqueId`), timeCreated: now };
    case "Disk":
      return { uniqueId: guidOf(`${filling.id} uniqueId`), timeCreated: now, diskState: "Unattached" };
    default:
      return {};
  }
}

function virtualMachine({ id, inputs, given }: Filling): PropertyMap {
  const storageProfile = { ...mapAt(given, "storageProfile") };
  return {
    vmId: guidOf(`${id} vmId`),
    timeCreated: now,
    storageProfile: {
      dataDisks: [],
      ...storageProfile,
      ...(storageProfile.imageReference !== undefined && { imageReference: imageReference(given) }),
      osDisk: osDisk(id, inputs, given),
    },
    // A machine made from a disk that already holds a system has no profile of it.
    ...(given.osProfile !== undefined && { osProfile: osProfile(inputs, given, nameOf(id)) }),
  };
}

function imageReference(given: PropertyMap): PropertyMap {
  const reference = mapAt(given, "storageProfile", "imageReference");
  if (reference.publisher === undefined) return reference;
  const exactVersion = reference.version === "latest" ? "1.0.0" : (reference.version ?? "1.0.0");
  return { ...reference, exactVersion };
}

function osDisk(id: string, inputs: PropertyMap, given: PropertyMap): PropertyMap {
  const disk = mapAt(given, "storageProfile", "osDisk");
  const name = textAt(disk, "name") ?? `${nameOf(id)}_OsDisk_1_${guidOf(`${id} osDisk`).replaceAll("-", "")}`;
  const osType = operatingSystemOf(inputs);
  return {
    caching: "ReadWrite",
    createOption: "FromImage",
    deleteOption: "Detach",
    diskSizeGB: osType === "Windows" ? 127 : 30,
    ...disk,
    managedDisk: {
      id: `${resourceGroupOf(id)}/providers/Microsoft.Compute/disks/${name}`,
      storageAccountType: "Standard_LRS",
      ...mapAt(disk, "managedDisk"),
    },
    name,
    osType,
  };
}

function osProfile(inputs: PropertyMap, given: PropertyMap, machineName: string): PropertyMap {
  const profile = mapAt(given, "osProfile");
  const configuration: PropertyMap =
    operatingSystemOf(inputs) === "Windows"
      ? { windowsConfiguration: windowsConfiguration(mapAt(profile, "windowsConfiguration")) }
      : { linuxConfiguration: linuxConfiguration(mapAt(profile, "linuxConfiguration")) };
  return {
    allowExtensionOperations: true,
    computerName: machineName,
    requireGuestProvisionSignal: true,
    secrets: [],
    ...profile,
    ...configuration,
  };
}

function linuxConfiguration(given: PropertyMap): PropertyMap {
  return {
    disablePasswordAuthentication: false,
    provisionVMAgent: true,
    ...given,
    patchSettings: {
      assessmentMode: "ImageDefault",
      patchMode: defaultPatchMode("Linux"),
      ...mapAt(given, "patchSettings"),
    },
  };
}

function windowsConfiguration(given: PropertyMap): PropertyMap {
  const automatic = at(given, "enableAutomaticUpdates") !== false;
  return {
    enableAutomaticUpdates: true,
    provisionVMAgent: true,
    ...given,
    patchSettings: {
      assessmentMode: "ImageDefault",
      enableHotpatching: false,
      patchMode: automatic ? defaultPatchMode("Windows") : PatchMode.Manual,
      ...mapAt(given, "patchSettings"),
    },
  };
}

function defaultPatchMode(operatingSystem: "Linux" | "Windows"): string {
  const fact = patchModeFacts.find((mode) => mode.operatingSystem === operatingSystem && mode.isDefault);
  return fact?.patchMode ?? PatchMode.ImageDefault;
}
