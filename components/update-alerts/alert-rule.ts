import type * as pulumi from "@pulumi/pulumi";
import { alertRules } from "../../facts/resource-graph";
import { notOneOf, type Problems } from "../shared/problems";
import { type AlertArgs, EvaluationFrequency } from "./alert-args";
import { alertRulesPage } from "./documents";

/** How a rule is evaluated and what its alert does, with defaults. */
export interface RuleSettings {
  readonly enabled: pulumi.Input<boolean>;
  readonly severity: number;
  readonly evaluationFrequency: string;
  readonly threshold: number;
  readonly perMachine: boolean;
  readonly autoMitigate: boolean;
  readonly muteActionsDuration?: string;
}

/** What is particular to an alert where the program does not say. */
export interface RuleDefaults {
  readonly severity: number;
  readonly evaluationFrequency: EvaluationFrequency;
}

/** The settings that an alert's arguments ask for; `path` is where they are among the component's. */
export function resolveRule(path: string, args: AlertArgs, defaults: RuleDefaults, problems: Problems): RuleSettings {
  const { enabled = true, perMachine = false, threshold = 0, muteActionsFor } = args;
  const { severity = defaults.severity, evaluationFrequency = defaults.evaluationFrequency } = args;
  const { minimum, maximum } = alertRules.severities;
  checkWhole(`${path}.severity`, severity, minimum, maximum, problems);
  checkWhole(`${path}.threshold`, threshold, 0, alertRules.maximumRows - 1, problems);
  if (perMachine && args.threshold !== undefined) {
    problems.add(`${path}.threshold`, "has no effect with perMachine, where each machine has an alert: leave it out.");
  }
  const wrongFrequency = notOneOf(evaluationFrequency, alertRules.evaluationFrequencies);
  if (wrongFrequency) problems.add(`${path}.evaluationFrequency`, wrongFrequency);
  checkMute(path, evaluationFrequency, muteActionsFor, problems);
  const daily = evaluationFrequency === EvaluationFrequency.OneDay;
  if (args.autoResolve && muteActionsFor !== undefined) {
    problems.add(
      `${path}.muteActionsFor`,
      `has no effect with autoResolve, which fires once until the alert resolves: leave one of them out. See ${alertRulesPage}`,
    );
  }
  if (args.autoResolve && daily) {
    problems.add(
      `${path}.autoResolve`,
      `a rule that looks every "P1D" can't resolve its alerts: give an evaluationFrequency of at most ${JSON.stringify(alertRules.slowestStateful)}. See ${alertRulesPage}`,
    );
  }
  return {
    enabled,
    severity,
    evaluationFrequency,
    threshold,
    perMachine,
    autoMitigate: args.autoResolve ?? (!daily && muteActionsFor === undefined),
    ...(muteActionsFor !== undefined && { muteActionsDuration: muteActionsFor }),
  };
}

function checkMute(path: string, frequency: string, mute: string | undefined, problems: Problems): void {
  if (mute === undefined) return;
  const wrong = notOneOf(mute, alertRules.muteDurations);
  if (wrong) problems.add(`${path}.muteActionsFor`, wrong);
  else if (alertRules.muteDurations.indexOf(mute) < alertRules.muteDurations.indexOf(frequency)) {
    problems.add(
      `${path}.muteActionsFor`,
      `${JSON.stringify(mute)} is shorter than the evaluationFrequency of ${JSON.stringify(frequency)}, so that it mutes nothing. See ${alertRulesPage}`,
    );
  }
}

/** A whole number within bounds. */
export function checkWhole(path: string, value: number, minimum: number, maximum: number, problems: Problems): void {
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return;
  problems.add(path, `${JSON.stringify(value)} is not a whole number from ${minimum} to ${maximum}.`);
}
