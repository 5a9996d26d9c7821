import { azureDocs, computeDocs, updateManager, updateManagerPolicy } from "../documents";
import { source } from "../source";
import type { Permission } from "./permission";

/** What it takes to work with schedules, their assignments and their events. */
export const schedulePermissions: readonly Permission[] = [
  {
    task: "register-maintenance-provider",
    actions: ["Microsoft.Maintenance/register/action"],
    scope: "subscription",
    roles: [["Owner"], ["Contributor"]],
    source: source(updateManager("roles-permissions")),
  },
  {
    task: "create-schedule",
    actions: ["Microsoft.Maintenance/maintenanceConfigurations/write"],
    scope: "subscription or resource group",
    roles: [["Owner"], ["Contributor"], ["Scheduled Patching Contributor"]],
    source: source(updateManager("roles-permissions")),
  },
  {
    task: "delete-schedule",
    actions: ["Microsoft.Maintenance/maintenanceConfigurations/delete"],
    scope: "subscription or resource group",
    roles: [["Owner"], ["Contributor"], ["Scheduled Patching Contributor"]],
    source: source(azureDocs("role-based-access-control/built-in-roles/management-and-governance")),
  },
  {
    task: "assign-schedule",
    actions: ["Microsoft.Maintenance/configurationAssignments/write"],
    scope: "subscription, resource group or machine",
    roles: [["Owner"], ["Contributor"], ["Scheduled Patching Contributor"]],
    source: source(updateManager("roles-permissions")),
  },
  {
    task: "read-maintenance-updates",
    actions: ["Microsoft.Maintenance/updates/read", "Microsoft.Maintenance/applyUpdates/read"],
    scope: "machine",
    roles: [["Owner"], ["Contributor"], ["Reader"]],
    source: source(updateManager("roles-permissions")),
  },
  {
    task: "read-write-deployments",
    actions: [
      "Microsoft.Resources/deployments/read",
      "Microsoft.Resources/deployments/write",
      "Microsoft.Resources/deployments/operationstatuses/read",
    ],
    scope: "maintenance configuration subscription and VM subscription",
    roles: [
      ["Owner"],
      ["Contributor"],
      ["Virtual Machine Contributor"],
      ["Azure Connected Machine Resource Administrator"],
    ],
    note: "The article prints the third action as 'operation statuses'.",
    source: source(updateManager("roles-permissions")),
  },
  {
    task: "create-dynamic-scope",
    actions: [
      "Microsoft.Maintenance/configurationAssignments/write",
      "Microsoft.Maintenance/maintenanceConfigurations/read",
    ],
    scope: "subscription or resource group of the scope AND the maintenance configuration",
    roles: [["Owner"], ["Contributor"], ["Scheduled Patching Contributor"]],
    note: "Microsoft.Maintenance is registered in the subscription of the scope. Writing a schedule takes its action at the level of the subscription, and so does reading or assigning one.",
    source: source(computeDocs("virtual-machines/troubleshoot-maintenance-configurations")),
  },
  {
    task: "schedule-across-subscriptions",
    actions: [],
    scope: "both subscriptions",
    roles: [["Scheduled Patching Contributor", "Reader"]],
    note: "Microsoft.Maintenance and Microsoft.Insights are registered in both subscriptions.",
    source: source(updateManager("enable-cross-subscription-patching")),
  },
  {
    task: "schedule-by-policy",
    actions: ["Microsoft.Compute/virtualMachines/write", "Microsoft.Maintenance/configurationAssignments/write"],
    scope: "policy assignment scope and the maintenance configuration",
    roles: [["Contributor"]],
    principal: "the managed identity of the policy assignment",
    source: source(updateManagerPolicy("AzUpdateMgmtCenter_ScheduledPatching_DINE")),
  },
  {
    task: "handle-events",
    actions: ["Microsoft.EventGrid/systemTopics/write", "Microsoft.EventGrid/systemTopics/eventSubscriptions/write"],
    scope: "resource group of the topic",
    roles: [["Owner"], ["Contributor"]],
    source: source(updateManager("pre-post-events-schedule-maintenance-configuration")),
    unconfirmed: "Inferred from the resources that the article creates.",
  },
  {
    task: "manage-maintenance-configurations",
    actions: [],
    scope: "subscription",
    roles: [["Contributor"]],
    note: "The compute article asks for Contributor at least, in general terms.",
    source: source(computeDocs("virtual-machines/maintenance-configurations")),
  },
];
