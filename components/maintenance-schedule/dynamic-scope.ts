import type * as pulumi from "@pulumi/pulumi";
import type { Cloud } from "../../facts/cloud";
import { isNodeResourceGroup } from "../../facts/kubernetes";
import type { MachineKind } from "../../facts/machine-kind";
import { OperatingSystem } from "../../facts/operating-system";
import { dynamicScopeFilter, type ScheduleLimits } from "../../facts/schedules";
import { member } from "../shared/member";
import { notOneOf, type Problems } from "../shared/problems";
import { schedulesPage, unsupportedWorkloadsPage } from "./documents";
import { checkLocation } from "./location";

const troubleshooting = "https://learn.microsoft.com/azure/virtual-machines/troubleshoot-maintenance-configurations";

/** The types of machine that a dynamic scope can select. */
export const MachineResourceType = {
  /** Azure virtual machines. */
  VirtualMachine: "Microsoft.Compute/virtualMachines",
  /** Arc-enabled servers. */
  ArcServer: "Microsoft.HybridCompute/machines",
} as const;
export type MachineResourceType = (typeof MachineResourceType)[keyof typeof MachineResourceType];

/** How many of a filter's tags a machine has. */
export const TagOperator = {
  /** All of them. */
  All: "All",
  /** At least one of them. */
  Any: "Any",
} as const;
export type TagOperator = (typeof TagOperator)[keyof typeof TagOperator];

/**
 * A dynamic scope: the machines of a subscription, or of one of its resource groups, that match every filter when the
 * schedule runs. The subscription is that of the component's provider.
 */
export interface DynamicScopeArgs {
  /**
   * The resource group that the scope is of, for programs that may write to no more than that; it needs `locations`.
   * Default: the scope is of the whole subscription, where `resourceGroups` can select some.
   */
  resourceGroupName?: pulumi.Input<string>;
  /** The resource groups of the machines, by name, at most 50. Default: any. */
  resourceGroups?: pulumi.Input<string>[];
  /** The regions of the machines. Default: any. */
  locations?: pulumi.Input<string>[];
  /** The operating systems of the machines. Default: any. */
  osTypes?: OperatingSystem[];
  /** The types of the machines. Default: both. */
  resourceTypes?: MachineResourceType[];
  /** Tags of the machines: the values that each may have. At most 50. Default: any. */
  tags?: { [name: string]: string[] };
  /** Whether a machine has all of the tags, or any. Only with `tags`. Default: `All`. */
  tagOperator?: TagOperator;
}

const kindOf: Readonly<Record<MachineResourceType, MachineKind>> = {
  [MachineResourceType.VirtualMachine]: "azure",
  [MachineResourceType.ArcServer]: "arc",
};

/** The assignment of a schedule to a dynamic scope, less what depends on the schedule. */
export function resolveDynamicScope(
  name: string,
  scope: DynamicScopeArgs,
  cloud: Cloud | undefined,
  limits: ScheduleLimits,
  problems: Problems,
) {
  const path = member("dynamicScopes", name);
  const { resourceGroupName, resourceGroups, locations, osTypes, tags } = scope;
  const { resourceTypes = Object.values(MachineResourceType) } = scope;
  checkEnumeration(`${path}.osTypes`, osTypes, Object.values(OperatingSystem), problems);
  checkEnumeration(`${path}.resourceTypes`, scope.resourceTypes, Object.values(MachineResourceType), problems);
  checkTags(path, scope, limits, problems);
  if (resourceGroupName !== undefined) {
    if (resourceGroups !== undefined) {
      problems.add(`${path}.resourceGroups`, "has no effect beside resourceGroupName: give only one of the two.");
    }
    if (locations === undefined || locations.length === 0) {
      problems.add(
        `${path}.locations`,
        `give the regions of the machines: Azure refuses the scope of a ${dynamicScopeFilter.locationsNeededFor} without. See ${troubleshooting}`,
      );
    }
  }
  const groups = checkedGroups(`${path}.resourceGroups`, resourceGroups, limits, problems);
  const known = resourceTypes.filter((resourceType) => resourceType in kindOf);
  const kinds = (known.length > 0 ? known : Object.values(MachineResourceType)).map((type) => kindOf[type]);
  return {
    name,
    resourceGroupName:
      resourceGroupName === undefined
        ? undefined
        : problems.checked(`${path}.resourceGroupName`, resourceGroupName, wrongGroup),
    filter: {
      resourceTypes,
      resourceGroups: groups,
      locations: locations?.map((location, index) =>
        checkLocation(`${path}.locations[${index}]`, location, kinds, cloud, problems),
      ),
      osTypes,
      tagSettings: tags && { tags, filterOperator: scope.tagOperator ?? TagOperator.All },
    },
  };
}

function checkedGroups(
  path: string,
  groups: pulumi.Input<string>[] | undefined,
  limits: ScheduleLimits,
  problems: Problems,
): pulumi.Input<string>[] | undefined {
  const limit = limits.resourceGroupFiltersPerDynamicScope;
  if (groups && groups.length > limit) {
    problems.add(path, `${groups.length} are more than the ${limit} of a dynamic scope. See ${schedulesPage}`);
  }
  if (groups?.length === 0) problems.add(path, "is empty: leave it out for every resource group.");
  return groups?.map((group, index) => problems.checked(`${path}[${index}]`, group, wrongGroup));
}

function wrongGroup(name: string): string | undefined {
  if (!/^[^/]+$/.test(name)) return `${JSON.stringify(name)} is not the name of a resource group.`;
  if (!isNodeResourceGroup(name)) return undefined;
  return `${JSON.stringify(name)} is named as the nodes of Azure Kubernetes Service are, which Update Manager does not patch: let the cluster do it. See ${unsupportedWorkloadsPage}`;
}

function checkTags(path: string, scope: DynamicScopeArgs, limits: ScheduleLimits, problems: Problems): void {
  const { tags, tagOperator } = scope;
  if (tagOperator !== undefined) {
    const reason = notOneOf(tagOperator, Object.values(TagOperator));
    if (reason) problems.add(`${path}.tagOperator`, reason);
    if (tags === undefined) problems.add(`${path}.tagOperator`, "has no effect without tags: leave it out.");
  }
  if (tags === undefined) return;
  const limit = limits.tagFiltersPerDynamicScope;
  const count = Object.keys(tags).length;
  if (count === 0) problems.add(`${path}.tags`, "is empty: leave it out for machines with any tags.");
  if (count > limit) {
    problems.add(`${path}.tags`, `${count} are more than the ${limit} of a dynamic scope. See ${schedulesPage}`);
  }
  for (const [name, values] of Object.entries(tags)) {
    if (values.length === 0) problems.add(member(`${path}.tags`, name), "give the values of the tag.");
  }
}

function checkEnumeration(
  path: string,
  values: readonly string[] | undefined,
  allowed: readonly string[],
  problems: Problems,
): void {
  if (values?.length === 0) problems.add(path, "is empty: leave it out for any.");
  values?.forEach((value, index) => {
    const reason = notOneOf(value, allowed);
    if (reason) problems.add(`${path}[${index}]`, reason);
  });
}
