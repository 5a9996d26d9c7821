import { assessments, installations } from "../../facts/resource-graph";
import { notOneOf, type Problems } from "../shared/problems";
import { isSkipped } from "../shared/skipping";
import {
  EvaluationFrequency,
  type FailedAssessmentsAlertArgs,
  type FailedInstallationsAlertArgs,
  type MissedAssessmentsAlertArgs,
  PendingClassification,
  type PendingUpdatesAlertArgs,
} from "./alert-args";
import { checkWhole, type RuleSettings, resolveRule } from "./alert-rule";
import { failedAssessments, failedInstallations, missedAssessments, pendingUpdates, type Query } from "./queries";

/** The alerts, each on by default. */
export interface AlertsArgs {
  /** Runs that failed to install updates. Default: an alert with every default. */
  failedInstallations?: FailedInstallationsAlertArgs;
  /** Machines whose latest assessment failed. Default: an alert with every default. */
  failedAssessments?: FailedAssessmentsAlertArgs;
  /**
   * Machines that run, and were not assessed for some days. Azure VMs that have not existed for as long are left out.
   * The query joins two tables, on which Azure's documents contradict each other; the output `queries` has it for a try
   * in Resource Graph Explorer. Default: an alert with every default.
   */
  missedAssessments?: MissedAssessmentsAlertArgs;
  /** Machines that lack critical or security updates. Default: an alert with every default. */
  pendingUpdates?: PendingUpdatesAlertArgs;
}

/** The name of an alert among the arguments and the outputs. */
export type AlertName = keyof AlertsArgs;

/** An alert as it is asked for. */
export interface DesignedAlert {
  readonly name: AlertName;
  /** What the names of its resources end with. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly settings: RuleSettings;
  readonly query: Query;
}

/** The alerts that the arguments ask for. */
export function designAlerts(args: AlertsArgs, problems: Problems): readonly DesignedAlert[] {
  const designs = [
    designFailedInstallations(args.failedInstallations ?? {}, problems),
    designFailedAssessments(args.failedAssessments ?? {}, problems),
    designMissedAssessments(args.missedAssessments ?? {}, problems),
    designPendingUpdates(args.pendingUpdates ?? {}, problems),
  ];
  return designs.filter((design) => design !== undefined);
}

type Design = DesignedAlert | undefined;

function designFailedInstallations(args: FailedInstallationsAlertArgs, problems: Problems): Design {
  const path = "failedInstallations";
  if (isSkipped(path, args, problems)) return undefined;
  const { lookbackDays = 1, includeWarnings = false } = args;
  checkWhole(`${path}.lookbackDays`, lookbackDays, 1, installations.keptDays, problems);
  return {
    name: path,
    slug: "failed-installations",
    title: "Failed update installations",
    description: `Runs of Azure Update Manager failed to install updates within ${within(lookbackDays)}.`,
    settings: resolveRule(path, args, { severity: 1, evaluationFrequency: EvaluationFrequency.OneHour }, problems),
    query: failedInstallations(failing(includeWarnings), lookbackDays),
  };
}

function designFailedAssessments(args: FailedAssessmentsAlertArgs, problems: Problems): Design {
  const path = "failedAssessments";
  if (isSkipped(path, args, problems)) return undefined;
  const { lookbackDays = 1, includeWarnings = false } = args;
  checkWhole(`${path}.lookbackDays`, lookbackDays, 1, assessments.keptDays, problems);
  return {
    name: path,
    slug: "failed-assessments",
    title: "Failed assessments",
    description: `The latest assessment of machines for missing updates failed, within ${within(lookbackDays)}.`,
    settings: resolveRule(path, args, warning, problems),
    query: failedAssessments(failing(includeWarnings), lookbackDays),
  };
}

function designMissedAssessments(args: MissedAssessmentsAlertArgs, problems: Problems): Design {
  const path = "missedAssessments";
  if (isSkipped(path, args, problems)) return undefined;
  const { maximumAgeDays = 2 } = args;
  checkWhole(`${path}.maximumAgeDays`, maximumAgeDays, 1, assessments.keptDays, problems);
  return {
    name: path,
    slug: "missed-assessments",
    title: "Missed assessments",
    description: `Machines that run were not assessed for missing updates within ${within(maximumAgeDays)}.`,
    settings: resolveRule(path, args, warning, problems),
    query: missedAssessments(maximumAgeDays),
  };
}

function designPendingUpdates(args: PendingUpdatesAlertArgs, problems: Problems): Design {
  const path = "pendingUpdates";
  if (isSkipped(path, args, problems)) return undefined;
  const { classifications = [PendingClassification.Critical, PendingClassification.Security], minimumUpdates = 1 } =
    args;
  if (classifications.length === 0) {
    problems.add(`${path}.classifications`, "is empty: leave it out for critical and security updates.");
  }
  classifications.forEach((classification, index) => {
    const wrong = notOneOf(classification, Object.values(PendingClassification));
    const twice = classifications.indexOf(classification) < index ? "is given twice." : undefined;
    const reason = wrong ?? twice;
    if (reason) problems.add(`${path}.classifications[${index}]`, reason);
  });
  checkWhole(`${path}.minimumUpdates`, minimumUpdates, 1, Number.MAX_SAFE_INTEGER, problems);
  return {
    name: path,
    slug: "pending-updates",
    title: "Pending updates",
    description: `Machines lack updates of the classifications ${classifications.join(", ")}, as of their latest assessment.`,
    settings: resolveRule(path, args, warning, problems),
    query: pendingUpdates(classifications, minimumUpdates),
  };
}

const warning = { severity: 2, evaluationFrequency: EvaluationFrequency.SixHours };

function failing(includeWarnings: boolean): readonly string[] {
  return includeWarnings ? ["Failed", "CompletedWithWarnings"] : ["Failed"];
}

function within(days: number): string {
  return days === 1 ? "a day" : `${days} days`;
}
