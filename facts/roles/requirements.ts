import { arcServers, azureDocs, updateManager } from "../documents";
import type { MachineKind } from "../machine-kind";
import { type Fact, source } from "../source";
import { conflict, statement } from "../statement";

/** The roles that the documentation of Update Manager names for a kind of machine as a whole. */
export interface DocumentedRoles extends Fact {
  readonly machineKind: MachineKind;
  readonly roles: readonly string[];
}

/** The roles that the documentation of Update Manager names for each kind of machine. */
export const documentedRoles: readonly DocumentedRoles[] = [
  {
    machineKind: "azure",
    roles: ["Virtual Machine Contributor", "Owner"],
    source: source(updateManager("roles-permissions")),
    conflict: conflict(
      azureDocs("role-based-access-control/built-in-roles/compute"),
      "Virtual Machine Contributor has no action of Microsoft.Maintenance.",
      "The list of actions decides: the role assesses and patches machines, and can't create schedules or assign them.",
    ),
  },
  {
    machineKind: "arc",
    roles: ["Azure Connected Machine Resource Administrator"],
    source: source(updateManager("roles-permissions")),
  },
];

/** A resource provider that a subscription is registered for. */
export interface ResourceProvider extends Fact {
  readonly namespace: string;
  /** When it is needed. */
  readonly when: string;
  /** The kind of machine it is needed for; both where absent. */
  readonly machineKind?: MachineKind;
}

/** The resource providers that Update Manager needs. */
export const resourceProviders: readonly ResourceProvider[] = [
  {
    namespace: "Microsoft.Maintenance",
    when: "schedules: in every subscription that holds a schedule or a dynamic scope",
    source: source(updateManager("roles-permissions")),
  },
  {
    namespace: "Microsoft.Compute",
    when: "periodic assessment",
    machineKind: "arc",
    source: source(arcServers("prerequisites"), updateManager("assessment-options")),
  },
  {
    namespace: "Microsoft.HybridCompute",
    when: "always",
    machineKind: "arc",
    source: source(arcServers("prerequisites")),
  },
  {
    namespace: "Microsoft.GuestConfiguration",
    when: "always",
    machineKind: "arc",
    source: source(arcServers("prerequisites")),
  },
  {
    namespace: "Microsoft.HybridConnectivity",
    when: "always",
    machineKind: "arc",
    source: source(arcServers("prerequisites")),
  },
  {
    namespace: "Microsoft.Insights",
    when: "schedules for machines of other subscriptions",
    source: source(updateManager("enable-cross-subscription-patching")),
  },
  {
    namespace: "Microsoft.EventGrid",
    when: "events before and after a run",
    source: source(updateManager("pre-post-events-schedule-maintenance-configuration")),
    unconfirmed: "Inferred from the resources that the article creates.",
  },
  {
    namespace: "Microsoft.AzureArcData",
    when: "SQL Server on Arc",
    machineKind: "arc",
    source: source(arcServers("prerequisites")),
  },
];

/** Azure Lighthouse, through which one tenant manages the resources of another. */
export const lighthouse = statement(
  "Update Manager does not support management delegated through Azure Lighthouse.",
  source(updateManager("update-manager-faq")),
);
