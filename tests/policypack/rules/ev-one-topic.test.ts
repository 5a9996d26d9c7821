import { evOneTopic as rule } from "../../../policypack/rules/events/ev-one-topic";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { storageAccount, storageTopicType, topic } from "../events";
import { schedule } from "../fixture";
import { expectVerdicts } from "./expect";

const second = broken({
  property: "source",
  found: "that of after too",
  mustBe: "a maintenance configuration without another topic",
  fix: "subscribe to the topic that there is: new eventgrid.SystemTopicEventSubscription(...), as many as there are handlers",
  component: "MaintenanceEvents",
  componentFix: "all handlers as eventSubscriptions of one",
});
const id = (name: string) =>
  `/subscriptions/0000/resourceGroups/fleet/providers/Microsoft.Maintenance/maintenanceConfigurations/${name}`;

describe("ev-one-topic", () => {
  it("is met by one topic, and by one for each configuration", () => {
    expectVerdicts(rule, [schedule(), topic()], { topic: met });
    const nightly = topic({}, "after", { source: ["nightly"] });
    expectVerdicts(rule, [schedule(), schedule({}, "nightly"), topic(), nightly], { topic: met, after: met });
  });

  it("is broken by the second topic of a configuration, in whatever order they come", () => {
    expectVerdicts(rule, [schedule(), topic({}, "after"), topic({}, "before")], { after: met, before: second });
    expectVerdicts(rule, [schedule(), topic({}, "before"), topic({}, "after")], { before: second, after: met });
  });

  it("is broken by the second topic of an id, in any letter case", () => {
    const before = topic({ source: id("WEEKLY") }, "before", {});
    expectVerdicts(rule, [topic({ source: id("weekly") }, "after", {}), before], { after: met, before: second });
  });

  it("is not known while a source is not", () => {
    const before = topic({}, "before", {});
    expectVerdicts(rule, [topic({ source: id("weekly") }, "after", {}), before], {
      after: met,
      before: notKnown({ property: "source", because: "is known only after deployment" }),
    });
  });

  it("does not apply to topics of something else", () => {
    const other = topic({ topicType: storageTopicType }, "topic", { source: ["account"] });
    expectVerdicts(rule, [storageAccount, other], {
      topic: notApplicable("it is no topic of a maintenance configuration"),
    });
  });
});
