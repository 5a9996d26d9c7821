import { Cloud } from "../../../facts/cloud";
import { cloudOfRegion } from "../../../facts/regions";
import { type ScheduleLimits, scheduleLimits } from "../../../facts/schedules";
import { DynamicScope, type MaintenanceConfiguration } from "../../stack/maintenance";
import type { Stack } from "../../stack/stack";
import { countAbove, firstOf } from "../../stack/three-valued";
import type { VirtualMachine } from "../../stack/virtual-machine";
import { everyDynamicScope } from "../maintenance-assignment";
import { everySchedule } from "../maintenance-schedule";
import { type Answer, broken, met, type Rule } from "../rule";

// The limits of one scope are the same in every cloud.
const limits = scheduleLimits(Cloud.Public);

/**
 * Dynamic scopes stay within what Azure recommends, and so do the scopes of one schedule. In how many subscriptions these
 * are is for the providers to know.
 */
export const dsLimits: Rule = {
  code: "AUM104",
  name: "ds-limits",
  area: "Schedules",
  title: "A dynamic scope, and the number of those of a schedule, are within the limits of Azure.",
  why: "Azure recommends no more, and may find none of the machines when the schedule runs.",
  level: "advisory",
  since: "2026-11",
  source: limits.source,
  check: (stack, settings) => [
    ...everyDynamicScope(answerForScope)(stack, settings),
    ...everySchedule(answerForSchedule)(stack, settings),
  ],
};

function answerForScope(scope: DynamicScope, stack: Stack): Answer {
  const { filter, tags } = scope;
  const { tagFiltersPerDynamicScope, resourceGroupFiltersPerDynamicScope, associationsPerDynamicScope } = limits;
  const answer = (property: string, found: string, limit: number) =>
    broken({ property, found, mustBe: `at most ${limit}`, fix: "divide the scope into several" });
  const tooMany = firstOf(
    () => {
      const count = tags.names().length;
      if (count <= tagFiltersPerDynamicScope) return undefined;
      return answer(tags.path, `a list of ${count}`, tagFiltersPerDynamicScope);
    },
    () => {
      const property = "resourceGroups";
      const count = filter.textsApart(property).length;
      if (count <= resourceGroupFiltersPerDynamicScope) return undefined;
      return answer(filter.pathOf(property), `a list of ${count}`, resourceGroupFiltersPerDynamicScope);
    },
    () => {
      const reaches = (machine: VirtualMachine) => scope.reaches(machine);
      const count = countAbove(associationsPerDynamicScope, stack.virtualMachines, reaches);
      if (count === undefined) return undefined;
      return answer("the number of VMs that filter selects", `${count}`, associationsPerDynamicScope);
    },
  );
  return tooMany ?? met;
}

function answerForSchedule(schedule: MaintenanceConfiguration, stack: Stack): Answer {
  const scopes = stack.assignments.filter((each) => each instanceof DynamicScope);
  const tooMany = ({ dynamicScopesPerSchedule: limit }: ScheduleLimits): Answer | undefined => {
    const count = countAbove(limit, scopes, ({ configuration }) => configuration === schedule);
    if (count === undefined) return undefined;
    return broken({
      property: "the number of its dynamic scopes",
      found: `${count}`,
      mustBe: `at most ${limit}`,
      fix: "declare a second schedule, and give some of the scopes to that",
    });
  };
  const answer = firstOf(
    () => tooMany(limits),
    () => {
      // In which cloud the schedule is matters only to a number that some of them do not take.
      if (tooMany(scheduleLimits(Cloud.China)) === undefined) return undefined;
      return tooMany(scheduleLimits(cloudOfRegion(schedule.region ?? "")));
    },
  );
  return answer ?? met;
}
