import type { MachineKind } from "../machine-kind";
import { builtInRole } from "./built-in-roles";
import { machinePermissions } from "./machine-permissions";
import type { Permission, Task } from "./permission";
import { schedulePermissions } from "./schedule-permissions";

/** What each task takes. */
export const permissions: readonly Permission[] = [...machinePermissions, ...schedulePermissions];

/** What a task takes on one kind of machine; `undefined` where the task does not concern that kind. */
export function rolesFor(task: Task, machineKind: MachineKind): Permission | undefined {
  return permissions.find((one) => one.task === task && (one.machineKind ?? machineKind) === machineKind);
}

/** Whether some built-in roles, by name, GUID or id and held at the scope that the task names, are enough for a task. */
export function rolesSuffice(held: readonly string[], task: Task, machineKind: MachineKind): boolean {
  const names = new Set(held.map((role) => builtInRole(role)?.name));
  return rolesFor(task, machineKind)?.roles.some((roles) => roles.every((role) => names.has(role))) ?? false;
}

/** The tasks that read machines and results, which others take too. */
const readingTasks: readonly Task[] = ["read-machine", "read-assessment", "read-installation", "read-operation-status"];

/** The actions of a custom role for some tasks on one kind of machine, each once and in alphabetical order. */
export function customRoleActions(tasks: readonly Task[], machineKind: MachineKind): readonly string[] {
  const taken = tasks.map((task) => rolesFor(task, machineKind)).filter((one) => one !== undefined);
  const reads = taken.some((one) => one.alsoReads) ? readingTasks.map((task) => rolesFor(task, machineKind)) : [];
  return [...new Set([...taken, ...reads].flatMap((one) => one?.actions ?? []))].sort();
}
