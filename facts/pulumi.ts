import { maintenanceSchema } from "./documents";
import { allowExtensionOperations, configurationBlock, patchSettingsPaths, provisionVMAgent } from "./machine-settings";
import { OperatingSystem } from "./operating-system";
import { dynamicScopeFilter } from "./schedules";
import { type Fact, source } from "./source";
import { type Statement, statement } from "./statement";

/** What the options of Pulumi's resources do to the settings that Update Manager goes by. */
export const resourceOptionStatements = {
  ignoreChanges: statement(
    "Once a resource exists, Pulumi takes the properties that its option ignoreChanges names from the stack's state, whatever the program says of them.",
    source("https://www.pulumi.com/docs/iac/concepts/options/ignorechanges/"),
  ),
} as const satisfies Record<string, Statement>;

/** A property of azure-native by which Update Manager patches, and the operating system that it is for, if for one alone. */
export interface PatchingProperty extends Fact {
  readonly path: string;
  readonly operatingSystem?: OperatingSystem;
  /** Whether it holds further properties. */
  readonly isObject?: true;
}

const systems = Object.values(OperatingSystem);

function ofMachine(machineKind: "azure" | "arc"): readonly PatchingProperty[] {
  return patchSettingsPaths
    .filter((each) => each.machineKind === machineKind)
    .map(({ pulumiPath, operatingSystem, source }) => ({ path: pulumiPath, operatingSystem, isObject: true, source }));
}

function ofSchedule(path: string): PatchingProperty {
  return { path, source: source(maintenanceSchema) };
}

const filter: readonly PatchingProperty[] = [{ path: "filter", isObject: true, source: dynamicScopeFilter.source }];

/** The properties that tell how machines are patched, by module and resource of azure-native. */
export const patchingProperties: Readonly<Record<string, readonly PatchingProperty[]>> = {
  "compute:VirtualMachine": [
    ...ofMachine("azure"),
    ...systems.map((operatingSystem) => ({
      path: `osProfile.${configurationBlock[operatingSystem]}.provisionVMAgent`,
      operatingSystem,
      source: provisionVMAgent.source,
    })),
    { path: "osProfile.allowExtensionOperations", source: allowExtensionOperations.source },
  ],
  "hybridcompute:Machine": ofMachine("arc"),
  "maintenance:MaintenanceConfiguration": [
    ...["recurEvery", "startDateTime", "expirationDateTime", "duration", "timeZone"].map(ofSchedule),
    { ...ofSchedule("installPatches"), isObject: true },
    { ...ofSchedule("extensionProperties"), isObject: true },
  ],
  "maintenance:ConfigurationAssignmentsForSubscription": filter,
  "maintenance:ConfigurationAssignmentsForResourceGroup": filter,
};
