import { azureDocs, computeDocs, maintenanceSchema, updateManager } from "../documents";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";

/** The ARM resource types of schedules, and the API versions that documents show. */
export const scheduleResourceTypes = {
  configuration: "Microsoft.Maintenance/maintenanceConfigurations",
  assignment: "Microsoft.Maintenance/configurationAssignments",
  apiVersions: ["2021-09-01-preview", "2022-11-01-preview", "2023-04-01"],
  source: source(maintenanceSchema),
} as const satisfies Fact & Record<string, unknown>;

/** `maintenanceScope`: what a maintenance configuration is for. Update Manager's schedules are of `InGuestPatch`. */
export const maintenanceScope = {
  values: ["Host", "Resource", "OSImage", "Extension", "InGuestPatch", "SQLDB", "SQLManagedInstance"],
  mustBe: "InGuestPatch",
  source: source(maintenanceSchema),
} as const satisfies Fact & Record<string, unknown>;

/** `extensionProperties.InGuestPatchMode`: the service refuses a schedule without it. */
export const inGuestPatchMode = {
  property: "extensionProperties.InGuestPatchMode",
  mustBe: "User",
  errorWhenMissing: "Extension properties must contain Patch mode",
  source: source(
    updateManager("manage-vms-programmatically"),
    "https://github.com/Azure/bicep/issues/8959",
    "https://github.com/hashicorp/terraform-provider-azurerm/issues/19747",
  ),
} as const satisfies Fact & Record<string, unknown>;

/** The other value that is seen for {@link inGuestPatchMode}. */
export const platformPatchMode = {
  value: "Platform",
  source: source("https://github.com/hashicorp/terraform-provider-azurerm/issues/19747"),
  unconfirmed: "No document says what it does.",
} as const satisfies Fact & Record<string, unknown>;

/** `visibility`: `Public` configurations are Azure's own. */
export const visibility = {
  values: ["Custom", "Public"],
  defaultValue: "Custom",
  mustBe: "Custom",
  source: source(maintenanceSchema),
  unconfirmed: "The schema lists both values; that a schedule for guests must be Custom is not stated.",
} as const satisfies Fact & Record<string, unknown>;

/** The names of a resource group and of a maintenance configuration in it, taken together. */
export const nameLength = {
  below: 128,
  /** The longest name that a resource group can have. */
  resourceGroupMaximum: 90,
  source: source(
    computeDocs("virtual-machines/maintenance-configurations"),
    azureDocs("azure-resource-manager/management/resource-name-rules"),
  ),
  unconfirmed: "The article's sentence can also be read as a limit for each of the two names.",
} as const satisfies Fact & Record<string, unknown>;

/** What is wrong with the lengths of the two names; `undefined` where together they are below 128 characters. */
export function checkNameLength(resourceGroupName: string, configurationName: string): string | undefined {
  const length = resourceGroupName.length + configurationName.length;
  if (length < nameLength.below) return undefined;
  return `"${resourceGroupName}" and "${configurationName}" have ${length} characters together: a resource group and a maintenance configuration in it have fewer than ${nameLength.below}`;
}

/** Maintenance configurations, beyond their properties. */
export const configurationStatements = {
  namespace: statement(
    "namespace is null for schedules of guests.",
    source(updateManager("manage-vms-programmatically")),
  ),
  location: statement(
    "A schedule may lie in any region that has the provider, and counts against the limits of its own region.",
    source(updateManager("scheduled-patching")),
    { unconfirmed: "Whether it must lie in the region of its machines is not stated." },
  ),
  firstRun: statement(
    "Weekly and monthly schedules first run on the first matching day after the start, not at the start itself.",
    source(computeDocs("virtual-machines/troubleshoot-maintenance-configurations")),
  ),
  nameReuse: statement(
    "The name of a deleted configuration can be used again after 20 minutes.",
    source(computeDocs("virtual-machines/troubleshoot-maintenance-configurations")),
  ),
} as const satisfies Record<string, Statement>;
