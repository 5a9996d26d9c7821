import type * as pulumi from "@pulumi/pulumi";
import type { MachineResourceType } from "../maintenance-schedule/dynamic-scope";
import {
  type AuditPolicyArgs,
  designPeriodicAssessment,
  type PeriodicAssessmentArgs,
} from "../periodic-assessment/design";
import type {
  EnforcementMode,
  PolicyIdentityArgs,
  PolicyRolesArgs,
  RemediationArgs,
} from "../policy-assignment/arguments";
import type { MachineFilterArgs } from "../policy-assignment/machine-filter";
import type { Problems } from "../shared/problems";
import { isSkipped } from "../shared/skipping";
import type { AssessmentMode } from "../virtual-machine/patching";
import type { Fleet } from "./fleet";
import { later, type Rehearsal, withoutOutputs } from "./rehearsal";

/**
 * The policies by which machines that others make are assessed every 24 hours too: the arguments of a
 * `PeriodicAssessment`. The fleet's own machines are so without.
 */
export interface FleetAssessmentArgs extends MachineFilterArgs {
  /** Leaves the policies out. Default: false. */
  skip?: boolean;
  /** The id of the management group, the subscription or the resource group. Default: the fleet's resource group. */
  scope?: pulumi.Input<string>;
  /** The ids of resources, resource groups, subscriptions and management groups that are left out. Default: none. */
  excludedScopes?: pulumi.Input<string>[];
  /** The region of the managed identities. Default: the fleet's, else the provider's `azure-native:location`. */
  location?: pulumi.Input<string>;
  /** The managed identity that all the policies share. Default: each has its own, a system-assigned one. */
  userAssignedIdentity?: PolicyIdentityArgs;
  /** The identities' roles. Default: those that each policy documents, at `scope`. */
  roles?: PolicyRolesArgs;
  /** Whether machines are changed. Default: `Default`, they are. */
  enforcementMode?: EnforcementMode;
  /** What is shown for a machine that is not compliant. Default: a sentence on what it lacks. */
  nonComplianceMessage?: pulumi.Input<string>;
  /** Remediation tasks. Default: one for each policy, when it is assigned. */
  remediation?: RemediationArgs;
  /** Whether machines are changed to be assessed; without, only `audit` is assigned. Default: true. */
  configure?: boolean;
  /** The types of the machines. Default: those of the fleet; with `scope` both. */
  resourceTypes?: MachineResourceType[];
  /** Tags of the machines, each with its value; compared with regard to case. Default: any. */
  tags?: { [name: string]: string };
  /** How machines are assessed. Default: `AutomaticByPlatform`, every 24 hours. */
  assessmentMode?: AssessmentMode;
  /** Also reports machines, of every type and operating system at the scope, without a filter. Default: not. */
  audit?: AuditPolicyArgs;
}

/** The arguments of the policies, but for the id of the fleet's resource group. */
export type AssessmentDesign = (resourceGroupId: pulumi.Input<string>) => PeriodicAssessmentArgs;

/** The policies that the arguments ask for; `undefined` where they are skipped. */
export function designFleetAssessment(
  fleet: Fleet,
  args: FleetAssessmentArgs,
  resourceTypes: MachineResourceType[],
  rehearsal: Rehearsal,
  problems: Problems,
): AssessmentDesign | undefined {
  if (isSkipped("assessment", args, problems)) return undefined;
  const { skip, ...given } = args;
  // Where nothing is changed there is nothing to choose machines for, and no identity to have a region.
  const changes = given.configure ?? true;
  const design: AssessmentDesign = (resourceGroupId) => ({
    ...given,
    scope: given.scope ?? resourceGroupId,
    location: given.location ?? (changes ? (fleet.location ?? fleet.defaultLocation) : undefined),
    resourceTypes: given.resourceTypes ?? (changes && given.scope === undefined ? resourceTypes : undefined),
  });
  const elsewhere = { location: given.location === undefined ? "location" : undefined };
  rehearsal.of({ path: "assessment", elsewhere }, () =>
    designPeriodicAssessment(fleet.name, withoutOutputs(design(later()))),
  );
  return design;
}
