import { type Declared, unknown } from "./fixture";

/** The type token of a resource of the classic provider. */
export function classicToken(module: string, name: string): string {
  return `azure:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
}

/** A resource of the classic provider, as a program declares it. */
export function classic(
  [module, resource]: readonly [module: string, resource: string],
  name: string,
  inputs: object,
  from: Declared["from"] = {},
): Declared {
  return { name, type: classicToken(module, resource), inputs, from };
}

/** A Linux machine that is ready for a schedule; `change` replaces top-level inputs. */
export function classicLinux(change: object = {}, name = "web"): Declared {
  return machine("LinuxVirtualMachine", name, {
    sourceImageReference: {
      publisher: "Canonical",
      offer: "ubuntu-24_04-lts",
      sku: "server",
      version: "latest",
    },
    ...classicPatching,
    ...change,
  });
}

/** A Windows machine that is ready for a schedule; `change` replaces top-level inputs. */
export function classicWindows(change: object = {}, name = "files"): Declared {
  return machine("WindowsVirtualMachine", name, {
    sourceImageReference: {
      publisher: "MicrosoftWindowsServer",
      offer: "WindowsServer",
      sku: "2022-datacenter-g2",
      version: "latest",
    },
    ...classicPatching,
    ...change,
  });
}

function machine(resource: string, name: string, inputs: object): Declared {
  const common = {
    name,
    resourceGroupName: "fleet",
    location: "westeurope",
    size: "Standard_D2s_v5",
    adminUsername: "azureuser",
    networkInterfaceIds: [unknown],
    osDisk: { caching: "ReadWrite", storageAccountType: "Standard_LRS" },
  };
  return classic(["compute", resource], name, { ...common, ...inputs }, { networkInterfaceIds: [`${name}-nic`] });
}

/** A network interface of a machine in the subnet of {@link classicNetwork}; `change` replaces top-level inputs. */
export function classicInterface(of: string, change: object = {}): Declared {
  return classic(
    ["network", "NetworkInterface"],
    `${of}-nic`,
    {
      name: `${of}-nic`,
      resourceGroupName: "fleet",
      location: "westeurope",
      ipConfigurations: [{ name: "internal", subnetId: unknown, privateIpAddressAllocation: "Dynamic" }],
      ...change,
    },
    { ipConfigurations: ["subnet"] },
  );
}

/** A virtual network with a subnet, as on a first preview; `change` replaces top-level inputs of the subnet. */
export function classicNetwork(change: object = {}): readonly Declared[] {
  return [
    classic(["network", "VirtualNetwork"], "network", {
      name: "network",
      resourceGroupName: "fleet",
      location: "westeurope",
      addressSpaces: ["10.0.0.0/16"],
    }),
    classic(
      ["network", "Subnet"],
      "subnet",
      {
        name: "subnet",
        resourceGroupName: "fleet",
        virtualNetworkName: "network",
        addressPrefixes: ["10.0.1.0/24"],
        ...change,
      },
      { virtualNetworkName: ["network"] },
    ),
  ];
}

/** The settings of a machine that waits for its own schedule. */
export const classicPatching = {
  patchMode: "AutomaticByPlatform",
  patchAssessmentMode: "AutomaticByPlatform",
  bypassPlatformSafetyChecksOnUserScheduleEnabled: true,
};

/** What the bridge makes of settings that the program leaves out. */
export const filledIn = {
  patchMode: "ImageDefault",
  patchAssessmentMode: "ImageDefault",
  bypassPlatformSafetyChecksOnUserScheduleEnabled: false,
};

/** A weekly schedule; `change` replaces top-level inputs. */
export function classicSchedule(change: object = {}, name = "weekly"): Declared {
  return classic(["maintenance", "Configuration"], name, {
    name,
    resourceGroupName: "fleet",
    location: "westeurope",
    scope: "InGuestPatch",
    inGuestUserPatchMode: "User",
    window: classicWindow,
    installPatches: {
      reboot: "IfRequired",
      linuxes: [{ classificationsToIncludes: ["Critical", "Security"] }],
      windows: [{ classificationsToIncludes: ["Critical", "Security"] }],
    },
    ...change,
  });
}

export const classicWindow = {
  startDateTime: "2026-01-10 02:00",
  duration: "03:00",
  timeZone: "W. Europe Standard Time",
  recurEvery: "1Week Saturday",
};

/** The assignment of a schedule to a machine by their resources, as on a first preview, when ids are unknown. */
export function classicAssignment(machine: string, configuration = "weekly", change: object = {}): Declared {
  return classic(
    ["maintenance", "AssignmentVirtualMachine"],
    `${configuration}-${machine}`,
    { location: "westeurope", virtualMachineId: unknown, maintenanceConfigurationId: unknown, ...change },
    { virtualMachineId: [machine], maintenanceConfigurationId: [configuration] },
  );
}

/** The assignment of a schedule to whatever machines of the subscription match a filter. */
export function classicScope(filter: object = {}, configuration = "weekly"): Declared {
  return classic(
    ["maintenance", "AssignmentDynamicScope"],
    "scope",
    { name: "scope", maintenanceConfigurationId: unknown, filter },
    { maintenanceConfigurationId: [configuration] },
  );
}

/** A VM extension; `change` replaces top-level inputs. */
export function classicExtension(publisher: string, type: string, change: object = {}): Declared {
  return classic(
    ["compute", "Extension"],
    "extension",
    { name: "extension", virtualMachineId: unknown, publisher, type, typeHandlerVersion: "1.0", ...change },
    { virtualMachineId: ["web"] },
  );
}

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";

/** The ARM id of a resource in the resource group `fleet`. */
export function armId(type: string, name: string, group = "fleet"): string {
  return `${subscription}/resourceGroups/${group}/providers/${type}/${name}`;
}
