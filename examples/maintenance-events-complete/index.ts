import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as servicebus from "@pulumi/azure-native/servicebus";
import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceEvents, MaintenanceEventType, MaintenanceSchedule } from "pulumi-azure-update-manager";

const config = new pulumi.Config();

const resourceGroup = new ResourceGroup("patching");

const saturdayNight = new MaintenanceSchedule("saturday-night", {
  resourceGroupName: resourceGroup.name,
  startDateTime: "2027-01-09 02:00",
  timeZone: "Europe/Berlin",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
  dynamicScopes: { tagged: { tags: { patching: ["saturday-night"] } } },
});

const namespace = new servicebus.Namespace("patching", {
  resourceGroupName: resourceGroup.name,
  sku: { name: "Standard", tier: "Standard" },
  disableLocalAuth: true,
});
const serviceBusQueue = new servicebus.Queue("events", {
  resourceGroupName: resourceGroup.name,
  namespaceName: namespace.name,
});

const storageAccount = new storage.StorageAccount("patching", {
  resourceGroupName: resourceGroup.name,
  kind: "StorageV2",
  sku: { name: "Standard_ZRS" },
  allowBlobPublicAccess: false,
  allowSharedKeyAccess: false,
});
const accountName = storageAccount.name;
const storageQueue = new storage.Queue("events", { resourceGroupName: resourceGroup.name, accountName });
const undelivered = new storage.BlobContainer("undelivered", { resourceGroupName: resourceGroup.name, accountName });

// One identity for the topics of many schedules, so that its roles are granted once and can be reviewed in one place.
const identity = new UserAssignedIdentity("events", { resourceGroupName: resourceGroup.name });

const { PreMaintenanceEvent, PostMaintenanceEvent } = MaintenanceEventType;
const events = new MaintenanceEvents("saturday-night", {
  resourceGroupName: resourceGroup.name,
  maintenanceConfigurationId: saturdayNight.maintenanceConfigurationId,
  location: "westeurope",
  systemTopicName: "saturday-night",
  tags: { team: "platform" },
  userAssignedIdentity: { id: identity.id, principalId: identity.principalId },
  roles: { skip: false },
  deadLetter: { storageAccountId: storageAccount.id, blobContainerName: undelivered.name },
  eventSubscriptions: {
    tickets: {
      webhook: {
        endpointUrl: config.require("ticketsUrl"),
        entra: {
          tenantId: config.require("ticketsTenantId"),
          applicationIdOrUri: config.require("ticketsApplicationId"),
        },
      },
    },
    runbook: {
      eventTypes: [PreMaintenanceEvent],
      automationRunbook: { webhookUrl: config.requireSecret("runbookWebhookUrl") },
      retryPolicy: { maxDeliveryAttempts: 5, eventTimeToLiveInMinutes: 15 },
    },
    function: {
      eventTypes: [PreMaintenanceEvent],
      azureFunction: { functionId: config.require("functionId") },
    },
    reports: {
      eventSubscriptionName: "reports",
      eventTypes: [PostMaintenanceEvent],
      serviceBusQueue: { queueId: serviceBusQueue.id },
    },
    archive: {
      storageQueue: {
        storageAccountId: storageAccount.id,
        queueName: storageQueue.name,
        messageTimeToLiveInSeconds: -1,
      },
    },
  },
});

export const eventSubscriptionIds = events.eventSubscriptionIds;
export const principalId = events.principalId;
