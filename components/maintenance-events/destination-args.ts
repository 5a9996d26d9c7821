import type * as pulumi from "@pulumi/pulumi";

/** The application in Microsoft Entra ID that protects a webhook. */
export interface WebhookEntraArgs {
  /** The Microsoft Entra tenant of the application, a GUID. */
  tenantId: pulumi.Input<string>;
  /** The application's id or its application id URI, for which Event Grid gets the token that it sends along. */
  applicationIdOrUri: pulumi.Input<string>;
}

/** A webhook: an HTTPS endpoint that answers Event Grid's validation. */
export interface WebhookArgs {
  /** The endpoint's URL, `https://...`. It is kept as a secret, since it may hold a key. */
  endpointUrl: pulumi.Input<string>;
  /**
   * The application whose token Event Grid sends with every event. Whoever deploys must own the application's service
   * principal or have a role on it (https://learn.microsoft.com/azure/event-grid/secure-webhook-delivery). Default: no
   * token, so that whoever knows the URL can call it.
   */
  entra?: WebhookEntraArgs;
}

/** A runbook of Azure Automation, started by its webhook. */
export interface AutomationRunbookArgs {
  /**
   * The webhook's URL, `https://....azure-automation.net/webhooks?token=...`, which Automation shows once, when the
   * webhook is made. It is kept as a secret: Automation checks nothing else of a request
   * (https://learn.microsoft.com/azure/automation/automation-webhooks).
   */
  webhookUrl: pulumi.Input<string>;
}

/** A function of a function app, with an Event Grid trigger. */
export interface AzureFunctionArgs {
  /** The resource id of the function, `.../Microsoft.Web/sites/<app>/functions/<function>`. */
  functionId: pulumi.Input<string>;
}

/** A queue of a Service Bus namespace. Events come there with the managed identity of the system topic. */
export interface ServiceBusQueueArgs {
  /** The resource id of the queue, `.../Microsoft.ServiceBus/namespaces/<namespace>/queues/<queue>`. */
  queueId: pulumi.Input<string>;
}

/** A queue of a storage account. Events come there with the managed identity of the system topic. */
export interface StorageQueueArgs {
  /** The resource id of the storage account. */
  storageAccountId: pulumi.Input<string>;
  /** The name of the queue. */
  queueName: pulumi.Input<string>;
  /** How long a message stays in the queue, in seconds; `-1` for ever. Default: Azure's, seven days. */
  messageTimeToLiveInSeconds?: number;
}

/** Where events are delivered: exactly one of these. */
export interface EventDestinationArgs {
  /** A webhook of one's own. */
  webhook?: WebhookArgs;
  /** A runbook of Azure Automation. */
  automationRunbook?: AutomationRunbookArgs;
  /** A function with an Event Grid trigger. */
  azureFunction?: AzureFunctionArgs;
  /** A queue of a Service Bus namespace. */
  serviceBusQueue?: ServiceBusQueueArgs;
  /** A queue of a storage account. */
  storageQueue?: StorageQueueArgs;
}
