import type * as pulumi from "@pulumi/pulumi";
import type { AssignedMachineArgs } from "../maintenance-schedule/assignments";
import type { DynamicScopeArgs } from "../maintenance-schedule/dynamic-scope";
import type { RecurrenceArgs } from "../maintenance-schedule/recurrence";
import type { UpdatesArgs } from "../maintenance-schedule/updates";

/** A machine that exists, and that a schedule of the fleet patches. */
export interface FleetScheduledMachineArgs extends AssignedMachineArgs {
  /** Its ring. Default: the one with the most days after the start. */
  ring?: string;
}

/** Whatever machines match a filter at the time of a run, and which schedule of the fleet patches those. */
export interface FleetDynamicScopeArgs extends DynamicScopeArgs {
  /** Its ring. Default: the one with the most days after the start. */
  ring?: string;
}

/** When the fleet is patched: one schedule for each ring, all alike but for their days. */
export interface FleetScheduleArgs extends UpdatesArgs {
  /**
   * Leaves the schedules out; the machines wait for others, which the policy pack's rule `vm-bypass-orphan` is told of by
   * `scheduledElsewhere`. Default: false.
   */
  skip?: boolean;
  /**
   * From when on the schedules run, as `YYYY-MM-DD hh:mm` on the clock of `timeZone`; its time is that of every run.
   * Default: `2026-01-05 22:00`, a Monday.
   */
  startDateTime?: string;
  /** How often each ring is patched, as of the ring of day 0. Default: every week, on the day of the start. */
  recurrence?: RecurrenceArgs;
  /** From when on they run no more, in the format of `startDateTime`. Default: they do not end. */
  expirationDateTime?: string;
  /** The time zone, by its Windows id or by an IANA name. Runs follow its daylight saving. Default: `UTC`. */
  timeZone?: string;
  /** How long each window is open, as `HH:mm`, from `01:30` to `03:55`. Default: `03:55`. */
  duration?: string;
  /**
   * The rings, and the days from the start to each: whole numbers from 0, shorter than the time from one run to the
   * next. A ring that nothing is in has no schedule. Default: `{ canary: 0, early: 2, broad: 5 }`, which are Monday,
   * Wednesday and Saturday.
   */
  rings?: { [name: string]: number };
  /**
   * The resource ids of maintenance configurations of one's own, by ring, in place of the fleet's. They may lie in
   * another subscription; the machines are assigned to them. Default: none.
   */
  maintenanceConfigurationIds?: { [name: string]: pulumi.Input<string> };
  /** Azure virtual machines that exist, beside the fleet's own, by a name for each. Default: none. */
  virtualMachines?: { [name: string]: FleetScheduledMachineArgs };
  /** Arc-enabled servers, by a name for each. Default: none. */
  arcServers?: { [name: string]: FleetScheduledMachineArgs };
  /** Dynamic scopes, by a name for each. Default: none. */
  dynamicScopes?: { [name: string]: FleetDynamicScopeArgs };
}
