import * as pulumi from "@pulumi/pulumi";
import { identityDestinations } from "../../facts/schedules";
import { type Problems, present } from "../shared/problems";
import { isGuid } from "../shared/scope";
import { isRunbookUrl, resourceIdOf, wrongRunbookUrl, wrongStorageName, wrongWebhookUrl } from "./checks";
import type {
  AutomationRunbookArgs,
  AzureFunctionArgs,
  EventDestinationArgs,
  ServiceBusQueueArgs,
  StorageQueueArgs,
  WebhookArgs,
} from "./destination-args";
import { required } from "./required";

/** What the topic's identity needs to reach a place. */
export interface Access {
  /** The arguments that name the place. */
  readonly place: readonly pulumi.Input<string>[];
  readonly scope: pulumi.Input<string>;
  readonly role: (typeof identityDestinations)[keyof typeof identityDestinations];
}

/** Where Event Grid delivers, as the event subscription has it. */
export interface Destination {
  readonly properties: DestinationProperties;
  /** Whether its properties hold a secret. */
  readonly secret: boolean;
  /** Where Event Grid delivers with the topic's managed identity: what that needs. */
  readonly access?: Access;
}

type DestinationProperties =
  | {
      endpointType: "WebHook";
      endpointUrl: pulumi.Input<string>;
      azureActiveDirectoryTenantId?: pulumi.Input<string>;
      azureActiveDirectoryApplicationIdOrUri?: pulumi.Input<string>;
    }
  | { endpointType: "AzureFunction"; resourceId: pulumi.Input<string> }
  | { endpointType: "ServiceBusQueue"; resourceId: pulumi.Input<string> }
  | {
      endpointType: "StorageQueue";
      resourceId: pulumi.Input<string>;
      queueName: pulumi.Input<string>;
      queueMessageTimeToLiveInSeconds?: number;
    };

/** The one destination that an event subscription gives; `undefined` where that is a problem. */
export function resolveDestination(
  path: string,
  { webhook, automationRunbook, azureFunction, serviceBusQueue, storageQueue }: EventDestinationArgs,
  problems: Problems,
): Destination | undefined {
  const given = present({ webhook, automationRunbook, azureFunction, serviceBusQueue, storageQueue });
  if (given.length !== 1) {
    const found = given.length > 1 ? `has ${given.join(" and ")}: ` : "";
    problems.add(
      path,
      `${found}give one of webhook, automationRunbook, azureFunction, serviceBusQueue and storageQueue.`,
    );
    return undefined;
  }
  if (webhook) return toWebhook(`${path}.webhook`, webhook, problems);
  if (automationRunbook) return toRunbook(`${path}.automationRunbook`, automationRunbook, problems);
  if (azureFunction) return toFunction(`${path}.azureFunction`, azureFunction, problems);
  if (serviceBusQueue) return toServiceBus(`${path}.serviceBusQueue`, serviceBusQueue, problems);
  return storageQueue && toStorage(`${path}.storageQueue`, storageQueue, problems);
}

function toWebhook(path: string, { endpointUrl, entra }: WebhookArgs, problems: Problems): Destination {
  const url = required(`${path}.endpointUrl`, endpointUrl, problems, (value) =>
    isRunbookUrl(value)
      ? "is the URL of an Automation webhook: give it under automationRunbook."
      : wrongWebhookUrl(value),
  );
  return {
    properties: {
      endpointType: "WebHook",
      endpointUrl: pulumi.secret(url),
      ...(entra && {
        azureActiveDirectoryTenantId: required(`${path}.entra.tenantId`, entra.tenantId, problems, wrongTenant),
        azureActiveDirectoryApplicationIdOrUri: required(
          `${path}.entra.applicationIdOrUri`,
          entra.applicationIdOrUri,
          problems,
          wrongApplication,
        ),
      }),
    },
    secret: true,
  };
}

function toRunbook(path: string, { webhookUrl }: AutomationRunbookArgs, problems: Problems): Destination {
  const url = required(`${path}.webhookUrl`, webhookUrl, problems, wrongRunbookUrl);
  return { properties: { endpointType: "WebHook", endpointUrl: pulumi.secret(url) }, secret: true };
}

const wrongFunction = resourceIdOf("Microsoft.Web/sites/functions", "a function of a function app");

function toFunction(path: string, { functionId }: AzureFunctionArgs, problems: Problems): Destination {
  const resourceId = required(`${path}.functionId`, functionId, problems, wrongFunction);
  return { properties: { endpointType: "AzureFunction", resourceId }, secret: false };
}

const wrongServiceBusQueue = resourceIdOf("Microsoft.ServiceBus/namespaces/queues", "a Service Bus queue");

function toServiceBus(path: string, { queueId }: ServiceBusQueueArgs, problems: Problems): Destination {
  const resourceId = required(`${path}.queueId`, queueId, problems, wrongServiceBusQueue);
  return {
    properties: { endpointType: "ServiceBusQueue", resourceId },
    secret: false,
    access: { place: [queueId], scope: resourceId, role: identityDestinations.serviceBusQueue },
  };
}

/** What is wrong with a value that must be the resource id of a storage account. */
export const wrongStorageAccount = resourceIdOf("Microsoft.Storage/storageAccounts", "a storage account");

function toStorage(path: string, args: StorageQueueArgs, problems: Problems): Destination {
  const { messageTimeToLiveInSeconds: timeToLive } = args;
  const resourceId = required(`${path}.storageAccountId`, args.storageAccountId, problems, wrongStorageAccount);
  const queueName = required(`${path}.queueName`, args.queueName, problems, wrongStorageName);
  if (timeToLive !== undefined && timeToLive !== -1 && !(Number.isInteger(timeToLive) && timeToLive > 0)) {
    problems.add(
      `${path}.messageTimeToLiveInSeconds`,
      `${timeToLive} is neither a whole number of seconds from 1 nor -1, for ever.`,
    );
  }
  return {
    properties: {
      endpointType: "StorageQueue",
      resourceId,
      queueName,
      ...(timeToLive !== undefined && { queueMessageTimeToLiveInSeconds: timeToLive }),
    },
    secret: false,
    access: {
      place: [args.storageAccountId, args.queueName],
      scope: pulumi.interpolate`${resourceId}/queueServices/default/queues/${queueName}`,
      role: identityDestinations.storageQueue,
    },
  };
}

function wrongTenant(id: string): string | undefined {
  return isGuid(id) ? undefined : `${JSON.stringify(id)} is not the id of a Microsoft Entra tenant, a GUID.`;
}

function wrongApplication(text: string): string | undefined {
  return isGuid(text) || /^[a-z][a-z0-9+.-]*:\S+$/i.test(text)
    ? undefined
    : `${JSON.stringify(text)} is neither the id of an application, a GUID, nor an application id URI such as "api://...".`;
}
