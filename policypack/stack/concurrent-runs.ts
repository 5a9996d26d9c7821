import { nextRuns, type Schedule, type ScheduledRun } from "../../calendar";
import type { MaintenanceConfiguration } from "./maintenance";

const day = 24 * 60 * 60 * 1000;

/** Days for which runs are compared: all that recurs within a year comes round, and so does daylight saving. */
const horizon = 366;

/** A run of each of two schedules. */
export type Runs = readonly [one: ScheduledRun, other: ScheduledRun];

/** Whether two runs begin at the same moment. */
export function startTogether([one, other]: Runs): boolean {
  return one.start.getTime() === other.start.getTime();
}

/** Whether the windows of two runs have time in common. */
export function overlap([one, other]: Runs): boolean {
  return one.start < other.end && other.start < one.end;
}

/**
 * Compares when schedules run, each two of them once: many machines have the same two. The runs compared are those of a
 * year from the later start of the two on, so that the answer does not depend on the day on which it is asked.
 */
export class ScheduleComparison {
  private readonly found = new Map<MaintenanceConfiguration, Map<MaintenanceConfiguration, Runs | undefined>>();

  constructor(private readonly collide: (runs: Runs) => boolean) {}

  /**
   * The first runs of the two that collide; `undefined` where none do. Throws {@link NotKnown} where it is not known when
   * one of them runs.
   */
  collision(one: MaintenanceConfiguration, other: MaintenanceConfiguration): Runs | undefined {
    const compared = this.found.get(one) ?? new Map<MaintenanceConfiguration, Runs | undefined>();
    this.found.set(one, compared);
    if (!compared.has(other)) compared.set(other, firstRuns(one.timing, other.timing, this.collide));
    return compared.get(other);
  }
}

function firstRuns(one: Schedule, other: Schedule, collide: (runs: Runs) => boolean): Runs | undefined {
  const starts = [one, other].flatMap((each) => nextRuns(each, new Date(0), 1)).map(({ start }) => start.getTime());
  const from = Math.max(...starts);
  // One of the two may have ended before its first run.
  if (starts.length < 2) return undefined;
  const [ours, theirs] = [runsOfAYear(one, from), runsOfAYear(other, from)];
  for (let index = 0, otherIndex = 0; ; ) {
    const [run, otherRun] = [ours[index], theirs[otherIndex]];
    if (run === undefined || otherRun === undefined) return undefined;
    if (collide([run, otherRun])) return [run, otherRun];
    if (run.start <= otherRun.start) index++;
    else otherIndex++;
  }
}

/** The runs of the year from a moment on, and those of the day before, whose windows may reach into it. */
function runsOfAYear(schedule: Schedule, from: number): readonly ScheduledRun[] {
  const { unit, every } = schedule.recurrence;
  const count = unit === "Hour" ? Math.ceil(((horizon + 1) * 24) / every) : horizon + 1;
  const end = new Date(from + horizon * day);
  return nextRuns(schedule, new Date(from - day), count).filter(({ start }) => start < end);
}
