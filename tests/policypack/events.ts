import { type Declared, unknown } from "./fixture";

/** The system topic of the schedule of the stack; `change` replaces top-level inputs. */
export function topic(change: object = {}, name = "topic", from: Declared["from"] = { source: ["weekly"] }): Declared {
  return {
    name,
    type: "azure-native:eventgrid:SystemTopic",
    inputs: {
      resourceGroupName: "fleet",
      systemTopicName: name,
      topicType: "Microsoft.Maintenance.MaintenanceConfigurations",
      source: unknown,
      ...change,
    },
    from,
  };
}

/** A storage account, whose topics are of another type. */
export const storageAccount: Declared = {
  name: "account",
  type: "azure-native:storage:StorageAccount",
  inputs: { resourceGroupName: "fleet", accountName: "account" },
};

/** A subscription to the events of the topic; `change` replaces top-level inputs. */
export function subscription(change: object = {}, from: Declared["from"] = { systemTopicName: ["topic"] }): Declared {
  return {
    name: "handler",
    type: "azure-native:eventgrid:SystemTopicEventSubscription",
    inputs: { resourceGroupName: "fleet", systemTopicName: unknown, ...change },
    from,
  };
}

export const storageTopicType = "Microsoft.Storage.StorageAccounts";
