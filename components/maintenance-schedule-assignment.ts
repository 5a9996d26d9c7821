import * as pulumi from "@pulumi/pulumi";
import { assign } from "./maintenance-schedule/assign";
import { type AssignmentArgs, cloudOf, resolveAssignments } from "./maintenance-schedule/assignments";
import { Problems } from "./shared/problems";

/** The arguments of {@link MaintenanceScheduleAssignment}. */
export interface MaintenanceScheduleAssignmentArgs extends AssignmentArgs {
  /** The resource id of the maintenance configuration, such as a `MaintenanceSchedule`'s, in whatever subscription. */
  maintenanceConfigurationId: pulumi.Input<string>;
}

/**
 * Assignments of an existing schedule, above all to machines of another subscription: those of the provider that is
 * given in the options.
 *
 * ```typescript
 * new MaintenanceScheduleAssignment("shop", {
 *   maintenanceConfigurationId: saturdayNight.maintenanceConfigurationId,
 *   dynamicScopes: { production: { tags: { environment: ["production"] } } },
 * }, { provider: new azure.Provider("shop", { subscriptionId }) });
 * ```
 *
 * Whoever deploys it needs the role Scheduled Patching Contributor in both subscriptions, and the resource providers
 * Microsoft.Maintenance and Microsoft.Insights are registered in each
 * (https://learn.microsoft.com/azure/update-manager/enable-cross-subscription-patching). The dynamic scopes of one
 * schedule lie in at most 200 subscriptions, 100 in Azure Government and China.
 *
 * An argument that can't be had, or that has no effect beside the others, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that is an output is
 * checked when it resolves.
 */
export class MaintenanceScheduleAssignment extends pulumi.ComponentResource {
  /** The resource id of the maintenance configuration. */
  public readonly maintenanceConfigurationId: pulumi.Output<string>;

  /**
   * @param name the component's name, with which those of its resources begin
   * @param args what is assigned to what
   * @param opts the usual options; `provider` says of which subscription the machines are
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: MaintenanceScheduleAssignmentArgs, opts?: pulumi.ComponentResourceOptions) {
    const defaultLocation = new pulumi.Config("azure-native").get("location");
    const design = designAssignment(name, args, defaultLocation);
    super("pulumi-azure-update-manager:index:MaintenanceScheduleAssignment", name, args, opts);
    assign(this, name, design.maintenanceConfigurationId, design.assignments, design.problems);
    this.maintenanceConfigurationId = pulumi.output(design.maintenanceConfigurationId);
    this.registerOutputs({ maintenanceConfigurationId: this.maintenanceConfigurationId });
  }
}

function designAssignment(name: string, args: MaintenanceScheduleAssignmentArgs, defaultLocation: string | undefined) {
  const problems: Problems = new Problems(`MaintenanceScheduleAssignment ${JSON.stringify(name)}`);
  const { maintenanceConfigurationId: id, virtualMachines, arcServers, dynamicScopes } = args;
  if (id === undefined) {
    problems.add("maintenanceConfigurationId", "give the resource id of the maintenance configuration.");
  }
  const maintenanceConfigurationId =
    id === undefined ? "" : problems.checked("maintenanceConfigurationId", id, wrongConfigurationId);
  if (Object.keys({ ...virtualMachines, ...arcServers, ...dynamicScopes }).length === 0) {
    problems.add("virtualMachines", "give a machine here or under arcServers, or a scope under dynamicScopes.");
  }
  const assignments = resolveAssignments(args, cloudOf(defaultLocation), problems);
  if (problems.any) problems.fail();
  return { maintenanceConfigurationId, assignments, problems };
}

function wrongConfigurationId(id: string): string | undefined {
  const pattern =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Maintenance\/maintenanceConfigurations\/[^/]+$/i;
  return pattern.test(id) ? undefined : `${JSON.stringify(id)} is not the resource id of a maintenance configuration.`;
}
