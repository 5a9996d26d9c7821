import { MaintenanceEvents, type MaintenanceEventsArgs, UpdateAlerts, type UpdateAlertsArgs } from "../../../../index";
import {
  defineCase,
  id,
  linuxMachineId,
  maintenanceConfigurationId,
  resourceGroup,
  subscription,
  tags,
  userAssignedIdentity,
} from "./case";

const storageAccountId = id("Microsoft.Storage/storageAccounts/patching");

export const maintenanceEvents = defineCase<MaintenanceEventsArgs>({
  component: MaintenanceEvents,
  slug: "maintenance-events",
  accepted: [
    {
      resourceGroupName: "patching",
      location: "westeurope",
      maintenanceConfigurationId,
      systemTopicName: "weekly",
      tags,
      deadLetter: { storageAccountId, blobContainerName: "undelivered" },
      eventSubscriptions: {
        webhook: {
          webhook: {
            endpointUrl: "https://tickets.example.com/events",
            entra: {
              tenantId: "11111111-1111-1111-1111-111111111111",
              applicationIdOrUri: "88888888-8888-8888-8888-888888888888",
            },
          },
        },
        function: {
          eventTypes: ["Microsoft.Maintenance.PreMaintenanceEvent"],
          azureFunction: { functionId: id("Microsoft.Web/sites/patching/functions/start") },
          retryPolicy: { maxDeliveryAttempts: 5, eventTimeToLiveInMinutes: 15 },
        },
        bus: { serviceBusQueue: { queueId: id("Microsoft.ServiceBus/namespaces/patching/queues/events") } },
        storage: { storageQueue: { storageAccountId, queueName: "events", messageTimeToLiveInSeconds: -1 } },
      },
    },
    {
      resourceGroupName: "patching",
      maintenanceConfigurationId,
      userAssignedIdentity,
      roles: { skip: true },
      eventSubscriptions: { storage: { storageQueue: { storageAccountId, queueName: "events" } } },
    },
    {
      resourceGroupName: "patching",
      maintenanceConfigurationId,
      eventSubscriptions: {
        runbook: {
          eventTypes: ["Microsoft.Maintenance.PostMaintenanceEvent"],
          automationRunbook: {
            webhookUrl: "https://0a1b2c3d.webhook.we.azure-automation.net/webhooks?token=secret",
          },
        },
      },
    },
  ],
  outputs: [
    "resourceGroupName",
    "maintenanceConfigurationId",
    "deadLetter.*",
    "eventSubscriptions.*.webhook.endpointUrl",
    "eventSubscriptions.*.azureFunction.functionId",
    "eventSubscriptions.*.storageQueue.storageAccountId",
  ],
  children: [
    "azure-native:authorization:RoleAssignment it-bus",
    "azure-native:authorization:RoleAssignment it-dead-letter",
    "azure-native:authorization:RoleAssignment it-storage",
    "azure-native:eventgrid:SystemTopic it",
    "azure-native:eventgrid:SystemTopicEventSubscription it-bus",
    "azure-native:eventgrid:SystemTopicEventSubscription it-function",
    "azure-native:eventgrid:SystemTopicEventSubscription it-storage",
    "azure-native:eventgrid:SystemTopicEventSubscription it-webhook",
  ],
});

export const updateAlerts = defineCase<UpdateAlertsArgs>({
  component: UpdateAlerts,
  slug: "update-alerts",
  accepted: [
    {
      resourceGroupName: "patching",
      location: "westeurope",
      scopes: { patching: { resourceGroupId: resourceGroup }, all: { subscriptionId: subscription } },
      resourceTypes: ["Microsoft.Compute/virtualMachines", "Microsoft.HybridCompute/machines"],
      excludedMachineIds: [linuxMachineId],
      actionGroupIds: [id("Microsoft.Insights/actionGroups/on-call")],
      actionGroup: {
        shortName: "patching",
        emailAddresses: { operations: "operations@example.com" },
        webhooks: { chat: "https://example.com/hooks/patching" },
      },
      failedInstallations: { severity: 0, evaluationFrequency: "PT15M", lookbackDays: 3, perMachine: true },
      failedAssessments: { enabled: false, lookbackDays: 2, includeWarnings: true },
      missedAssessments: { maximumAgeDays: 4, threshold: 2, evaluationFrequency: "P1D", muteActionsFor: "P2D" },
      pendingUpdates: { classifications: ["Critical"], minimumUpdates: 5, autoResolve: false },
      workbook: { displayName: "Updates", scheduleRunDays: 30 },
      tags,
    },
    { resourceGroupName: "patching", scopes: { all: { subscriptionId: subscription } } },
    {
      resourceGroupName: "patching",
      scopes: { patching: { resourceGroupId: resourceGroup } },
      identity: {
        userAssignedIdentityId: userAssignedIdentity.id,
        principalId: userAssignedIdentity.principalId,
      },
      failedInstallations: { skip: true },
      workbook: { skip: true },
    },
  ],
  outputs: ["resourceGroupName", "location", "scopes.*.*", "excludedMachineIds.*", "actionGroup.emailAddresses.*"],
  children: [
    "azure-native:applicationinsights:Workbook it",
    "azure-native:authorization:RoleAssignment it-all-reader",
    "azure-native:authorization:RoleAssignment it-patching-reader",
    "azure-native:managedidentity:UserAssignedIdentity it",
    "azure-native:monitor:ActionGroup it",
    "azure-native:monitor:ScheduledQueryRule it-failed-assessments",
    "azure-native:monitor:ScheduledQueryRule it-failed-installations",
    "azure-native:monitor:ScheduledQueryRule it-missed-assessments",
    "azure-native:monitor:ScheduledQueryRule it-pending-updates",
  ],
});
