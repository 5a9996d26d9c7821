import {
  block,
  type Field,
  type Fields,
  fixed,
  groupInId,
  json,
  nameInId,
  prop,
  reference,
  unlessGiven,
  whereGiven,
  withDefault,
} from "./field";
import { references } from "./list-field";
import { common, type Mapping } from "./mapping";

/*
 * Names and defaults: the arguments of azurerm_linux_virtual_machine, azurerm_windows_virtual_machine and
 * azurerm_virtual_machine in the documents of the Terraform provider for Azure, which this provider is made from.
 */

/** The settings of patches, for which the provider has defaults of its own, other than Azure's. */
function patchSettings(patchModeDefault: string, more: Fields = {}): Field {
  return block({
    patchMode: withDefault(prop("patchMode"), patchModeDefault),
    assessmentMode: withDefault(prop("patchAssessmentMode"), "ImageDefault"),
    automaticByPlatformSettings: block({
      // The bridge fills in false where a program says nothing, and the engine does not show which of the two it was.
      bypassPlatformSafetyChecksOnUserSchedule: prop("bypassPlatformSafetyChecksOnUserScheduleEnabled"),
      rebootSetting: prop("rebootSetting"),
    }),
    ...more,
  });
}

const provisionVMAgent = withDefault(prop("provisionVmAgent"), true);

/** What the provider calls a gallery's image or a managed one, it calls by one name. */
const image: Field = block(
  {
    publisher: prop("sourceImageReference.publisher"),
    offer: prop("sourceImageReference.offer"),
    sku: prop("sourceImageReference.sku"),
    version: prop("sourceImageReference.version"),
    id: prop("sourceImageId"),
  },
  "sourceImageReference",
);

function machine(osType: "Linux" | "Windows", configuration: Fields): Fields {
  return {
    ...common("vmName"),
    hardwareProfile: block({ vmSize: prop("size") }),
    licenseType: prop("licenseType"),
    plan: prop("plan"),
    userData: prop("userData"),
    availabilitySet: reference("availabilitySetId"),
    virtualMachineScaleSet: reference("virtualMachineScaleSetId"),
    networkProfile: block({ networkInterfaces: references("networkInterfaceIds") }, "networkInterfaceIds"),
    identity: prop("identity"),
    storageProfile: block({
      imageReference: image,
      osDisk: block({
        osType: fixed(osType),
        createOption: whereGiven("osManagedDiskId", "Attach", "FromImage"),
        name: prop("osDisk.name"),
        caching: prop("osDisk.caching"),
        managedDisk: reference("osManagedDiskId"),
      }),
    }),
    // The provider sends no OS profile with a disk that has been set up already.
    osProfile: unlessGiven(
      "osManagedDiskId",
      block({
        computerName: prop("computerName"),
        adminUsername: prop("adminUsername"),
        customData: prop("customData"),
        allowExtensionOperations: withDefault(prop("allowExtensionOperations"), true),
        ...configuration,
      }),
    ),
  };
}

const linux = machine("Linux", {
  linuxConfiguration: block({
    disablePasswordAuthentication: withDefault(prop("disablePasswordAuthentication"), true),
    provisionVMAgent,
    patchSettings: patchSettings("ImageDefault"),
  }),
});

const windows = machine("Windows", {
  windowsConfiguration: block({
    provisionVMAgent,
    enableAutomaticUpdates: withDefault(prop("automaticUpdatesEnabled", "enableAutomaticUpdates"), true),
    timeZone: prop("timezone"),
    patchSettings: patchSettings("AutomaticByOS", { enableHotpatching: prop("hotpatchingEnabled") }),
  }),
});

/** The resource that came before the two: it has no settings of patches, and its defaults are the other way round. */
const legacy: Fields = {
  ...common("vmName"),
  hardwareProfile: block({ vmSize: prop("vmSize") }),
  licenseType: prop("licenseType"),
  plan: prop("plan"),
  availabilitySet: reference("availabilitySetId"),
  networkProfile: block({ networkInterfaces: references("networkInterfaceIds") }, "networkInterfaceIds"),
  identity: prop("identity"),
  storageProfile: block({
    imageReference: prop("storageImageReference"),
    osDisk: prop("storageOsDisk"),
  }),
  osProfile: block({
    computerName: prop("osProfile.computerName"),
    adminUsername: prop("osProfile.adminUsername"),
    customData: prop("osProfile.customData"),
    linuxConfiguration: givenWith("osProfileLinuxConfig", {
      disablePasswordAuthentication: prop("osProfileLinuxConfig.disablePasswordAuthentication"),
    }),
    windowsConfiguration: givenWith("osProfileWindowsConfig", {
      provisionVMAgent: withDefault(prop("osProfileWindowsConfig.provisionVmAgent"), false),
      enableAutomaticUpdates: withDefault(prop("osProfileWindowsConfig.enableAutomaticUpgrades"), false),
    }),
  }),
};

/** A block with defaults that is sent only where the program has it. */
function givenWith(path: string, fields: Fields): Field {
  const whole = prop(path);
  const of = block(fields, path);
  return {
    ...of,
    uses: [path, ...of.uses],
    has: (source) => whole.has(source),
    read: (source) => readBelow(whole, of, source),
  };
}

/** A block that is unknown as a whole is so before any default in it. */
function readBelow(whole: Field, of: Field, source: object): unknown {
  whole.read(source);
  return of.read(source);
}

const onMachine: Fields = {
  vmName: nameInId("virtualMachineId"),
  resourceGroupName: groupInId("virtualMachineId"),
  tags: prop("tags"),
};

const extension: Fields = {
  publisher: prop("publisher"),
  type: prop("type"),
  typeHandlerVersion: prop("typeHandlerVersion"),
  enableAutomaticUpgrade: prop("automaticUpgradeEnabled"),
  settings: json("settings"),
  protectedSettings: json("protectedSettings"),
};

function scaleSet(orchestrationMode: "Flexible" | "Uniform"): Fields {
  return { ...common("vmScaleSetName"), orchestrationMode: fixed(orchestrationMode) };
}

/** Machines, what is on them, and what they are made from. */
export const machines: readonly Mapping[] = [
  { classic: "compute:LinuxVirtualMachine", type: "compute:VirtualMachine", fields: linux },
  { classic: "compute:WindowsVirtualMachine", type: "compute:VirtualMachine", fields: windows },
  {
    classic: "compute:VirtualMachine",
    type: "compute:VirtualMachine",
    fields: legacy,
    successors: [
      "azure:compute/linuxVirtualMachine:LinuxVirtualMachine",
      "azure:compute/windowsVirtualMachine:WindowsVirtualMachine",
    ],
  },
  {
    classic: "compute:Extension",
    type: "compute:VirtualMachineExtension",
    fields: { ...onMachine, vmExtensionName: prop("name"), ...extension },
  },
  {
    classic: "compute:RunCommand",
    type: "compute:VirtualMachineRunCommandByVirtualMachine",
    fields: { ...onMachine, runCommandName: prop("name"), location: prop("location"), source: prop("source") },
  },
  {
    classic: "compute:OrchestratedVirtualMachineScaleSet",
    type: "compute:VirtualMachineScaleSet",
    fields: scaleSet("Flexible"),
  },
  {
    classic: "compute:LinuxVirtualMachineScaleSet",
    type: "compute:VirtualMachineScaleSet",
    fields: scaleSet("Uniform"),
  },
  {
    classic: "compute:WindowsVirtualMachineScaleSet",
    type: "compute:VirtualMachineScaleSet",
    fields: scaleSet("Uniform"),
  },
  { classic: "compute:AvailabilitySet", type: "compute:AvailabilitySet", fields: common("availabilitySetName") },
  {
    classic: "compute:SharedImage",
    type: "compute:GalleryImage",
    fields: {
      ...common("galleryImageName"),
      galleryName: prop("galleryName"),
      osType: prop("osType"),
      identifier: prop("identifier"),
    },
  },
  {
    classic: "compute:SharedImageVersion",
    type: "compute:GalleryImageVersion",
    fields: {
      ...common("galleryImageVersionName"),
      galleryName: prop("galleryName"),
      galleryImageName: prop("imageName"),
    },
  },
  {
    classic: "containerservice:KubernetesCluster",
    type: "containerservice:ManagedCluster",
    fields: { ...common("resourceName"), nodeResourceGroup: prop("nodeResourceGroup") },
  },
  {
    classic: "arcmachine:ArcMachine",
    type: "hybridcompute:Machine",
    fields: { ...common("machineName"), kind: prop("kind"), identity: prop("identity") },
  },
  {
    classic: "arcmachine:Extension",
    type: "hybridcompute:MachineExtension",
    fields: {
      machineName: nameInId("arcMachineId"),
      resourceGroupName: groupInId("arcMachineId"),
      extensionName: prop("name"),
      location: prop("location"),
      tags: prop("tags"),
      properties: block(extension),
    },
  },
];
