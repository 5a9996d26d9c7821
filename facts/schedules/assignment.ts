import { computeDocs, maintenanceSchema, updateManager, updateManagerPolicy } from "../documents";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";

const troubleshooting = computeDocs("virtual-machines/troubleshoot-maintenance-configurations");

/** The types of resource that a schedule can be assigned to one by one. */
export const assignableResourceTypes = {
  values: ["Microsoft.Compute/virtualMachines", "Microsoft.HybridCompute/machines"],
  excluded: ["Microsoft.Compute/virtualMachineScaleSets", "Microsoft.Compute/virtualMachineScaleSets/virtualMachines"],
  source: source(updateManager("scheduled-patching"), updateManager("unsupported-workloads")),
} as const satisfies Fact & Record<string, unknown>;

/**
 * The scopes of maintenance configurations that are for resources of other kinds: scale sets, databases and, of those
 * that Update Manager patches, Azure VMs alone. Nothing is documented of `Resource` and `Extension`.
 */
export const foreignScopes = {
  virtualMachines: ["OSImage", "SQLDB", "SQLManagedInstance"],
  arcServers: ["Host", "OSImage", "SQLDB", "SQLManagedInstance"],
  dynamicScopes: ["Host", "OSImage", "SQLDB", "SQLManagedInstance"],
  source: source(
    maintenanceSchema,
    computeDocs("virtual-machines/maintenance-configurations"),
    updateManager("dynamic-scope-overview"),
  ),
} as const satisfies Fact & Record<string, unknown>;

/** `filter` of a dynamic scope: the assignment of a schedule to a subscription or resource group. */
export const dynamicScopeFilter = {
  osTypes: ["Windows", "Linux"],
  tagOperators: ["All", "Any"],
  /** A resource group's scope without locations fails: a null location is refused. */
  locationsNeededFor: "resource group",
  subscriptionIsFixed: true,
  source: source(maintenanceSchema, updateManager("manage-dynamic-scoping"), troubleshooting),
} as const satisfies Fact & Record<string, unknown>;

/** The resource types that a dynamic scope can select. */
export const dynamicScopeResourceTypes = {
  values: assignableResourceTypes.values,
  source: source(maintenanceSchema, updateManager("dynamic-scope-overview")),
  unconfirmed: "The schema takes any text; these are the machines that Update Manager patches.",
} as const satisfies Fact & Record<string, unknown>;

/** Hours within which recreating a machine under the same resource id can make a schedule fail with ShutdownOrUnresponsive. */
export const machineRecreation = {
  hours: { assignment: 8, dynamicScope: 12 },
  error: "ShutdownOrUnresponsive",
  source: source(updateManager("troubleshoot"), troubleshooting),
} as const satisfies Fact & Record<string, unknown>;

/** Assignments of schedules, beyond their properties. */
export const assignmentStatements = {
  location: statement(
    "The built-in policy writes the machine's own location into the assignment.",
    source(updateManagerPolicy("AzUpdateMgmtCenter_ScheduledPatching_DINE")),
  ),
  sameSubscription: statement(
    "The portal takes a machine and a configuration of the same subscription for a single machine.",
    source(updateManager("scheduled-patching")),
  ),
  crossSubscription: statement(
    "A schedule of another subscription needs roles in both, and Microsoft.Maintenance and Microsoft.Insights registered in each.",
    source(updateManager("enable-cross-subscription-patching")),
  ),
  evaluatedAtRunTime: statement(
    "A dynamic scope is evaluated when the schedule runs, so the machines can differ from its preview in the portal.",
    source(updateManager("manage-dynamic-scoping")),
  ),
  oneValuePerTag: statement(
    "The portal takes one value for each tag of a dynamic scope.",
    source(updateManager("manage-dynamic-scoping")),
  ),
  moves: statement(
    "Moving a machine to another resource group or subscription breaks its schedule: remove the assignment, move, assign again.",
    source(updateManager("troubleshoot")),
  ),
  sameTrigger: statement(
    "Of two configurations with the same trigger time on one machine only one is triggered; overlapping ones wait for each other.",
    source(troubleshooting, updateManager("troubleshoot")),
  ),
  availabilitySets: statement(
    "Machines of one availability set are patched update domain by update domain: in different schedules at the same time they can exceed the window.",
    source(updateManager("scheduled-patching")),
  ),
  hostMaintenance: statement(
    "Host maintenance and guest patching exclude each other, and the run for the guest can time out.",
    source(troubleshooting),
  ),
  unsupportedImages: statement(
    "An unsupported image in a schedule makes the run fail.",
    source(updateManager("cross-subscription-patching")),
  ),
} as const satisfies Record<string, Statement>;
