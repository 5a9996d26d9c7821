import { evSchema as rule } from "../../../policypack/rules/events/ev-schema";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { storageAccount, storageTopicType, subscription, topic } from "../events";
import { schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const cloudEvents = { eventDeliverySchema: "CloudEventSchemaV1_0" };

describe("ev-schema", () => {
  it("is met by the Event Grid schema, which is the default", () => {
    expectVerdicts(rule, [schedule(), topic(), subscription()], { handler: met });
    const eventDeliverySchema = "eventgridschema";
    expectVerdicts(rule, [schedule(), topic(), subscription({ eventDeliverySchema })], { handler: met });
  });

  it("is broken by another schema", () => {
    expectVerdicts(rule, [schedule(), topic(), subscription(cloudEvents)], {
      handler: broken({
        property: "eventDeliverySchema",
        found: '"CloudEventSchemaV1_0"',
        mustBe: '"EventGridSchema"',
        fix: 'eventDeliverySchema: "EventGridSchema"',
        component: "MaintenanceEvents",
        componentFix: "its default",
      }),
    });
  });

  it("is not known while the schema or the topic is not", () => {
    const because = "is known only after deployment";
    expectVerdicts(rule, [schedule(), topic(), subscription({ eventDeliverySchema: unknown })], {
      handler: notKnown({ property: "eventDeliverySchema", because }),
    });
    expectVerdicts(rule, [schedule(), topic(), subscription(cloudEvents, {})], {
      handler: notKnown({ property: "systemTopicName", because }),
    });
  });

  it("does not apply to topics of something else", () => {
    const other = topic({ topicType: storageTopicType }, "topic", { source: ["account"] });
    expectVerdicts(rule, [storageAccount, other, subscription(cloudEvents)], {
      handler: notApplicable("it is on no topic of a maintenance configuration of this stack"),
    });
  });
});

describe("ev-schema as a remediation", () => {
  const path = "eventDeliverySchema";
  const filter = { includedEventTypes: ["Microsoft.Maintenance.PreMaintenanceEvent"] };

  it("sets the schema, where the events tell that they are of maintenance", () => {
    const subscribed = subscription({ filter, eventDeliverySchema: "CloudEventSchemaV1_0" });
    expectChanges(rule, subscribed, { path, value: "EventGridSchema" });
  });

  it("leaves alone what is right, what may be on another topic, and other resources", () => {
    expectChanges(rule, subscription({ filter }));
    expectChanges(rule, subscription({ filter, eventDeliverySchema: "eventgridschema" }));
    expectChanges(rule, subscription({ eventDeliverySchema: "CloudEventSchemaV1_0" }));
    const created = { includedEventTypes: ["Microsoft.Storage.BlobCreated"] };
    expectChanges(rule, subscription({ filter: created, eventDeliverySchema: "CloudEventSchemaV1_0" }));
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, subscription({ filter, eventDeliverySchema: unknown }), path);
  });
});
