import * as pulumi from "@pulumi/pulumi";
import { assignPolicies } from "./policy-assignment/assign";
import { designScheduledPatching, type ScheduledPatchingPolicyArgs } from "./scheduled-patching-policy/design";

/**
 * Has Azure Policy assign machines to a schedule, those that are created later too. It is two built-in policies: one
 * assigns a maintenance configuration to Azure virtual machines and Arc-enabled servers, the other keeps the patch
 * orchestration of the virtual machines at Customer Managed Schedules. The first alone calls a machine compliant whose
 * schedule fails because somebody reset its patch mode. Each gets a managed identity with Contributor, the role that
 * both document, the first at the maintenance configuration too; and a remediation task for the machines that exist.
 *
 * ```typescript
 * new ScheduledPatchingPolicy("saturday-night", {
 *   scope: landingZones.id,
 *   location: "westeurope",
 *   maintenanceConfigurationId: saturdayNight.maintenanceConfigurationId,
 *   tags: { environment: ["production"] },
 * });
 * ```
 *
 * Machines of generalized, specialized, migrated and restored disks take a remediation task after they are created,
 * which another `remediation.run` starts. Whoever deploys it needs Resource Policy Contributor at the scope and, for the
 * identities' roles, a role that grants roles, such as Role Based Access Control Administrator, there and at the
 * maintenance configuration.
 *
 * An argument that can't be had, or that has no effect beside the others, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that is an output is
 * checked when it resolves.
 */
export class ScheduledPatchingPolicy extends pulumi.ComponentResource {
  /** The resource ids of the policy assignments: `schedule` and `prerequisites`. */
  public readonly policyAssignmentIds: pulumi.Output<{ [name: string]: string }>;

  /**
   * @param name the component's name, with which those of its resources begin
   * @param args which schedule for which machines
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: ScheduledPatchingPolicyArgs, opts?: pulumi.ComponentResourceOptions) {
    const { assignments, settings } = designScheduledPatching(name, args);
    super("pulumi-azure-update-manager:index:ScheduledPatchingPolicy", name, args, opts);
    this.policyAssignmentIds = pulumi.output(assignPolicies(this, name, assignments, settings));
    this.registerOutputs({ policyAssignmentIds: this.policyAssignmentIds });
  }
}
