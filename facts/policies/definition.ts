import type { Fact } from "../source";

/** A parameter of a built-in policy definition. */
export interface PolicyParameter {
  readonly name: string;
  readonly type: "String" | "Array" | "Object";
  /** What is used where the assignment gives nothing; a parameter without it must be given. */
  readonly defaultValue?: string | readonly string[] | Readonly<Record<string, never>>;
  /** The values it may have, or, for an array, its items. */
  readonly allowedValues?: readonly string[];
  /** What its text names: `location` is the name of a region. */
  readonly strongType?: "location";
  /** The portal grants the roles of the definition on the resource that it names; code grants them itself. */
  readonly assignPermissions?: true;
}

/** The names by which this project calls the built-in policy definitions of the Azure Update Manager category. */
export type PolicyKey =
  | "auditPeriodicAssessment"
  | "configurePeriodicAssessment"
  | "configureArcPeriodicAssessment"
  | "setSchedulePrerequisites"
  | "scheduleUpdates";

/** A built-in policy definition of the Azure Update Manager category. */
export interface BuiltInPolicy extends Fact {
  readonly key: PolicyKey;
  /** The name of the definition, the same in every tenant. */
  readonly guid: string;
  readonly displayName: string;
  /** The versions that exist, the newest first. */
  readonly versions: readonly string[];
  readonly appliesTo: readonly string[];
  /** The effects it can have, the default first; one where no parameter changes it. */
  readonly effects: readonly string[];
  readonly parameters: readonly PolicyParameter[];
  /**
   * The GUIDs of the role definitions that the managed identity of the assignment holds at its scope. With none, the
   * assignment needs neither an identity nor a location.
   */
  readonly roles: readonly string[];
  /** The aliases that it modifies. */
  readonly changes?: readonly string[];
  /** What it looks for on a machine to find it compliant, where it deploys what does not exist. */
  readonly existence?: readonly ExistenceCondition[];
  readonly evaluationDelay?: "AfterProvisioningSuccess";
  readonly notes: readonly string[];
}

/** A condition on a resource: all of these fields together. A definition is satisfied by any one of its conditions. */
export interface ExistenceCondition {
  readonly fields: Readonly<Record<string, string | boolean>>;
}
