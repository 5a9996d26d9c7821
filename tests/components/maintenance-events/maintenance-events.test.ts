import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { designMaintenanceEvents } from "../../../components/maintenance-events/design";
import { roleAssignmentName } from "../../../components/shared/role-assignment";
import {
  type EventDestinationArgs,
  MaintenanceEvents,
  type MaintenanceEventsArgs,
  MaintenanceEventType,
} from "../../../index";
import { failure, registered, resolved } from "../program";
import {
  functionId,
  identityId,
  maintenanceConfigurationId,
  minimal,
  runbookUrl,
  serviceBusQueueId,
  storageAccountId,
  webhookUrl,
} from "./arguments";

const topicType = "azure-native:eventgrid:SystemTopic";
const subscriptionType = "azure-native:eventgrid:SystemTopicEventSubscription";
const roleAssignmentType = "azure-native:authorization:RoleAssignment";
const { PreMaintenanceEvent, PostMaintenanceEvent } = MaintenanceEventType;
const both = [PreMaintenanceEvent, PostMaintenanceEvent];
const topicPrincipalId = "77777777-8888-9999-0000-111111111111";
const principalId = "11111111-2222-3333-4444-555555555555";

const roles = {
  serviceBusQueue: "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39",
  storageQueue: "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
  deadLetter: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
};

/** What the component registers below itself, of each type by name. */
async function resourcesOf(args: MaintenanceEventsArgs) {
  const resources = (await registered(() => new MaintenanceEvents("weekly", args))).slice(1);
  const ofType = (wanted: string) =>
    Object.fromEntries(resources.filter(({ type }) => type === wanted).map(({ name, inputs }) => [name, inputs]));
  return { topics: ofType(topicType), subscriptions: ofType(subscriptionType), roles: ofType(roleAssignmentType) };
}

/** The SDK itself fills in how subjects are compared, and what a retry policy leaves out. */
const filter = (includedEventTypes: readonly MaintenanceEventType[]) => ({
  includedEventTypes,
  isSubjectCaseSensitive: false,
});

const subscription = (properties: object) => ({
  resourceGroupName: "patching",
  systemTopicName: "weekly1a2b3c4d",
  eventDeliverySchema: "EventGridSchema",
  filter: filter(both),
  ...properties,
});

const grant = (scope: string, principal: string, role: string) => ({
  roleAssignmentName: roleAssignmentName(scope, principal, role),
  scope,
  principalId: principal,
  principalType: "ServicePrincipal",
  roleDefinitionId: `/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/${role}`,
  description: "Event Grid delivers the events of a maintenance configuration",
});

const storageQueue = { storageAccountId, queueName: "events" };
const queueScope = `${storageAccountId}/queueServices/default/queues/events`;
const containerScope = `${storageAccountId}/blobServices/default/containers/undelivered`;

describe("MaintenanceEvents", () => {
  it("delivers both events to a function, without an identity", async () => {
    assert.deepEqual(await resourcesOf(minimal), {
      topics: {
        weekly: {
          resourceGroupName: "patching",
          source: maintenanceConfigurationId,
          topicType: "Microsoft.Maintenance.MaintenanceConfigurations",
        },
      },
      subscriptions: {
        "weekly-drain": subscription({ destination: { endpointType: "AzureFunction", resourceId: functionId } }),
      },
      roles: {},
    });
  });

  it("delivers to queues with the topic's identity, which may send to them alone", async () => {
    const {
      topics,
      subscriptions,
      roles: granted,
    } = await resourcesOf({
      ...minimal,
      location: "westeurope",
      systemTopicName: "weekly-topic",
      tags: { team: "platform" },
      eventSubscriptions: {
        archive: { storageQueue: { ...storageQueue, messageTimeToLiveInSeconds: -1 } },
        reports: {
          eventTypes: [PostMaintenanceEvent],
          eventSubscriptionName: "reports",
          serviceBusQueue: { queueId: serviceBusQueueId },
          retryPolicy: { maxDeliveryAttempts: 5 },
        },
      },
      deadLetter: { storageAccountId, blobContainerName: "undelivered" },
    });
    const identity = { type: "SystemAssigned" };
    const deadLetterWithResourceIdentity = {
      deadLetterDestination: {
        endpointType: "StorageBlob",
        resourceId: storageAccountId,
        blobContainerName: "undelivered",
      },
      identity,
    };
    assert.deepEqual(topics.weekly, {
      resourceGroupName: "patching",
      location: "westeurope",
      systemTopicName: "weekly-topic",
      tags: { team: "platform" },
      source: maintenanceConfigurationId,
      topicType: "Microsoft.Maintenance.MaintenanceConfigurations",
      identity,
    });
    assert.deepEqual(subscriptions, {
      "weekly-archive": subscription({
        deliveryWithResourceIdentity: {
          destination: {
            endpointType: "StorageQueue",
            resourceId: storageAccountId,
            queueName: "events",
            queueMessageTimeToLiveInSeconds: -1,
          },
          identity,
        },
        deadLetterWithResourceIdentity,
      }),
      "weekly-reports": subscription({
        eventSubscriptionName: "reports",
        filter: filter([PostMaintenanceEvent]),
        deliveryWithResourceIdentity: {
          destination: { endpointType: "ServiceBusQueue", resourceId: serviceBusQueueId },
          identity,
        },
        deadLetterWithResourceIdentity,
        retryPolicy: { maxDeliveryAttempts: 5, eventTimeToLiveInMinutes: 1440 },
      }),
    });
    assert.deepEqual(granted, {
      "weekly-archive": grant(queueScope, topicPrincipalId, roles.storageQueue),
      "weekly-reports": grant(serviceBusQueueId, topicPrincipalId, roles.serviceBusQueue),
      "weekly-dead-letter": grant(containerScope, topicPrincipalId, roles.deadLetter),
    });
  });

  it("delivers with an identity of one's own", async () => {
    const {
      topics,
      subscriptions,
      roles: granted,
    } = await resourcesOf({
      ...minimal,
      eventSubscriptions: { archive: { storageQueue } },
      userAssignedIdentity: { id: identityId, principalId },
    });
    assert.deepEqual(topics.weekly?.identity, { type: "UserAssigned", userAssignedIdentities: { [identityId]: {} } });
    assert.deepEqual(subscriptions["weekly-archive"]?.deliveryWithResourceIdentity, {
      destination: { endpointType: "StorageQueue", resourceId: storageAccountId, queueName: "events" },
      identity: { type: "UserAssigned", userAssignedIdentity: identityId },
    });
    assert.deepEqual(granted, { "weekly-archive": grant(queueScope, principalId, roles.storageQueue) });
  });

  it("grants no roles where somebody else does", async () => {
    const args = { ...minimal, eventSubscriptions: { archive: { storageQueue } }, roles: { skip: true } };
    const { topics, roles: granted } = await resourcesOf(args);
    assert.deepEqual(topics.weekly?.identity, { type: "SystemAssigned" });
    assert.deepEqual(granted, {});
  });

  it("grants a role once at a queue that subscriptions share, given as text or as an output", async () => {
    for (const id of [storageAccountId, pulumi.output(storageAccountId)]) {
      const shared = { storageQueue: { storageAccountId: id, queueName: "events" } };
      const other = { storageQueue: { storageAccountId: id, queueName: "others" } };
      const { roles: granted } = await resourcesOf({
        ...minimal,
        eventSubscriptions: { before: shared, after: shared, others: other },
      });
      assert.deepEqual(Object.keys(granted).sort(), ["weekly-before", "weekly-others"]);
    }
  });

  it("calls webhooks with a token of Microsoft Entra, and runbooks with theirs", async () => {
    const entra = { tenantId: principalId, applicationIdOrUri: "api://tickets" };
    const { subscriptions } = await resourcesOf({
      ...minimal,
      eventSubscriptions: {
        tickets: { webhook: { endpointUrl: webhookUrl, entra } },
        runbook: { automationRunbook: { webhookUrl: runbookUrl } },
      },
    });
    assert.deepEqual(subscriptions, {
      "weekly-tickets": subscription({
        destination: {
          endpointType: "WebHook",
          endpointUrl: webhookUrl,
          azureActiveDirectoryTenantId: principalId,
          azureActiveDirectoryApplicationIdOrUri: "api://tickets",
        },
      }),
      "weekly-runbook": subscription({ destination: { endpointType: "WebHook", endpointUrl: runbookUrl } }),
    });
  });

  it("gives pre-events up when their run begins, unless it is told otherwise", async () => {
    const eventTypes = [PreMaintenanceEvent];
    const azureFunction = { functionId };
    const { subscriptions } = await resourcesOf({
      ...minimal,
      eventSubscriptions: {
        start: { eventTypes, azureFunction, retryPolicy: { maxDeliveryAttempts: 3 } },
        drain: { eventTypes, azureFunction, retryPolicy: { eventTimeToLiveInMinutes: 10 } },
      },
    });
    assert.deepEqual(
      Object.values(subscriptions).map(({ retryPolicy }) => retryPolicy),
      [
        { eventTimeToLiveInMinutes: 30, maxDeliveryAttempts: 3 },
        { eventTimeToLiveInMinutes: 10, maxDeliveryAttempts: 30 },
      ],
    );
  });

  it("has the ids of what it creates", async () => {
    let events: MaintenanceEvents | undefined;
    let outputs: unknown;
    await registered(async () => {
      events = new MaintenanceEvents("weekly", { ...minimal, eventSubscriptions: { archive: { storageQueue } } });
      const { systemTopicId, systemTopicName, eventSubscriptionIds, principalId: deliverer } = events;
      outputs = await resolved(
        pulumi.output({ systemTopicId, systemTopicName, eventSubscriptionIds, principalId: deliverer }),
      );
    });
    assert.deepEqual(outputs, {
      systemTopicId: `${topicType}/weekly`,
      systemTopicName: "weekly1a2b3c4d",
      eventSubscriptionIds: { archive: `${subscriptionType}/weekly-archive` },
      principalId: topicPrincipalId,
    });
  });

  it("checks an output when it resolves, and keeps a secret one to itself", async () => {
    const { subscriptions } = designed({ webhook: { endpointUrl: pulumi.output("http://example.com/?code=s3cr3t") } });
    const properties = subscriptions[0]?.destination.properties;
    assert.equal(properties?.endpointType, "WebHook");
    const url = pulumi.output(properties?.endpointType === "WebHook" ? properties.endpointUrl : "");
    const error = await failure(url);
    assert.ok(error instanceof Error);
    assert.equal(
      error.message,
      'MaintenanceEvents "weekly" cannot be created:\n  eventSubscriptions.tickets.webhook.endpointUrl: is not an https:// URL, which Event Grid delivers to alone. See https://learn.microsoft.com/azure/event-grid/handler-webhooks',
    );
  });

  it("makes secrets of the URLs of webhooks", async () => {
    const given = { webhook: { endpointUrl: webhookUrl }, runbook: { webhookUrl: runbookUrl } };
    for (const destination of [{ webhook: given.webhook }, { automationRunbook: given.runbook }]) {
      const { subscriptions } = designed(destination);
      const properties = subscriptions[0]?.destination.properties;
      const url = properties?.endpointType === "WebHook" ? properties.endpointUrl : "";
      assert.equal(await pulumi.isSecret(pulumi.output(url)), true);
    }
  });
});

function designed(destination: EventDestinationArgs) {
  return designMaintenanceEvents("weekly", { ...minimal, eventSubscriptions: { tickets: destination } });
}
