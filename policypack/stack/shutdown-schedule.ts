import { autoShutdown, type Weekday, weekdays } from "../../facts/schedules";
import { parseArmId, sameName } from "./arm-id";
import type { MaintenanceConfiguration } from "./maintenance";
import { windowHitBy } from "./maintenance-window";
import { mayBeIn } from "./place";
import { NotKnown, type Properties } from "./properties";
import type { StackResource } from "./resource";
import { everyOf, findOf } from "./three-valued";
import type { VirtualMachine } from "./virtual-machine";

/** A time of day at which a machine is shut down, and the weekdays on which that happens. */
export interface Shutdown {
  /** Path of the property that has the time. */
  readonly property: string;
  readonly time: string;
  /** Minute of the day, in the schedule's time zone. */
  readonly minute: number;
  readonly weekdays: readonly Weekday[];
}

/** The auto-shutdown of an Azure VM (`Microsoft.DevTestLab/schedules`). */
export class ShutdownSchedule {
  constructor(readonly resource: StackResource) {}

  /** Whether this is the enabled auto-shutdown of a VM; schedules of labs and disabled ones are not. */
  get isInForce(): boolean {
    const { settings } = this.resource;
    return everyOf(
      () => sameName(settings.text("taskType") ?? "", autoShutdown.taskType),
      () => sameName(settings.text("status") ?? autoShutdown.defaultStatus, autoShutdown.enabledStatus),
    );
  }

  /** The Windows id of its time zone. */
  get timeZone(): string {
    const timeZone = this.resource.settings.text("timeZoneId");
    if (timeZone === undefined) throw new NotKnown("timeZoneId", "is not given");
    return timeZone;
  }

  /** The machine it shuts down; `undefined` where that is not part of the stack. */
  machineAmong(machines: readonly VirtualMachine[]): VirtualMachine | undefined {
    const property = "targetResourceId";
    const [source, another] = this.resource.sourcesOf(property, "compute:VirtualMachine");
    if (another !== undefined) throw new NotKnown(property, "is computed from more than one machine");
    if (source !== undefined) return machines.find(({ resource }) => resource.urn === source.urn);
    const id = parseArmId(this.resource.settings.text(property) ?? "");
    if (id?.type !== "microsoft.compute/virtualmachines") return undefined;
    return findOf(machines, ({ resource, settings }) =>
      everyOf(
        () => mayBeIn(id.subscriptionId, resource),
        () => sameName(settings.text("vmName") ?? "", id.names.at(-1) ?? ""),
        () => sameName(settings.text("resourceGroupName") ?? "", id.resourceGroupName ?? ""),
      ),
    );
  }

  /** When it shuts the machine down. */
  get shutdown(): Shutdown {
    const { settings } = this.resource;
    const weekly = settings.object("weeklyRecurrence");
    if (weekly.exist) return shutdownAt(weekly, weekdaysNamed(weekly.texts("weekdays")));
    return shutdownAt(settings.object("dailyRecurrence"), weekdays);
  }

  /**
   * The start of the schedule's window, in minutes of its day, in which or shortly before which the machine is shut down;
   * `undefined` where that happens in none.
   */
  startOfWindowHit({ resource, window }: MaintenanceConfiguration, minutesBefore: number): number | undefined {
    const { shutdown, timeZone } = this;
    if (sameName(window.timeZone, timeZone)) return windowHitBy(window, shutdown, minutesBefore);
    // Which of the two clocks is ahead, and whether it always is, depends on the date and on daylight saving.
    throw new NotKnown("timeZoneId", `is "${timeZone}", while schedule ${resource.name} has "${window.timeZone}"`);
  }
}

function shutdownAt(recurrence: Properties, on: readonly Weekday[]): Shutdown {
  const property = recurrence.pathOf("time");
  const time = recurrence.text("time");
  if (time === undefined) throw new NotKnown(property, "is not given");
  const [, hour, minute] = /^([01]\d|2[0-3]):?([0-5]\d)$/.exec(time) ?? [];
  if (hour === undefined) throw new NotKnown(property, `is "${time}", where Azure takes a time of day as HHmm`);
  return { property, time, minute: Number(hour) * 60 + Number(minute), weekdays: on };
}

function weekdaysNamed(names: readonly string[]): readonly Weekday[] {
  return weekdays.filter((weekday) => names.some((name) => sameName(name, weekday)));
}
