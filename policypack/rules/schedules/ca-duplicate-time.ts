import { assignmentStatements } from "../../../facts/schedules";
import { overlap, type Runs, ScheduleComparison, startTogether } from "../../stack/concurrent-runs";
import type { MaintenanceConfiguration } from "../../stack/maintenance";
import { findOf } from "../../stack/three-valued";
import { everyMachine } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** The schedules of a machine start at different moments; with its setting, their windows also stay apart. */
export const caDuplicateTime: Rule = {
  code: "AUM100",
  name: "ca-duplicate-time",
  area: "Schedules",
  title: "No two schedules of a machine start at the same moment.",
  why: "Azure starts only one of the two; the other waits, and may find its window over.",
  level: "mandatory",
  since: "2026-11",
  source: assignmentStatements.sameTrigger.source,
  settings: {
    overlaps: {
      type: "boolean",
      default: false,
      description: "Whether windows that overlap count as well: Azure lets the later run wait for the earlier one.",
    },
  },
  check: (stack, settings) => {
    const comparison = new ScheduleComparison(settings.overlaps === true ? overlap : startTogether);
    return everyMachine((machine) => {
      const pairs = pairsOf(stack.possibleSchedulesOf(machine));
      if (pairs.length === 0) return notApplicable("no two schedules of this stack reach the machine");
      const pair = findOf(pairs, ([one, other]) => comparison.collision(one(), other()) !== undefined);
      if (pair === undefined) return met;
      // The engine keeps no order of resources.
      const [one, other] = [pair[0](), pair[1]()].sort((a, b) => (a.resource.urn < b.resource.urn ? -1 : 1)) as Pair;
      const [run, otherRun] = comparison.collision(one, other) as Runs;
      return broken({
        property: "startDateTime",
        found: `${startOf(other)} in schedule ${show(other.resource.name)}, which runs at ${otherRun.localStart}`,
        mustBe: `clear of schedule ${show(one.resource.name)}, which patches the machine too and runs at ${run.localStart}`,
        fix: `in ${show(other.resource.name)}, a startDateTime after the window of ${show(one.resource.name)}, or one schedule for the machine`,
      });
    })(stack, settings);
  },
};

type Read = () => MaintenanceConfiguration;
type Pair = [MaintenanceConfiguration, MaintenanceConfiguration];

function pairsOf(schedules: readonly Read[]): readonly (readonly [Read, Read])[] {
  return schedules.flatMap((one, index) => schedules.slice(index + 1).map((other) => [one, other] as const));
}

function startOf({ settings }: MaintenanceConfiguration): string {
  return show(settings.text("startDateTime"));
}
