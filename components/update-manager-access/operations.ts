import type { MachineKind } from "../../facts/machine-kind";
import {
  type BuiltInRole,
  builtInRole,
  customRoleActions,
  type Permission,
  rolesFor,
  rolesSuffice,
  type Task,
} from "../../facts/roles";

/** What somebody does with Azure Update Manager. */
export const UpdateManagerOperation = {
  /** Sees machines, their missing updates and what was installed. */
  View: "View",
  /** Has machines assessed at once ("Check for updates"). */
  Assess: "Assess",
  /** Installs updates at once ("One-time update"). */
  InstallNow: "InstallNow",
  /**
   * Follows an assessment or installation that was started, which takes an action of the subscription: a role at a
   * machine or a resource group does not reach it.
   */
  ReadOperationStatus: "ReadOperationStatus",
  /** Changes how machines are assessed and patched ("Update settings"). */
  ChangeUpdateSettings: "ChangeUpdateSettings",
  /** Writes schedules and dynamic scopes, and assigns machines to them, across subscriptions too. */
  AuthorSchedules: "AuthorSchedules",
  /** Runs remediation tasks of Update Manager's policies. */
  RemediatePolicies: "RemediatePolicies",
} as const;
export type UpdateManagerOperation = (typeof UpdateManagerOperation)[keyof typeof UpdateManagerOperation];

const tasks: Readonly<Record<UpdateManagerOperation, readonly Task[]>> = {
  View: ["read-machine", "read-assessment", "read-installation", "read-operation-status", "read-maintenance-updates"],
  Assess: ["on-demand-assessment"],
  InstallNow: ["on-demand-install"],
  ReadOperationStatus: ["read-operation-status"],
  ChangeUpdateSettings: ["read-machine", "set-patch-or-assessment-mode", "set-assessment-mode"],
  AuthorSchedules: [
    "read-machine",
    "read-schedule",
    "create-schedule",
    "delete-schedule",
    "assign-schedule",
    "unassign-schedule",
    "create-dynamic-scope",
    "schedule-across-subscriptions",
  ],
  RemediatePolicies: ["read-machine", "remediate-by-policy"],
};

/** The tasks that a set of operations comes to, each once. */
export function tasksOf(operations: readonly UpdateManagerOperation[]): readonly Task[] {
  return [...new Set(operations.flatMap((operation) => tasks[operation]))];
}

/** The built-in roles, those that grant least first. What is not among them is not known to be enough. */
const leastFirst: readonly string[] = [
  "Reader",
  "Scheduled Patching Contributor",
  "Resource Policy Contributor",
  "Virtual Machine Contributor",
  "Azure Connected Machine Resource Administrator",
  "Contributor",
  "Owner",
];

/** The smallest built-in roles that together are documented to be enough for operations on some kinds of machine. */
export function builtInRolesFor(
  operations: readonly UpdateManagerOperation[],
  machineKinds: readonly MachineKind[],
): readonly BuiltInRole[] {
  const needs = machineKinds.flatMap((machineKind) =>
    tasksOf(operations).flatMap((task) => {
      const permission = rolesFor(task, machineKind);
      return permission ? [{ task, machineKind, permission }] : [];
    }),
  );
  const wanted = new Set(needs.flatMap(({ permission }) => smallestSet(permission)));
  let roles = leastFirst.filter((role) => wanted.has(role));
  // Roles on machines include the reading that Reader was chosen for, so that it may not be needed any more.
  for (const role of roles) {
    const others = roles.filter((other) => other !== role);
    if (needs.every(({ task, machineKind }) => rolesSuffice(others, task, machineKind))) roles = others;
  }
  return roles.flatMap((role) => builtInRole(role) ?? []);
}

function smallestSet({ roles }: Permission): readonly string[] {
  const rank = (set: readonly string[]) => Math.max(...set.map((role) => leastFirst.indexOf(role)));
  return roles
    .filter((set) => set.every((role) => leastFirst.includes(role)))
    .reduce((least, set) => (rank(set) < rank(least) ? set : least), ["Owner"]);
}

/**
 * The actions of a custom role for operations on some kinds of machine, in alphabetical order. Whoever authors
 * schedules gets those on deployments too, which the portal writes schedules with.
 */
export function customActionsFor(
  operations: readonly UpdateManagerOperation[],
  machineKinds: readonly MachineKind[],
): readonly string[] {
  const all: Task[] = [...tasksOf(operations)];
  if (operations.includes(UpdateManagerOperation.AuthorSchedules)) all.push("read-write-deployments");
  return [...new Set(machineKinds.flatMap((machineKind) => customRoleActions(all, machineKind)))].sort();
}
