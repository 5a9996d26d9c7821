import { evTopicType as rule } from "../../../policypack/rules/events/ev-topic-type";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { storageAccount, storageTopicType, topic } from "../events";
import { schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const topicType = "Microsoft.Maintenance.MaintenanceConfigurations";
const id = "/subscriptions/0000/resourceGroups/fleet/providers/microsoft.maintenance/MaintenanceConfigurations/weekly";
const component = {
  component: "MaintenanceEvents",
  componentFix: "maintenanceConfigurationId: schedule.maintenanceConfigurationId",
};
const wrongType = (found: string) =>
  broken({
    property: "topicType",
    found,
    mustBe: `"${topicType}" for a maintenance configuration`,
    fix: `topicType: "${topicType}"`,
    ...component,
  });
const wrongSource = (found: string) =>
  broken({
    property: "source",
    found,
    mustBe: "the id of a maintenance configuration",
    fix: "source: schedule.id",
    ...component,
  });

describe("ev-topic-type", () => {
  it("is met by the type and a configuration, by its resource or its id", () => {
    expectVerdicts(rule, [schedule(), topic()], { topic: met });
    expectVerdicts(rule, [topic({ source: id, topicType: topicType.toLowerCase() }, "topic", {})], { topic: met });
  });

  it("is broken by another type, or none", () => {
    expectVerdicts(rule, [schedule(), topic({ topicType: storageTopicType })], {
      topic: wrongType(`"${storageTopicType}"`),
    });
    expectVerdicts(rule, [schedule(), topic({ topicType: undefined })], { topic: wrongType("not set") });
  });

  it("is broken by another source, or none", () => {
    expectVerdicts(rule, [topic({ source: undefined }, "topic", {})], { topic: wrongSource("not set") });
    expectVerdicts(rule, [topic({ source: "weekly" }, "topic", {})], { topic: wrongSource('"weekly"') });
  });

  it("is not known while type or source is not", () => {
    expectVerdicts(rule, [schedule(), topic({ topicType: unknown })], {
      topic: notKnown({ property: "topicType", because: "is known only after deployment" }),
    });
    expectVerdicts(rule, [topic({}, "topic", {})], {
      topic: notKnown({ property: "source", because: "is known only after deployment" }),
    });
    // A source may be put together from the name of another resource.
    expectVerdicts(rule, [storageAccount, topic({}, "topic", { source: ["account"] })], {
      topic: notKnown({ property: "source", because: "is known only after deployment" }),
    });
  });

  it("does not apply to topics of something else", () => {
    expectVerdicts(rule, [storageAccount, topic({ topicType: storageTopicType }, "topic", { source: ["account"] })], {
      topic: notApplicable("it is no topic of a maintenance configuration"),
    });
  });
});

describe("ev-topic-type as a remediation", () => {
  it("sets the type, where the source is known to be a maintenance configuration", () => {
    const change = { path: "topicType", value: topicType };
    expectChanges(rule, topic({ source: id, topicType: storageTopicType }), change);
    expectChanges(rule, topic({ source: id, topicType: undefined }), change);
  });

  it("leaves alone what is right, a wrong source, topics of something else and other resources", () => {
    expectChanges(rule, topic({ source: id }));
    expectChanges(rule, topic({ source: "/subscriptions/0000" }));
    expectChanges(rule, topic({ source: "/subscriptions/0000", topicType: storageTopicType }));
    expectChanges(rule, topic({ topicType: storageTopicType }));
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, topic({ source: id, topicType: unknown }), "topicType");
  });
});
