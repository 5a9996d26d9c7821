import type * as pulumi from "@pulumi/pulumi";
import { documentUrl } from "../../facts/source";
import { TagOperator } from "../maintenance-schedule/dynamic-scope";
import type { PolicyAssignmentArgs } from "../policy-assignment/arguments";
import { type DesignedAssignment, resolveSettings } from "../policy-assignment/design";
import { type MachineFilterArgs, resolveMachineFilter } from "../policy-assignment/machine-filter";
import { policyOf } from "../policy-assignment/policy-of";
import { member } from "../shared/member";
import { Problems } from "../shared/problems";

const [definition] = policyOf("scheduleUpdates").source;
const tagPage = definition && documentUrl(definition);
const configurationScope = "maintenance-configuration";

/** The policy that makes Azure virtual machines ready for schedules. */
export interface PrerequisitesPolicyArgs {
  /** Whether it is not assigned, because it is at a scope above, or there are only Arc-enabled servers. Default: false. */
  skip?: boolean;
}

/** The arguments of `ScheduledPatchingPolicy`. */
export interface ScheduledPatchingPolicyArgs extends PolicyAssignmentArgs, MachineFilterArgs {
  /** The resource id of the maintenance configuration, such as a `MaintenanceSchedule`'s. */
  maintenanceConfigurationId: pulumi.Input<string>;
  /** The resource groups of the machines, by name. Default: any. */
  resourceGroups?: pulumi.Input<string>[];
  /** Tags of the machines: the values that each may have; compared with regard to case. Default: any. */
  tags?: { [name: string]: string[] };
  /** The policy that goes with it. Default: assigned to the same machines. */
  prerequisites?: PrerequisitesPolicyArgs;
}

/**
 * The policies that the arguments ask for.
 *
 * @throws pulumi.InputPropertiesError with every argument that is wrong
 */
export function designScheduledPatching(name: string, args: ScheduledPatchingPolicyArgs) {
  const problems: Problems = new Problems(`ScheduledPatchingPolicy ${JSON.stringify(name)}`);
  const { maintenanceConfigurationId: configuration, roles, nonComplianceMessage, prerequisites } = args;
  const settings = resolveSettings(args, true, problems);
  if (roles?.additionalScopes?.[configurationScope] !== undefined) {
    problems.add(
      member("roles.additionalScopes", configurationScope),
      "the identities have their roles at the maintenance configuration already: leave it out, or use another name.",
    );
  }
  if (configuration === undefined) {
    problems.add("maintenanceConfigurationId", "give the resource id of the maintenance configuration.");
  }
  const maintenanceConfigurationId =
    configuration === undefined ? "" : problems.checked("maintenanceConfigurationId", configuration, notAConfiguration);
  const parameters = machineParameters(args, problems);
  if (problems.any) problems.fail();
  const schedule: DesignedAssignment = {
    name: "schedule",
    policy: policyOf("scheduleUpdates"),
    parameters: { maintenanceConfigurationResourceId: maintenanceConfigurationId, ...parameters },
    nonComplianceMessage: nonComplianceMessage ?? "This machine is not assigned to its maintenance configuration.",
    roleScopes: { [configurationScope]: maintenanceConfigurationId },
  };
  const ready: DesignedAssignment = {
    name: "prerequisites",
    policy: policyOf("setSchedulePrerequisites"),
    parameters,
    nonComplianceMessage:
      nonComplianceMessage ?? "The patch orchestration of this machine is not set to Customer Managed Schedules.",
    roleScopes: {},
  };
  return { settings, assignments: prerequisites?.skip ? [schedule] : [ready, schedule] };
}

function machineParameters(
  args: ScheduledPatchingPolicyArgs,
  problems: Problems,
): Readonly<Record<string, pulumi.Input<unknown>>> {
  const { resourceGroups, osTypes, tags, tagOperator = TagOperator.All } = args;
  if (resourceGroups?.length === 0) problems.add("resourceGroups", "is empty: leave it out for every resource group.");
  const groups = resourceGroups?.map((group, index) =>
    problems.checked(`resourceGroups[${index}]`, group, (value) =>
      /^[^/]+$/.test(value) ? undefined : `${JSON.stringify(value)} is not the name of a resource group.`,
    ),
  );
  for (const [name, values] of Object.entries(tags ?? {})) {
    if (values.length === 0) problems.add(member("tags", name), "give the values of the tag.");
    if (values.length > 1 && tagOperator === TagOperator.All) {
      problems.add(
        member("tags", name),
        `has ${values.length} values, and with tagOperator "All" the policy wants a machine to have each: no machine does. Give one, or tagOperator "Any". See ${tagPage}`,
      );
    }
  }
  return {
    ...resolveMachineFilter(args, tags, ["azure", "arc"], problems),
    ...(groups && { resourceGroups: groups }),
    ...(osTypes && { operatingSystemTypes: osTypes }),
    ...(tags && {
      tagValues: Object.entries(tags).flatMap(([key, values]) => values.map((value) => ({ key, value }))),
    }),
  };
}

function notAConfiguration(id: string): string | undefined {
  const pattern =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Maintenance\/maintenanceConfigurations\/[^/]+$/i;
  return pattern.test(id) ? undefined : `${JSON.stringify(id)} is not the resource id of a maintenance configuration.`;
}
