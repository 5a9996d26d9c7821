import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import {
  type EventSubscriptionArgs,
  MaintenanceEvents,
  type MaintenanceEventsArgs,
  MaintenanceEventType,
} from "../../../index";
import { rules } from "../../../policypack/rules";
import { stackOf } from "../../policypack/fixture";
import { registered } from "../program";
import {
  functionId,
  identityId,
  maintenanceConfigurationId,
  runbookUrl,
  serviceBusQueueId,
  storageAccountId,
  webhookUrl,
} from "./arguments";

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const principalId = "11111111-2222-3333-4444-555555555555";
const accountId = fc.constantFrom<pulumi.Input<string>>(storageAccountId, storageAccountId.toUpperCase());

const toQueue = fc.oneof(
  fc.record({
    storageQueue: fc.record({
      storageAccountId: accountId,
      queueName: fc.constantFrom("events", "others"),
      messageTimeToLiveInSeconds: maybe(fc.constantFrom(-1, 60)),
    }),
  }),
  fc.record({ serviceBusQueue: fc.record({ queueId: fc.constant(serviceBusQueueId) }) }),
);
const toEndpoint = fc.constantFrom<EventSubscriptionArgs>(
  { azureFunction: { functionId } },
  { automationRunbook: { webhookUrl: runbookUrl } },
  { webhook: { endpointUrl: webhookUrl } },
  { webhook: { endpointUrl: webhookUrl, entra: { tenantId: principalId, applicationIdOrUri: "api://tickets" } } },
);

/** Event subscriptions to destinations, with settings. */
const subscriptions = (destination: fc.Arbitrary<EventSubscriptionArgs>) => {
  const settings = fc.record({
    eventTypes: maybe(fc.uniqueArray(fc.constantFrom(...Object.values(MaintenanceEventType)), { minLength: 1 })),
    retryPolicy: maybe(
      fc.record({
        maxDeliveryAttempts: maybe(fc.integer({ min: 1, max: 30 })),
        eventTimeToLiveInMinutes: maybe(fc.integer({ min: 1, max: 1440 })),
      }),
    ),
  });
  const subscription = fc.tuple(settings, destination).map(([one, other]) => ({ ...one, ...other }));
  return fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]{0,20}$/), subscription, {
    minKeys: 1,
    maxKeys: 4,
    noNullPrototype: true,
  });
};

const common = {
  resourceGroupName: fc.constant("patching"),
  maintenanceConfigurationId: fc.constant(maintenanceConfigurationId),
  location: maybe(fc.constant("westeurope")),
  tags: maybe(fc.constant({ team: "platform" })),
};
const withoutIdentity: fc.Arbitrary<MaintenanceEventsArgs> = fc.record({
  ...common,
  eventSubscriptions: subscriptions(toEndpoint),
});
/** At least one queue, so that what is said of the identity has an effect. */
const withIdentity: fc.Arbitrary<MaintenanceEventsArgs> = fc.record({
  ...common,
  eventSubscriptions: fc
    .tuple(subscriptions(fc.oneof(toQueue, toEndpoint)), toQueue)
    .map(([all, queue]) => ({ ...all, always: queue })),
  userAssignedIdentity: maybe(fc.constant({ id: identityId, principalId })),
  roles: maybe(fc.record({ skip: fc.boolean() })),
  deadLetter: maybe(fc.record({ storageAccountId: accountId, blobContainerName: fc.constant("undelivered") })),
});

describe("whatever arguments MaintenanceEvents takes", () => {
  it("it assigns each role once, delivers every subscription and breaks no rule of the pack", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(withoutIdentity, withIdentity), async (args) => {
        const resources = await registered(() => new MaintenanceEvents("weekly", args));
        const inputsOf = (type: string) =>
          resources.filter((resource) => resource.type.endsWith(`:${type}`)).map(({ inputs }) => inputs);
        const names = inputsOf("RoleAssignment").map(({ roleAssignmentName }) => roleAssignmentName);
        assert.equal(new Set(names).size, names.length, "a role is assigned twice");
        const delivered = inputsOf("SystemTopicEventSubscription");
        assert.equal(delivered.length, Object.keys(args.eventSubscriptions).length);
        const [topic] = inputsOf("SystemTopic");
        for (const { destination, deliveryWithResourceIdentity } of delivered) {
          assert.notEqual(destination === undefined, deliveryWithResourceIdentity === undefined);
          if (deliveryWithResourceIdentity) assert.ok(topic?.identity);
        }
        const broken = rules.flatMap(({ name, check }) =>
          check(stackOf(...resources), {})
            .filter(({ outcome }) => outcome === "broken")
            .map(({ subject }) => `${name} ${subject.name}`),
        );
        assert.deepEqual(broken, []);
      }),
      { numRuns: 50 },
    );
  });
});
