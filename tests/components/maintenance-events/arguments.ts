import * as pulumi from "@pulumi/pulumi";
import { designMaintenanceEvents } from "../../../components/maintenance-events/design";
import type { MaintenanceEventsArgs } from "../../../index";

const providers = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/patching/providers";

export const maintenanceConfigurationId = `${providers}/Microsoft.Maintenance/maintenanceConfigurations/weekly`;
export const functionId = `${providers}/Microsoft.Web/sites/operations/functions/drain`;
export const serviceBusQueueId = `${providers}/Microsoft.ServiceBus/namespaces/patching/queues/events`;
export const storageAccountId = `${providers}/Microsoft.Storage/storageAccounts/patching`;
export const identityId = `${providers}/Microsoft.ManagedIdentity/userAssignedIdentities/events`;
export const webhookUrl = "https://tickets.example.com/maintenance?code=s3cr3t";
export const runbookUrl = "https://1f2e.webhook.we.azure-automation.net/webhooks?token=s3cr3t";

/** The fewest arguments: both events, delivered to a function. */
export const minimal: MaintenanceEventsArgs = {
  resourceGroupName: "patching",
  maintenanceConfigurationId,
  eventSubscriptions: { drain: { azureFunction: { functionId } } },
};

/**
 * What is found to be wrong with arguments, each as `path: reason`: those of {@link minimal} with some changed. Arguments
 * of any shape are taken: programs in other languages, or in JavaScript, are not held to the types.
 */
export function problemsOf(change: object): string[] {
  return problemsIn(() => designMaintenanceEvents("weekly", { ...minimal, ...change }));
}

/** The problems that a function throws, each as `path: reason`. */
function problemsIn(construct: () => unknown): string[] {
  try {
    construct();
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
  }
}

/** What is found to be wrong with one event subscription, `drain`. */
export const problemsOfSubscription = (drain: object) => problemsOf({ eventSubscriptions: { drain } });
