import { assignmentStatements } from "../../../facts/schedules";
import { sameName } from "../../stack/arm-id";
import { overlap, type Runs, ScheduleComparison } from "../../stack/concurrent-runs";
import type { MaintenanceConfiguration } from "../../stack/maintenance";
import { everyOf, findOf, someOf } from "../../stack/three-valued";
import type { VirtualMachine } from "../../stack/virtual-machine";
import { judge } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

const property = "availabilitySet";

/**
 * The machines of an availability set that are patched at the same time are so by one schedule. Of two machines one is
 * told, so that one mistake is one finding: not the one that comes later, since the engine keeps no order.
 */
export const caAvailabilitySet: Rule = {
  code: "AUM101",
  name: "ca-availability-set",
  area: "Schedules",
  title: "The VMs of an availability set have one schedule, or windows that do not overlap.",
  why: "Azure patches one update domain of the set after the other, so that the runs of both schedules may exceed their windows.",
  level: "advisory",
  since: "2026-11",
  source: assignmentStatements.availabilitySets.source,
  check: (stack) => {
    const comparison = new ScheduleComparison(overlap);
    const members = stack.virtualMachines
      .filter(({ settings }) => settings.has(property))
      .map((machine): Member => ({ machine, schedules: stack.possibleSchedulesOf(machine) }));
    return stack.virtualMachines.map((machine) =>
      judge(machine.resource, () => {
        const member = members.find((each) => each.machine === machine);
        if (member === undefined) return notApplicable("the machine is in no availability set");
        const before = members.filter((each) => each.machine.resource.urn < machine.resource.urn);
        const pairs = before.flatMap((other) => pairsOf(other, member));
        const pair = findOf(pairs, ({ other, theirs, own }) =>
          everyOf(
            () => areTogether(other.machine, machine),
            () => !isAmong(member.schedules, theirs()),
            () => !isAmong(other.schedules, own()),
            () => comparison.collision(theirs(), own()) !== undefined,
          ),
        );
        if (pair === undefined) return met;
        const [theirs, own] = [pair.theirs(), pair.own()];
        const [theirRun, run] = comparison.collision(theirs, own) as Runs;
        const other = pair.other.machine.resource.name;
        return broken({
          property,
          found: `also that of ${show(other)}, which schedule ${show(theirs.resource.name)} patches at ${theirRun.localStart} while ${show(own.resource.name)} patches this one at ${run.localStart}`,
          mustBe: "that of VMs with one schedule, or with windows that do not overlap",
          fix: `assign ${show(theirs.resource.name)} to both VMs, or give ${show(own.resource.name)} a startDateTime after its window`,
        });
      }),
    );
  },
};

type Read = () => MaintenanceConfiguration;

/** A machine in an availability set, with its schedules. */
interface Member {
  readonly machine: VirtualMachine;
  readonly schedules: readonly Read[];
}

function pairsOf(other: Member, { schedules }: Member) {
  return other.schedules.flatMap((theirs) => schedules.map((own) => ({ other, theirs, own })));
}

function isAmong(schedules: readonly Read[], schedule: MaintenanceConfiguration): boolean {
  return someOf(schedules, (each) => each() === schedule);
}

/** Whether two machines are in one availability set, by its resource, or else by its id. */
function areTogether(one: VirtualMachine, other: VirtualMachine): boolean {
  const [set, otherSet] = [one, other].map(
    ({ resource }) => resource.sourcesOf(property, "compute:AvailabilitySet")[0]?.urn,
  );
  if (set !== undefined && otherSet !== undefined) return set === otherSet;
  const [id = "", otherId] = [one, other].map(({ resource, settings }) =>
    resource.quoted(() => settings.object(property).text("id")),
  );
  return otherId !== undefined && sameName(id, otherId);
}
