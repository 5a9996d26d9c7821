import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getClientConfigOutput, RoleAssignment, RoleDefinition } from "@pulumi/azure-native/authorization";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { BlobContainer, Queue, StorageAccount } from "@pulumi/azure-native/storage";
import { AppServicePlan, WebApp, WebAppFunction } from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceEvents, MaintenanceSchedule } from "pulumi-azure-update-manager";

const { subscriptionId } = getClientConfigOutput();

const patching = new ResourceGroup("patching");
const machines = new ResourceGroup("machines");
const resourceGroupName = patching.name;

const saturdayNight = new MaintenanceSchedule("saturday-night", {
  resourceGroupName,
  startDateTime: "2027-01-09 02:00",
  timeZone: "Europe/Berlin",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
  dynamicScopes: { tagged: { tags: { patching: ["saturday-night"] } } },
});

// Nobody holds a key: the storage account takes identities alone.
const storageAccount = new StorageAccount("events", {
  resourceGroupName,
  kind: "StorageV2",
  sku: { name: "Standard_ZRS" },
  allowBlobPublicAccess: false,
  allowSharedKeyAccess: false,
  enableHttpsTrafficOnly: true,
  minimumTlsVersion: "TLS1_2",
});
const accountName = storageAccount.name;
const queue = new Queue("maintenance-events", { resourceGroupName, accountName });
const started = new BlobContainer("started-machines", { resourceGroupName, accountName });
const undelivered = new BlobContainer("undelivered-events", { resourceGroupName, accountName });

// The function may start and deallocate the machines of one resource group, and keep its books in the storage account.
const identity = new UserAssignedIdentity("start-and-stop", { resourceGroupName });
const startAndStop = new RoleDefinition("start-and-stop", {
  scope: machines.id,
  roleName: `Start and stop machines for maintenance (${pulumi.getStack()})`,
  roleType: "CustomRole",
  description: "Sees which machines a maintenance run is about, starts them and deallocates them.",
  permissions: [
    {
      actions: [
        "Microsoft.Compute/virtualMachines/read",
        "Microsoft.Compute/virtualMachines/start/action",
        "Microsoft.Compute/virtualMachines/deallocate/action",
        "Microsoft.Maintenance/applyUpdates/read",
      ],
      notActions: [],
    },
  ],
  assignableScopes: [machines.id],
});
const grant = (name: string, scope: pulumi.Input<string>, role: pulumi.Input<string>) =>
  new RoleAssignment(name, {
    scope,
    principalId: identity.principalId,
    principalType: "ServicePrincipal",
    roleDefinitionId: pulumi.interpolate`/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
  });
const grants = [
  grant("machines", machines.id, startAndStop.name),
  // Storage Blob Data Owner and Storage Queue Data Contributor are what the Functions host documents for its storage.
  grant("blobs", storageAccount.id, "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"),
  grant("queues", storageAccount.id, "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
];

// On a plan of its own the function always listens. One that sleeps has to be woken, and a pre-event has 20 minutes.
const plan = new AppServicePlan("start-and-stop", { resourceGroupName, sku: { name: "B1", tier: "Basic" } });
const settings: Record<string, pulumi.Input<string>> = {
  FUNCTIONS_EXTENSION_VERSION: "~4",
  FUNCTIONS_WORKER_RUNTIME: "node",
  WEBSITE_NODE_DEFAULT_VERSION: "~22",
  AzureWebJobsStorage__accountName: accountName,
  AzureWebJobsStorage__credential: "managedidentity",
  AzureWebJobsStorage__clientId: identity.clientId,
  STARTED_MACHINES: pulumi.interpolate`https://${accountName}.blob.core.windows.net/${started.name}`,
};
const app = new WebApp(
  "start-and-stop",
  {
    resourceGroupName,
    kind: "functionapp",
    serverFarmId: plan.id,
    httpsOnly: true,
    identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
    siteConfig: {
      alwaysOn: true,
      ftpsState: "Disabled",
      minTlsVersion: "1.2",
      appSettings: Object.entries(settings).map(([name, value]) => ({ name, value })),
    },
  },
  { dependsOn: grants },
);
const handler = new WebAppFunction("start-and-stop", {
  resourceGroupName,
  name: app.name,
  config: {
    bindings: [
      {
        name: "event",
        type: "queueTrigger",
        direction: "in",
        queueName: queue.name,
        connection: "AzureWebJobsStorage",
      },
    ],
  },
  files: { "index.js": readFileSync(join(__dirname, "start-and-stop.js"), "utf8") },
});

// The queue keeps the events while the function is restarted or updated, and hands them out again when it fails.
const events = new MaintenanceEvents(
  "saturday-night",
  {
    resourceGroupName,
    maintenanceConfigurationId: saturdayNight.maintenanceConfigurationId,
    eventSubscriptions: {
      "start-and-stop": { storageQueue: { storageAccountId: storageAccount.id, queueName: queue.name } },
    },
    deadLetter: { storageAccountId: storageAccount.id, blobContainerName: undelivered.name },
  },
  { dependsOn: handler },
);

export const systemTopicId = events.systemTopicId;
export const functionId = handler.id;
