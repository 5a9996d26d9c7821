import type { PolicyKey } from "../../facts/policies";
import { sameName } from "./arm-id";
import type { Machine } from "./machine";
import { placeOf } from "./place";
import type { PolicyAssignment } from "./policy-assignment";
import { changesAsNeeded } from "./policy-target";
import { NotKnown } from "./properties";
import type { StackResource } from "./resource";
import { attempt, everyOf, findOf, firstOf, someOf } from "./three-valued";
import type { VirtualMachine } from "./virtual-machine";

/** The types of the remediation tasks of Azure Policy, which change machines that exist already. */
export const remediationTypes = [
  "policyinsights:RemediationAtResource",
  "policyinsights:RemediationAtResourceGroup",
  "policyinsights:RemediationAtSubscription",
  "policyinsights:RemediationAtManagementGroup",
];

/** The policies that a stack assigns, and what they make of its machines after deployment. */
export class AssignedPolicies {
  constructor(
    /** Each policy with its assignment: for a set of policies one with each that is, or may be, Update Manager's. */
    readonly all: readonly PolicyAssignment[],
    private readonly remediations: readonly StackResource[],
  ) {}

  /** The policies of one assignment, of which a set has several. */
  of({ resource }: PolicyAssignment): readonly PolicyAssignment[] {
    return this.all.filter((each) => each.resource === resource);
  }

  /**
   * The assignment of one of Update Manager's built-in policies, by its key among the facts, that may give the machine
   * what the policy is for. What is not enforced still changes machines by a remediation task.
   */
  assignmentOf(key: PolicyKey, machine: Machine): PolicyAssignment | undefined {
    return findOf(this.all, (each) => {
      const takesEffect = [() => each.resource.quoted(() => each.isEnforced), () => this.isRemediated(each)];
      return everyOf(
        () => each.mayHoldAt(() => placeOf(machine.resource)),
        () => each.policy?.key === key,
        () => someOf(takesEffect, (holds) => holds()),
        () => changesAsNeeded(each, machine),
      );
    });
  }

  /**
   * The assignment that may give an Azure VM the patch mode and the bypass that schedules ask for: that of the policy on
   * these prerequisites, or of the one on schedules, which sets them too.
   */
  assignmentOnPrerequisites(machine: VirtualMachine): PolicyAssignment | undefined {
    return firstOf(
      () => this.assignmentOf("setSchedulePrerequisites", machine),
      () => this.assignmentOf("scheduleUpdates", machine),
    );
  }

  /** Whether a policy has the machine wait for schedules: never for certain, since that throws {@link NotKnown}. */
  makeWait(machine: VirtualMachine): boolean {
    const policy = this.assignmentOnPrerequisites(machine);
    if (policy === undefined) return false;
    const property = machine.automaticByPlatformSettings.pathOf("bypassPlatformSafetyChecksOnUserSchedule");
    throw new NotKnown(property, `is set by ${policy.resource.name} after deployment`);
  }

  /** Throws {@link NotKnown} where a policy may assign the machine a schedule. */
  refuseSchedule(machine: Machine): void {
    const policy = this.assignmentOf("scheduleUpdates", machine);
    if (policy === undefined) return;
    throw new NotKnown("policyDefinitionId", `of ${policy.resource.name} assigns schedules only after deployment`);
  }

  /** Whether a remediation task of this stack has the policy change the machines that exist. */
  isRemediated(assignment: PolicyAssignment): boolean {
    return someOf(this.remediations, (each) => isRemediationOf(each, assignment));
  }
}

function isRemediationOf(task: StackResource, assignment: PolicyAssignment): boolean {
  return everyOf(
    () => isOf(task, assignment),
    () => {
      const reference = assignment.referenceInSet;
      if (reference === undefined) return true;
      return sameName(task.settings.text("policyDefinitionReferenceId") ?? reference, reference);
    },
  );
}

function isOf(task: StackResource, { resource }: PolicyAssignment): boolean {
  const property = "policyAssignmentId";
  const sources = task.sourcesOf(property, "authorization:PolicyAssignment");
  if (sources.length > 0) return sources.some(({ urn }) => urn === resource.urn);
  const own = attempt(() => resource.outputs.text("id"));
  return typeof own === "string" && sameName(task.settings.text(property) ?? "", own);
}
