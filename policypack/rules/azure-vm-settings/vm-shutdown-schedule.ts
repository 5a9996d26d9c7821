import { runningMachines } from "../../../facts/schedules";
import { clock } from "../../stack/maintenance-window";
import { ShutdownSchedule } from "../../stack/shutdown-schedule";
import { everyResource } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

const lead = runningMachines.onBeforeWindowMinutes;

/**
 * An auto-shutdown does not switch a machine off while it is patched, or when that is about to begin. A machine that is
 * shut down earlier has to be started in time by something that is no part of a stack.
 */
export const vmShutdownSchedule: Rule = {
  code: "AUM025",
  name: "vm-shutdown-schedule",
  area: "Azure VM settings",
  title: "An auto-shutdown stays clear of the maintenance windows of its VM.",
  why: `The schedule patches only VMs that are on from ${lead} minutes before the window, so updates are missed or cut off.`,
  level: "advisory",
  since: "2026-11",
  source: runningMachines.source,
  check: everyResource(["devtestlab:GlobalSchedule"], (resource, stack) => {
    const schedule = new ShutdownSchedule(resource);
    if (!schedule.isInForce) return notApplicable("it is not the enabled auto-shutdown of a VM");
    const machine = schedule.machineAmong(stack.virtualMachines);
    if (machine === undefined) return notApplicable("it shuts down no VM of this stack");
    const hit = stack.scheduleOf(machine, (each) => schedule.startOfWindowHit(each, lead) !== undefined);
    const start = hit && schedule.startOfWindowHit(hit, lead);
    if (hit === undefined || start === undefined) {
      return stack.isScheduled(machine) ? met : notApplicable("no schedule of this stack reaches the machine");
    }
    const { property, time } = schedule.shutdown;
    const end = clock(start + hit.window.duration);
    return broken({
      property,
      found: show(time),
      mustBe: `outside ${clock(start - lead)} to ${end}, when schedule ${hit.resource.name} patches ${machine.resource.name}`,
      fix: `${property}: "${end.replace(":", "")}"`,
    });
  }),
};
