import type * as pulumi from "@pulumi/pulumi";
import { Cloud } from "../../facts/cloud";
import type { MachineKind } from "../../facts/machine-kind";
import { cloudOfRegion } from "../../facts/regions";
import { type ScheduleLimits, scheduleLimits } from "../../facts/schedules";
import { parseMachineId, wrongMachineId } from "../shared/machine-kinds";
import { member } from "../shared/member";
import { isPlain, type Problems } from "../shared/problems";
import { schedulesPage } from "./documents";
import { type DynamicScopeArgs, resolveDynamicScope } from "./dynamic-scope";
import { checkLocation } from "./location";

/** A machine that a schedule is assigned to. */
export interface AssignedMachineArgs {
  /** The machine's resource id. It lies in the subscription of the component's provider. */
  id: pulumi.Input<string>;
  /**
   * The machine's region. The schedule's may be another. Default: the provider's `azure-native:location`, else that of
   * the machine's resource group.
   */
  location?: pulumi.Input<string>;
}

/** What a schedule is assigned to. The names are of the program's choice, and become part of the resources' names. */
export interface AssignmentArgs {
  /** Azure virtual machines, by a name for each. Their patch orchestration is `CustomerManagedSchedules`. Default: none. */
  virtualMachines?: { [name: string]: AssignedMachineArgs };
  /** Arc-enabled servers, by a name for each. Default: none. */
  arcServers?: { [name: string]: AssignedMachineArgs };
  /** Dynamic scopes, by a name for each: whatever machines match a filter at the time of a run. Default: none. */
  dynamicScopes?: { [name: string]: DynamicScopeArgs };
}

/** The assignment of a schedule to one machine. */
export interface MachineAssignment {
  readonly name: string;
  readonly path: string;
  readonly machineKind: MachineKind;
  readonly id: pulumi.Input<string>;
  readonly location: pulumi.Input<string> | undefined;
}

/** Every assignment that the arguments ask for. */
export interface Assignments {
  readonly machines: readonly MachineAssignment[];
  readonly dynamicScopes: readonly ReturnType<typeof resolveDynamicScope>[];
}

/**
 * The assignments that the arguments ask for, checked by themselves and against the limits of a schedule.
 *
 * @param cloud the cloud of the schedule; `undefined` where nothing tells
 */
export function resolveAssignments(args: AssignmentArgs, cloud: Cloud | undefined, problems: Problems): Assignments {
  const { virtualMachines = {}, arcServers = {}, dynamicScopes = {} } = args;
  const machines = [
    ...machineAssignments("virtualMachines", "azure", virtualMachines, cloud, problems),
    ...machineAssignments("arcServers", "arc", arcServers, cloud, problems),
  ];
  checkTwice(machines, problems);
  const limits = scheduleLimits(cloud ?? Cloud.Public);
  const where = cloud === undefined || cloud === Cloud.Public ? "" : ` in this cloud`;
  const atMost = (path: string, count: number, limit: keyof ScheduleLimits & `${string}PerSchedule`, what: string) => {
    if (count > limits[limit]) {
      problems.add(
        path,
        `${count} ${what} are more than the ${limits[limit]} of a schedule${where}. See ${schedulesPage}`,
      );
    }
  };
  const crowded = Object.keys(virtualMachines).length > 0 ? "virtualMachines" : "arcServers";
  atMost(crowded, machines.length, "associationsPerSchedule", "machines");
  atMost("dynamicScopes", Object.keys(dynamicScopes).length, "dynamicScopesPerSchedule", "dynamic scopes");
  return {
    machines,
    dynamicScopes: Object.entries(dynamicScopes).map(([name, scope]) =>
      resolveDynamicScope(name, scope, cloud, limits, problems),
    ),
  };
}

/** The cloud of a schedule: that of its region, where that is there already. */
export function cloudOf(location: pulumi.Input<string> | undefined): Cloud | undefined {
  return location !== undefined && isPlain(location) ? cloudOfRegion(location) : undefined;
}

function machineAssignments(
  argument: "virtualMachines" | "arcServers",
  machineKind: MachineKind,
  machines: { [name: string]: AssignedMachineArgs },
  cloud: Cloud | undefined,
  problems: Problems,
): MachineAssignment[] {
  return Object.entries(machines).map(([name, machine]) => {
    const path = member(argument, name);
    const { id, location } = machine;
    if (id === undefined) problems.add(`${path}.id`, "give the machine's resource id.");
    return {
      name,
      path,
      machineKind,
      id:
        id === undefined
          ? ""
          : problems.checked(`${path}.id`, id, (value) =>
              parseMachineId(value, machineKind) ? undefined : wrongMachineId(value, machineKind),
            ),
      location:
        location === undefined
          ? undefined
          : checkLocation(`${path}.location`, location, [machineKind], cloud, problems),
    };
  });
}

/** Two assignments of one schedule to one machine, or under one name, are one too many. */
function checkTwice(machines: readonly MachineAssignment[], problems: Problems): void {
  const byId = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { name, path, id } of machines) {
    const sameName = byName.get(name);
    if (sameName !== undefined) {
      problems.add(path, `${sameName} has this name already, from which the assignment's is made: choose another.`);
    }
    byName.set(name, path);
    if (!isPlain(id) || id === "") continue;
    const sameMachine = byId.get(id.toLowerCase());
    if (sameMachine !== undefined) problems.add(`${path}.id`, `is the machine of ${sameMachine} already.`);
    else byId.set(id.toLowerCase(), path);
  }
}
