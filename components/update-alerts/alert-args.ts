import type * as pulumi from "@pulumi/pulumi";

/** How often an alert rule looks, as Azure writes it. */
export const EvaluationFrequency = {
  FiveMinutes: "PT5M",
  TenMinutes: "PT10M",
  FifteenMinutes: "PT15M",
  ThirtyMinutes: "PT30M",
  FortyFiveMinutes: "PT45M",
  OneHour: "PT1H",
  TwoHours: "PT2H",
  ThreeHours: "PT3H",
  FourHours: "PT4H",
  FiveHours: "PT5H",
  SixHours: "PT6H",
  /** Alerts of such a rule can't resolve by themselves. */
  OneDay: "P1D",
} as const;
export type EvaluationFrequency = (typeof EvaluationFrequency)[keyof typeof EvaluationFrequency];

/** How long nobody is told of the same alert again, as Azure writes it. */
export const MuteDuration = { ...EvaluationFrequency, TwoDays: "P2D" } as const;
export type MuteDuration = (typeof MuteDuration)[keyof typeof MuteDuration];

/** The classification of an update that is pending, as an assessment counts it. */
export const PendingClassification = {
  Critical: "Critical",
  Security: "Security",
  UpdateRollup: "UpdateRollup",
  FeaturePack: "FeaturePack",
  ServicePack: "ServicePack",
  Definition: "Definition",
  Tools: "Tools",
  Updates: "Updates",
  /** What Linux package managers do not classify. */
  Other: "Other",
} as const;
export type PendingClassification = (typeof PendingClassification)[keyof typeof PendingClassification];

/** What every alert can be told. */
export interface AlertArgs {
  /** Leaves the alert and its part of the workbook out. Default: false. */
  skip?: boolean;
  /** Whether the rule looks; false keeps it, asleep. Default: true. */
  enabled?: pulumi.Input<boolean>;
  /** From 0, critical, to 4, verbose. Default: 1 (error) for failed installations, 2 (warning) for the others. */
  severity?: number;
  /** How often the rule looks. Default: every hour for failed installations, every 6 hours for the others. */
  evaluationFrequency?: EvaluationFrequency;
  /** The alert fires where there are more machines than this, at most 999. Default: 0. */
  threshold?: number;
  /**
   * Fires one alert for each machine, on the machine, in place of one for all; each is charged. Default: false.
   */
  perMachine?: boolean;
  /**
   * Whether an alert resolves when nothing is wrong any more, and fires once until then. Otherwise it fires each time.
   * Default: true, but for rules that look once a day and for those with `muteActionsFor`, where it can't.
   */
  autoResolve?: boolean;
  /** How long nobody is told again after an alert, no shorter than `evaluationFrequency`. Default: not muted. */
  muteActionsFor?: MuteDuration;
}

/** The alert on runs that failed to install updates, one-time and by schedule. */
export interface FailedInstallationsAlertArgs extends AlertArgs {
  /** How far the alert looks back, in days, 1 to 30. Default: 1. */
  lookbackDays?: number;
  /** Whether a run that completed with warnings is one that failed. Default: false. */
  includeWarnings?: boolean;
}

/** The alert on machines whose latest assessment failed. */
export interface FailedAssessmentsAlertArgs extends AlertArgs {
  /** How far the alert looks back, in days, 1 to 7. Default: 1. */
  lookbackDays?: number;
  /** Whether an assessment that completed with warnings is one that failed. Default: false. */
  includeWarnings?: boolean;
}

/** The alert on machines that run and are not assessed. */
export interface MissedAssessmentsAlertArgs extends AlertArgs {
  /** How many days may pass without an assessment, 1 to 7. Default: 2, as periodic assessment takes place once a day. */
  maximumAgeDays?: number;
}

/** The alert on machines that lack updates, as of their latest assessment. */
export interface PendingUpdatesAlertArgs extends AlertArgs {
  /** The classifications of the updates. Default: `Critical` and `Security`. */
  classifications?: PendingClassification[];
  /** How many updates a machine must lack. Default: 1. */
  minimumUpdates?: number;
}
