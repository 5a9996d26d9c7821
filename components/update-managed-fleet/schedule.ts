import type * as pulumi from "@pulumi/pulumi";
import type { MaintenanceScheduleArgs } from "../maintenance-schedule";
import { type AssignmentArgs, resolveAssignments } from "../maintenance-schedule/assignments";
import { designMaintenanceSchedule } from "../maintenance-schedule/design";
import { defaultRings, type StagedArgs, stagedRings } from "../maintenance-schedule/rings";
import type { MaintenanceScheduleAssignmentArgs } from "../maintenance-schedule-assignment";
import { member } from "../shared/member";
import { notOneOf, oneOf, Problems, present } from "../shared/problems";
import { isSkipped } from "../shared/skipping";
import type { Fleet } from "./fleet";
import { type FleetMachineArgs, isScheduled } from "./machines";
import { later, type Place, type Rehearsal, withoutOutputs } from "./rehearsal";
import type { FleetScheduleArgs } from "./schedule-args";

/** Where the program says nothing: every Monday night, from a date that has passed and will stay the same. */
const defaultStart = "2026-01-05 22:00";

/** The resource ids of the fleet's machines, by name. */
export type MachineIds = Readonly<Record<string, pulumi.Input<string>>>;

/** A ring: a schedule of the fleet's, or one that exists. */
export type Ring =
  | { readonly name: string; readonly schedule: (ids: MachineIds) => MaintenanceScheduleArgs }
  | { readonly name: string; readonly assignment: (ids: MachineIds) => MaintenanceScheduleAssignmentArgs };

/** The schedules, and which of them patches each of the fleet's machines. */
export interface ScheduleDesign {
  readonly rings: readonly Ring[];
  readonly ringOf: Readonly<Record<string, string>>;
}

/** The schedules that the arguments ask for; none where they are skipped. */
export function designSchedule(
  fleet: Fleet,
  args: FleetScheduleArgs,
  machines: Readonly<Record<string, FleetMachineArgs>>,
  rehearsal: Rehearsal,
  problems: Problems,
): ScheduleDesign {
  if (isSkipped("schedule", args, problems)) {
    checkNoRings(machines, "where schedule is skipped: leave it out.", problems);
    return { rings: [], ringOf: {} };
  }
  const { virtualMachines = {}, arcServers = {}, dynamicScopes = {} } = args;
  const existing = args.maintenanceConfigurationIds;
  const days = args.rings ?? (existing ? undefined : defaultRings);
  const names = Object.keys(existing ?? days ?? {});
  const inRing = ringFinder(names, lastRing(names, days), problems);

  const waiting = Object.entries(machines).filter(([, machine]) => isScheduled(machine));
  const others = Object.fromEntries(Object.entries(machines).filter(([, machine]) => !isScheduled(machine)));
  checkNoRings(others, 'where patchOrchestration is not "CustomerManagedSchedules": leave it out.', problems);
  for (const [name] of waiting) {
    for (const [argument, given] of Object.entries({ virtualMachines, arcServers })) {
      if (!(name in given)) continue;
      const path = member(`schedule.${argument}`, name);
      problems.add(path, `${member("machines", name)} has this name already: choose another.`);
    }
  }
  const ringOf = Object.fromEntries(
    waiting.map(([name, { ring }]) => [name, inRing(member("machines", name), ring)] as const),
  );
  const given = {
    virtualMachines: byRing("virtualMachines", virtualMachines, inRing),
    arcServers: byRing("arcServers", arcServers, inRing),
    dynamicScopes: byRing("dynamicScopes", dynamicScopes, inRing),
  };
  const assignments = (ring: string, ids: MachineIds): AssignmentArgs => {
    const own = waiting.flatMap(([name, { location = fleet.location }]) =>
      ringOf[name] === ring ? [[name, { id: ids[name] ?? later<string>(), location }] as const] : [],
    );
    return {
      virtualMachines: { ...Object.fromEntries(own), ...given.virtualMachines(ring) },
      arcServers: given.arcServers(ring),
      dynamicScopes: given.dynamicScopes(ring),
    };
  };
  const rings = existing
    ? existingRings(args, existing, machines, assignments, rehearsal, problems)
    : ownRings(fleet, args, days ?? {}, machines, assignments, rehearsal);
  return { rings, ringOf };
}

function ownRings(
  fleet: Fleet,
  args: FleetScheduleArgs,
  days: Readonly<Record<string, number>>,
  machines: Readonly<Record<string, FleetMachineArgs>>,
  assignments: (ring: string, ids: MachineIds) => AssignmentArgs,
  rehearsal: Rehearsal,
): Ring[] {
  const { startDateTime = defaultStart, recurrence = { weekly: {} }, expirationDateTime, timeZone, duration } = args;
  const { windowsUpdates, linuxUpdates, rebootSetting } = args;
  const timing: StagedArgs = {
    startDateTime,
    recurrence,
    expirationDateTime,
    timeZone,
    duration,
    windowsUpdates,
    linuxUpdates,
    rebootSetting,
  };
  const elsewhere = { daysAfter: "schedule.rings" };
  const staged =
    rehearsal.of({ path: "schedule", elsewhere }, () => stagedRings(timing, days)) ??
    Object.fromEntries(Object.keys(days).map((name) => [name, timing]));
  const { resourceGroupName, location, tags } = fleet;
  return Object.entries(staged).map(([name, ring]) => {
    const schedule = (ids: MachineIds) => ({ ...ring, resourceGroupName, location, tags, ...assignments(name, ids) });
    rehearsal.of(placeOf(assignments(name, {}), machines), () =>
      designMaintenanceSchedule(`${fleet.name}-${name}`, withoutOutputs(schedule({})), fleet.defaultLocation),
    );
    return { name, schedule };
  });
}

function existingRings(
  args: FleetScheduleArgs,
  ids: Readonly<Record<string, pulumi.Input<string>>>,
  machines: Readonly<Record<string, FleetMachineArgs>>,
  assignments: (ring: string, ids: MachineIds) => AssignmentArgs,
  rehearsal: Rehearsal,
  problems: Problems,
): Ring[] {
  const { virtualMachines, arcServers, dynamicScopes, maintenanceConfigurationIds, ...timing } = args;
  for (const name of present(timing)) {
    problems.add(`schedule.${name}`, "has no effect beside maintenanceConfigurationIds: leave it out.");
  }
  if (Object.keys(ids).length === 0) {
    problems.add("schedule.maintenanceConfigurationIds", "is empty: give one for each ring, or leave it out.");
  }
  return Object.entries(ids).map(([name, id]) => {
    const path = member("schedule.maintenanceConfigurationIds", name);
    const maintenanceConfigurationId = problems.checked(path, id, wrongConfigurationId);
    const assigned = assignments(name, {});
    rehearsal.of(placeOf(assigned, machines), () => checkAssignments(withoutOutputs(assigned)));
    return {
      name,
      assignment: (machineIds: MachineIds) => ({ maintenanceConfigurationId, ...assignments(name, machineIds) }),
    };
  });
}

/** Whether anything is assigned. */
export function assignsAny({ virtualMachines, arcServers, dynamicScopes }: AssignmentArgs): boolean {
  return Object.keys({ ...virtualMachines, ...arcServers, ...dynamicScopes }).length > 0;
}

function checkAssignments(args: AssignmentArgs): void {
  const problems: Problems = new Problems("The assignments");
  resolveAssignments(args, undefined, problems);
  if (problems.any) problems.fail();
}

/** The fleet's own machines are assigned where they are made: their regions stand there. */
function placeOf(
  { virtualMachines = {} }: AssignmentArgs,
  machines: Readonly<Record<string, FleetMachineArgs>>,
): Place {
  const regions = Object.keys(virtualMachines).flatMap((name) => {
    const machine = machines[name];
    if (machine === undefined) return [];
    const region = machine.location === undefined ? "location" : `${member("machines", name)}.location`;
    return [[`${member("virtualMachines", name)}.location`, region] as const];
  });
  return { path: "schedule", elsewhere: Object.fromEntries(regions) };
}

function ringFinder(names: readonly string[], last: string | undefined, problems: Problems) {
  return (path: string, ring: string | undefined): string => {
    const found = ring ?? last;
    const reason =
      found === undefined
        ? `give one of ${oneOf(names)}: no ring of these is known to be the last.`
        : notOneOf(found, names);
    if (reason && names.length > 0) problems.add(`${path}.ring`, reason);
    return found ?? "";
  };
}

/** The ring that is patched when all others have been: rings have no order but their days'. */
function lastRing(names: readonly string[], days: Readonly<Record<string, number>> | undefined): string | undefined {
  if (days === undefined) return names.length === 1 ? names[0] : undefined;
  return names.reduce<string | undefined>(
    (last, name) => (last !== undefined && (days[last] ?? 0) >= (days[name] ?? 0) ? last : name),
    undefined,
  );
}

/** What is given for a ring, of each kind of what a schedule is assigned to. */
function byRing<T extends { ring?: string }>(
  argument: string,
  given: Readonly<Record<string, T>>,
  inRing: (path: string, ring: string | undefined) => string,
): (ring: string) => Record<string, Omit<T, "ring">> {
  const entries = Object.entries(given).map(([name, { ring, ...own }]) => ({
    name,
    ring: inRing(member(`schedule.${argument}`, name), ring),
    own,
  }));
  return (wanted) =>
    Object.fromEntries(entries.flatMap(({ name, ring, own }) => (ring === wanted ? [[name, own]] : [])));
}

function checkNoRings(machines: Readonly<Record<string, FleetMachineArgs>>, where: string, problems: Problems): void {
  for (const [name, { ring }] of Object.entries(machines)) {
    if (ring !== undefined) problems.add(`${member("machines", name)}.ring`, `has no effect ${where}`);
  }
}

function wrongConfigurationId(id: string): string | undefined {
  const pattern =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Maintenance\/maintenanceConfigurations\/[^/]+$/i;
  return pattern.test(id) ? undefined : `${JSON.stringify(id)} is not the resource id of a maintenance configuration.`;
}
