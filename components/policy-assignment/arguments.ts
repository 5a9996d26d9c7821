import type * as pulumi from "@pulumi/pulumi";

/** Whether a policy changes machines or only reports on them. */
export const EnforcementMode = {
  /** It changes machines. */
  Default: "Default",
  /** It changes nothing and reports which machines it would change; remediation tasks still change them. */
  DoNotEnforce: "DoNotEnforce",
} as const;
export type EnforcementMode = (typeof EnforcementMode)[keyof typeof EnforcementMode];

/** Which machines a remediation task looks at. */
export const ResourceDiscoveryMode = {
  /** Those that the last evaluation found not compliant: none, right after the policy was assigned. */
  ExistingNonCompliant: "ExistingNonCompliant",
  /** All, which are evaluated first. Not at a management group. */
  ReEvaluateCompliance: "ReEvaluateCompliance",
} as const;
export type ResourceDiscoveryMode = (typeof ResourceDiscoveryMode)[keyof typeof ResourceDiscoveryMode];

/**
 * Remediation tasks, which change the machines that exist already: a policy by itself changes those written later. When
 * the component goes, its tasks stay in Azure's history, since Azure deletes none that runs.
 */
export interface RemediationArgs {
  /** Whether there are none. Default: false. */
  skip?: boolean;
  /**
   * Any text; another one starts new tasks. A task runs once, when the policy is assigned and whenever these arguments,
   * the filter of machines or the excluded scopes change. Default: none.
   */
  run?: string;
  /**
   * Which machines are looked at. Default: `ReEvaluateCompliance`; at a management group, which doesn't have that,
   * `ExistingNonCompliant`. There, give another `run` a day later.
   */
  resourceDiscoveryMode?: ResourceDiscoveryMode;
  /** How many machines a task changes at most, 1 to 50000. Default: Azure's, 500. */
  resourceCount?: number;
  /** How many machines a task changes at a time, 1 to 30. Default: Azure's, 10. */
  parallelDeployments?: number;
  /** The part of the machines, from 0 to 1, beyond which failures end a task. Default: Azure's, 1. */
  failureThreshold?: number;
}

/** A user-assigned managed identity. */
export interface PolicyIdentityArgs {
  /** The identity's resource id. */
  id: pulumi.Input<string>;
  /** The identity's principal id, a GUID. */
  principalId: pulumi.Input<string>;
}

/** The roles of the managed identities with which Azure Policy changes machines. */
export interface PolicyRolesArgs {
  /** Whether no roles are assigned, because somebody else grants those that the policies document. Default: false. */
  skip?: boolean;
  /**
   * Further scopes at which the identities get their roles, by names of one's own: where machines use images of a
   * gallery or disk encryption sets of other resource groups, the ids of those. Default: none.
   */
  additionalScopes?: { [name: string]: pulumi.Input<string> };
}

/** How policies are assigned. */
export interface PolicyAssignmentArgs {
  /** The id of the management group, the subscription or the resource group whose machines are concerned. */
  scope: pulumi.Input<string>;
  /** The ids of resources, resource groups, subscriptions and management groups that are left out. Default: none. */
  excludedScopes?: pulumi.Input<string>[];
  /**
   * The region of the managed identities. It has no influence on which machines are concerned; another one
   * replaces the assignments. Needed wherever machines are changed.
   */
  location?: pulumi.Input<string>;
  /** The managed identity that all the policies share. Default: each has its own, a system-assigned one. */
  userAssignedIdentity?: PolicyIdentityArgs;
  /** The identities' roles. Default: those that each policy documents, at `scope`. */
  roles?: PolicyRolesArgs;
  /** Whether machines are changed. Default: `Default`, they are. */
  enforcementMode?: EnforcementMode;
  /** What is shown for a machine that is not compliant. Default: a sentence on what it lacks. */
  nonComplianceMessage?: pulumi.Input<string>;
  /** Remediation tasks. Default: one for each policy. */
  remediation?: RemediationArgs;
}
