import { ResourceGroup } from "@pulumi/azure-native/resources";
import { Queue, StorageAccount } from "@pulumi/azure-native/storage";
import { MaintenanceEvents, MaintenanceSchedule } from "pulumi-azure-update-manager";

const resourceGroup = new ResourceGroup("patching");

const saturdayNight = new MaintenanceSchedule("saturday-night", {
  resourceGroupName: resourceGroup.name,
  startDateTime: "2027-01-09 02:00",
  timeZone: "Europe/Berlin",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
  dynamicScopes: { tagged: { tags: { patching: ["saturday-night"] } } },
});

const storageAccount = new StorageAccount("patching", {
  resourceGroupName: resourceGroup.name,
  kind: "StorageV2",
  sku: { name: "Standard_LRS" },
  allowSharedKeyAccess: false,
});
const queue = new Queue("events", { resourceGroupName: resourceGroup.name, accountName: storageAccount.name });

const events = new MaintenanceEvents("saturday-night", {
  resourceGroupName: resourceGroup.name,
  maintenanceConfigurationId: saturdayNight.maintenanceConfigurationId,
  eventSubscriptions: { queue: { storageQueue: { storageAccountId: storageAccount.id, queueName: queue.name } } },
});

export const systemTopicId = events.systemTopicId;
