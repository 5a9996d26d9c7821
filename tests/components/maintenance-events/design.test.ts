import assert from "node:assert/strict";
import * as fc from "fast-check";
import { designMaintenanceEvents } from "../../../components/maintenance-events/design";
import { MaintenanceEventType } from "../../../index";
import {
  functionId,
  identityId,
  minimal,
  problemsOf,
  problemsOfSubscription,
  runbookUrl,
  serviceBusQueueId,
  storageAccountId,
  webhookUrl,
} from "./arguments";

const { PreMaintenanceEvent, PostMaintenanceEvent } = MaintenanceEventType;
const principalId = "11111111-2222-3333-4444-555555555555";
const azureFunction = { functionId };
const oneOfThem = "give one of webhook, automationRunbook, azureFunction, serviceBusQueue and storageQueue.";
const noEffect =
  "has no effect: webhooks and functions are not reached with a managed identity. See https://learn.microsoft.com/azure/event-grid/add-identity-roles";
const storageName =
  "is not allowed: a name has 3 to 63 lower-case letters, digits and single hyphens between them. See https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules";

describe("the arguments of MaintenanceEvents", () => {
  it("may be the fewest", () => assert.deepEqual(problemsOf({}), []));

  it("are all said to be missing at once", () => {
    const nothing = {
      resourceGroupName: undefined,
      maintenanceConfigurationId: undefined,
      eventSubscriptions: undefined,
    };
    assert.deepEqual(problemsOf(nothing), [
      "resourceGroupName: give the resource group of the maintenance configuration.",
      "maintenanceConfigurationId: is missing.",
      "eventSubscriptions: give at least one: without it no event is delivered.",
    ]);
  });

  it("name a maintenance configuration", () => {
    assert.deepEqual(problemsOf({ maintenanceConfigurationId: functionId }), [
      `maintenanceConfigurationId: "${functionId}" is not the resource id of a maintenance configuration.`,
    ]);
  });

  it("give one destination for each event subscription", () => {
    assert.deepEqual(problemsOfSubscription({}), [`eventSubscriptions.drain: ${oneOfThem}`]);
    assert.deepEqual(problemsOfSubscription({ azureFunction, webhook: { endpointUrl: webhookUrl } }), [
      `eventSubscriptions.drain: has webhook and azureFunction: ${oneOfThem}`,
    ]);
  });

  it("name events, each once", () => {
    assert.deepEqual(problemsOfSubscription({ azureFunction, eventTypes: [] }), [
      "eventSubscriptions.drain.eventTypes: is empty: leave it out for both events.",
    ]);
    const eventTypes = [PreMaintenanceEvent, "PostMaintenanceEvent", PreMaintenanceEvent];
    assert.deepEqual(problemsOfSubscription({ azureFunction, eventTypes }), [
      `eventSubscriptions.drain.eventTypes[1]: "PostMaintenanceEvent" is not one of "${PreMaintenanceEvent}" or "${PostMaintenanceEvent}".`,
      "eventSubscriptions.drain.eventTypes[2]: is given twice.",
    ]);
  });

  it("give names that Event Grid takes, and no others", () => {
    const wrong = (name: string) =>
      `"${name}" is not allowed: the name of an event subscription has 3 to 64 letters, digits and hyphens.`;
    assert.deepEqual(problemsOfSubscription({ azureFunction, eventSubscriptionName: "a b" }), [
      `eventSubscriptions.drain.eventSubscriptionName: ${wrong("a b")}`,
    ]);
    assert.deepEqual(problemsOf({ eventSubscriptions: { a_b: { azureFunction } } }), [
      `eventSubscriptions.a_b.eventSubscriptionName: ${wrong("weekly-a_b")} Give one, or the subscription another name.`,
    ]);
    const character = fc.constantFrom(..."aZ09-_. ");
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 1, maxLength: 70 }), (eventSubscriptionName) => {
        const taken = /^[a-zA-Z0-9-]{3,64}$/.test(eventSubscriptionName);
        assert.equal(problemsOfSubscription({ azureFunction, eventSubscriptionName }).length, taken ? 0 : 1);
      }),
    );
  });

  it("try for 1 to 30 times and 1 to 1440 minutes", () => {
    const retryPolicy = { maxDeliveryAttempts: 31, eventTimeToLiveInMinutes: 0.5 };
    assert.deepEqual(problemsOfSubscription({ azureFunction, retryPolicy }), [
      "eventSubscriptions.drain.retryPolicy.maxDeliveryAttempts: 31 is not a whole number from 1 to 30.",
      "eventSubscriptions.drain.retryPolicy.eventTimeToLiveInMinutes: 0.5 is not a whole number from 1 to 1440.",
    ]);
  });

  it("give ids of the right resources", () => {
    assert.deepEqual(problemsOfSubscription({ azureFunction: { functionId: storageAccountId } }), [
      `eventSubscriptions.drain.azureFunction.functionId: "${storageAccountId}" is not the resource id of a function of a function app.`,
    ]);
    assert.deepEqual(problemsOfSubscription({ serviceBusQueue: { queueId: storageAccountId } }), [
      `eventSubscriptions.drain.serviceBusQueue.queueId: "${storageAccountId}" is not the resource id of a Service Bus queue.`,
    ]);
    const storageQueue = { storageAccountId: serviceBusQueueId, queueName: "Events", messageTimeToLiveInSeconds: 0 };
    assert.deepEqual(problemsOfSubscription({ storageQueue }), [
      `eventSubscriptions.drain.storageQueue.storageAccountId: "${serviceBusQueueId}" is not the resource id of a storage account.`,
      `eventSubscriptions.drain.storageQueue.queueName: "Events" ${storageName}`,
      "eventSubscriptions.drain.storageQueue.messageTimeToLiveInSeconds: 0 is neither a whole number of seconds from 1 nor -1, for ever.",
    ]);
    assert.deepEqual(problemsOf({ deadLetter: { storageAccountId: functionId, blobContainerName: "a--b" } }), [
      `deadLetter.storageAccountId: "${functionId}" is not the resource id of a storage account.`,
      `deadLetter.blobContainerName: "a--b" ${storageName}`,
    ]);
    const storage = { storageQueue: { storageAccountId, queueName: "events" } };
    const eventSubscriptions = { drain: storage };
    assert.deepEqual(
      problemsOf({ eventSubscriptions, userAssignedIdentity: { id: functionId, principalId: "events" } }),
      [
        `userAssignedIdentity.id: "${functionId}" is not the resource id of a user-assigned managed identity.`,
        'userAssignedIdentity.principalId: "events" is not the object id of a principal, a GUID.',
      ],
    );
  });

  it("say nothing of an identity that delivers nothing", () => {
    assert.deepEqual(problemsOf({ userAssignedIdentity: { id: identityId, principalId }, roles: { skip: true } }), [
      `userAssignedIdentity: ${noEffect}`,
      `roles: ${noEffect}`,
    ]);
  });

  describe("with webhooks", () => {
    const https =
      "is not an https:// URL, which Event Grid delivers to alone. See https://learn.microsoft.com/azure/event-grid/handler-webhooks";
    const automation =
      "is not the URL of an Automation webhook, https://....azure-automation.net/webhooks?token=.... See https://learn.microsoft.com/azure/automation/automation-webhooks";

    it("give URLs, which errors don't show", () => {
      for (const endpointUrl of ["http://example.com/?code=s3cr3t", "s3cr3t"]) {
        assert.deepEqual(problemsOfSubscription({ webhook: { endpointUrl } }), [
          `eventSubscriptions.drain.webhook.endpointUrl: ${https}`,
        ]);
      }
      assert.deepEqual(problemsOfSubscription({ webhook: { endpointUrl: runbookUrl } }), [
        "eventSubscriptions.drain.webhook.endpointUrl: is the URL of an Automation webhook: give it under automationRunbook.",
      ]);
      const wrong = [webhookUrl, runbookUrl.replace("s3cr3t", ""), runbookUrl.replace("https", "http"), "s3cr3t"];
      for (const url of wrong) {
        assert.deepEqual(problemsOfSubscription({ automationRunbook: { webhookUrl: url } }), [
          `eventSubscriptions.drain.automationRunbook.webhookUrl: ${automation}`,
        ]);
      }
    });

    it("take those of the sovereign clouds", () => {
      for (const cloud of ["net", "us", "cn"]) {
        const url = runbookUrl.replace(".net/", `.${cloud}/`);
        assert.deepEqual(problemsOfSubscription({ automationRunbook: { webhookUrl: url } }), []);
      }
    });

    it("name the application that protects them", () => {
      const webhook = { endpointUrl: webhookUrl, entra: { tenantId: "contoso", applicationIdOrUri: "tickets" } };
      assert.deepEqual(problemsOfSubscription({ webhook }), [
        'eventSubscriptions.drain.webhook.entra.tenantId: "contoso" is not the id of a Microsoft Entra tenant, a GUID.',
        'eventSubscriptions.drain.webhook.entra.applicationIdOrUri: "tickets" is neither the id of an application, a GUID, nor an application id URI such as "api://...".',
      ]);
      const tenantId = principalId;
      for (const applicationIdOrUri of [principalId, "api://tickets", "https://tickets.example.com"]) {
        const entra = { tenantId, applicationIdOrUri };
        assert.deepEqual(problemsOfSubscription({ webhook: { endpointUrl: webhookUrl, entra } }), []);
      }
      assert.deepEqual(problemsOfSubscription({ webhook: { endpointUrl: webhookUrl, entra: {} } }), [
        "eventSubscriptions.drain.webhook.entra.tenantId: is missing.",
        "eventSubscriptions.drain.webhook.entra.applicationIdOrUri: is missing.",
      ]);
    });
  });

  it("are all said to be wrong in one message", () => {
    const construct = () =>
      designMaintenanceEvents("weekly", {
        ...minimal,
        maintenanceConfigurationId: "weekly",
        eventSubscriptions: { drain: {} },
      });
    assert.throws(construct, {
      message: `MaintenanceEvents "weekly" cannot be created:
  maintenanceConfigurationId: "weekly" is not the resource id of a maintenance configuration.
  eventSubscriptions.drain: ${oneOfThem}`,
    });
  });
});
