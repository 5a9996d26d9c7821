import type { ResourceRecord } from "../../policypack/stack/resource";
import { Stack } from "../../policypack/stack/stack";
import { unknownCheckingProxy } from "../../policypack/unknown-value";

/** The value that the engine puts in the place of one that is known only after deployment. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** One resource of a stack under test, as the program declares it. */
export interface Declared {
  readonly name: string;
  readonly type: string;
  readonly inputs?: object;
  readonly outputs?: object;
  /** Names of the resources that each top-level input is computed from. */
  readonly from?: Readonly<Record<string, readonly string[]>>;
  /** Properties whose changes the program has Pulumi ignore. Default: none. */
  readonly ignoreChanges?: readonly string[];
  /** The configuration of its provider. Default: the engine shows none. */
  readonly provider?: object;
  /** Type of the component that declares it. Default: none does. */
  readonly within?: string;
}

export function urnOf(type: string, name: string): string {
  return `urn:pulumi:dev::fleet::${type}::${name}`;
}

/** The type as the resource's URN has it, below the component that declares it. */
export function qualifiedType({ type, within }: Pick<Declared, "type" | "within">): string {
  return within === undefined ? type : `${within}$${type}`;
}

/** A stack whose properties behave as `@pulumi/policy` makes them behave: reading an unknown one throws. */
export function stackOf(...declared: readonly Declared[]): Stack {
  return new Stack(recordsOf(...declared));
}

/** The resources of such a stack, to be joined with others. */
export function recordsOf(...declared: readonly Declared[]): ResourceRecord[] {
  const urns = new Map(declared.map((each) => [each.name, urnOf(qualifiedType(each), each.name)]));
  return declared.map(({ name, type, inputs, outputs = {}, from = {}, ignoreChanges, provider, within }) => ({
    urn: urnOf(qualifiedType({ type, ...(within !== undefined && { within }) }), name),
    name,
    type,
    ...(inputs === undefined ? {} : { inputs: unknownCheckingProxy(inputs) }),
    outputs: unknownCheckingProxy(outputs),
    ...(ignoreChanges === undefined ? {} : { ignoreChanges }),
    ...(provider === undefined ? {} : { provider }),
    propertyDependencies: Object.fromEntries(
      Object.entries(from).map(([property, names]) => [property, names.map((each) => urns.get(each) ?? each)]),
    ),
  }));
}

/** A plain Ubuntu machine, ready for a schedule; `change` replaces top-level inputs. */
export function linuxMachine(change: object = {}, name = "web"): Declared {
  return {
    name,
    type: "azure-native:compute:VirtualMachine",
    inputs: { ...linuxInputs(), ...change },
  };
}

/** A plain Windows Server machine, ready for a schedule; `change` replaces top-level inputs. */
export function windowsMachine(change: object = {}, name = "files"): Declared {
  return { name, type: "azure-native:compute:VirtualMachine", inputs: { ...windowsInputs(), ...change } };
}

/** The patch settings of a machine that waits for its own schedule. */
export const scheduledPatchSettings = {
  patchMode: "AutomaticByPlatform",
  assessmentMode: "AutomaticByPlatform",
  automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true },
};

export const ubuntu = { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" };
export const windowsServer = {
  publisher: "MicrosoftWindowsServer",
  offer: "WindowsServer",
  sku: "2022-datacenter-g2",
  version: "latest",
};

/** The OS profile of a Linux machine with the given patch settings, or without any. */
export function linuxProfile(patchSettings?: object, change: object = {}): object {
  return {
    computerName: "web",
    adminUsername: "azureuser",
    linuxConfiguration: { disablePasswordAuthentication: true, ...(patchSettings && { patchSettings }), ...change },
  };
}

/** The OS profile of a Windows machine with the given patch settings, or without any. */
export function windowsProfile(patchSettings?: object, change: object = {}): object {
  return {
    computerName: "files",
    adminUsername: "azureuser",
    windowsConfiguration: { enableAutomaticUpdates: true, ...(patchSettings && { patchSettings }), ...change },
  };
}

export function storageProfile(imageReference: object, osDisk: object = {}): object {
  return { imageReference, osDisk: { createOption: "FromImage", ...osDisk } };
}

function linuxInputs() {
  return {
    vmName: "web",
    resourceGroupName: "fleet",
    location: "westeurope",
    hardwareProfile: { vmSize: "Standard_D2s_v5" },
    storageProfile: storageProfile(ubuntu),
    osProfile: linuxProfile(scheduledPatchSettings),
  };
}

function windowsInputs() {
  return {
    vmName: "files",
    resourceGroupName: "fleet",
    location: "westeurope",
    hardwareProfile: { vmSize: "Standard_D2s_v5" },
    storageProfile: storageProfile(windowsServer),
    osProfile: windowsProfile(scheduledPatchSettings),
  };
}

/** A weekly schedule; `change` replaces top-level inputs. */
export function schedule(change: object = {}, name = "weekly"): Declared {
  return {
    name,
    type: "azure-native:maintenance:MaintenanceConfiguration",
    inputs: {
      resourceName: name,
      resourceGroupName: "fleet",
      location: "westeurope",
      maintenanceScope: "InGuestPatch",
      extensionProperties: { InGuestPatchMode: "User" },
      startDateTime: "2026-01-10 02:00",
      duration: "03:00",
      timeZone: "W. Europe Standard Time",
      recurEvery: "1Week Saturday",
      installPatches: { rebootSetting: "IfRequired" },
      ...change,
    },
  };
}

/** The assignment of a schedule to a machine by their resources, as on a first preview, when ids are unknown. */
export function assignment(machine: string, configuration = "weekly", change: object = {}): Declared {
  return {
    name: `${configuration}-${machine}`,
    type: "azure-native:maintenance:ConfigurationAssignment",
    inputs: {
      configurationAssignmentName: `${configuration}-${machine}`,
      providerName: "Microsoft.Compute",
      resourceType: "virtualMachines",
      resourceName: unknown,
      resourceGroupName: unknown,
      maintenanceConfigurationId: unknown,
      ...change,
    },
    from: { resourceName: [machine], maintenanceConfigurationId: [configuration] },
  };
}

/** The assignment of a schedule to whatever machines of the subscription match a filter. */
export function dynamicScope(filter: object = {}, configuration = "weekly"): Declared {
  return {
    name: "scope",
    type: "azure-native:maintenance:ConfigurationAssignmentsForSubscription",
    inputs: { maintenanceConfigurationId: unknown, filter },
    from: { maintenanceConfigurationId: [configuration] },
  };
}

/** The assignment of a policy, by the id of its definition; `change` replaces top-level inputs. */
export function policyAssignment(
  policyDefinitionId: string,
  from: Declared["from"] = {},
  change: object = {},
): Declared {
  return {
    name: "governance",
    type: "azure-native:authorization:PolicyAssignment",
    inputs: { policyAssignmentName: "governance", scope: "/subscriptions/0000", policyDefinitionId, ...change },
    from,
  };
}

/** A VM extension; `change` replaces top-level inputs. */
export function extension(publisher: string, type: string, change: object = {}): Declared {
  return {
    name: "extension",
    type: "azure-native:compute:VirtualMachineExtension",
    inputs: { vmName: unknown, resourceGroupName: "fleet", publisher, type, typeHandlerVersion: "1.0", ...change },
    from: { vmName: ["web"] },
  };
}

/** The auto-shutdown of a machine of the stack; `change` replaces top-level inputs. */
export function autoShutdown(time: string, change: object = {}): Declared {
  return {
    name: "shutdown",
    type: "azure-native:devtestlab:GlobalSchedule",
    inputs: {
      resourceGroupName: "fleet",
      status: "Enabled",
      taskType: "ComputeVmShutdownTask",
      dailyRecurrence: { time },
      timeZoneId: "W. Europe Standard Time",
      targetResourceId: unknown,
      ...change,
    },
    from: { targetResourceId: ["web"] },
  };
}
