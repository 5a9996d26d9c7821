import * as pulumi from "@pulumi/pulumi";
import { designPeriodicAssessment, type PeriodicAssessmentArgs } from "./periodic-assessment/design";
import { assignPolicies } from "./policy-assignment/assign";

/**
 * Has Azure Policy see to it that machines are assessed for missing updates every 24 hours: the built-in policies for
 * Azure virtual machines and Arc-enabled servers, each for Windows and for Linux, at a management group, a subscription
 * or a resource group. Each gets a managed identity with exactly the role that it documents (Contributor for virtual
 * machines, Azure Connected Machine Resource Administrator for Arc-enabled servers), and a remediation task for the
 * machines that exist. An audit policy can go with them, or be assigned alone.
 *
 * ```typescript
 * new PeriodicAssessment("assessment", { scope: landingZones.id, location: "westeurope" });
 * ```
 *
 * Specialized, migrated and restored virtual machines are not changed while they are created: they take a remediation
 * task afterwards, which another `remediation.run` starts. Arc-enabled servers need Microsoft.Compute registered in
 * their subscription. Whoever deploys it needs Resource Policy Contributor and, for the identities' roles, a role that
 * grants roles, such as Role Based Access Control Administrator, at the scope.
 *
 * An argument that can't be had, or that has no effect beside the others, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that is an output is
 * checked when it resolves.
 */
export class PeriodicAssessment extends pulumi.ComponentResource {
  /** The resource ids of the policy assignments, by the names of their policies and operating systems. */
  public readonly policyAssignmentIds: pulumi.Output<{ [name: string]: string }>;

  /**
   * @param name the component's name, with which those of its resources begin
   * @param args which machines, where
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: PeriodicAssessmentArgs, opts?: pulumi.ComponentResourceOptions) {
    const { assignments, settings } = designPeriodicAssessment(name, args);
    super("pulumi-azure-update-manager:index:PeriodicAssessment", name, args, opts);
    this.policyAssignmentIds = pulumi.output(assignPolicies(this, name, assignments, settings));
    this.registerOutputs({ policyAssignmentIds: this.policyAssignmentIds });
  }
}
