import type { MachineKind } from "../machine-kind";
import type { Fact } from "../source";

/** Something that somebody does with Update Manager, and what it takes. */
export interface Permission extends Fact {
  readonly task: Task;
  /** The kind of machine it concerns; both where absent. */
  readonly machineKind?: MachineKind;
  /** The actions of a custom role. */
  readonly actions: readonly string[];
  /** Where the actions are granted. */
  readonly scope: string;
  /** The built-in roles that are enough: any one of these sets, all roles of a set together. */
  readonly roles: readonly (readonly string[])[];
  /** Whether it takes the actions that read machines and results too. */
  readonly alsoReads?: true;
  /** Who needs it, where it is not the person who does it. */
  readonly principal?: string;
  readonly note?: string;
}

/** What somebody does with Update Manager. */
export type Task =
  | "read-machine"
  | "read-assessment"
  | "read-installation"
  | "read-operation-status"
  | "on-demand-assessment"
  | "on-demand-install"
  | "set-patch-or-assessment-mode"
  | "set-assessment-mode"
  | "register-maintenance-provider"
  | "read-schedule"
  | "create-schedule"
  | "delete-schedule"
  | "assign-schedule"
  | "unassign-schedule"
  | "read-maintenance-updates"
  | "read-write-deployments"
  | "create-dynamic-scope"
  | "schedule-across-subscriptions"
  | "periodic-assessment-by-policy"
  | "schedule-by-policy"
  | "remediate-by-policy"
  | "onboard-arc-server"
  | "handle-events"
  | "manage-maintenance-configurations";
