import type { StackResource } from "../stack/resource";
import { topicOf } from "../stack/system-topic";
import { everyResource, provided } from "./judge";
import { type Answer, notApplicable, type Rule } from "./rule";

/** A check that asks the same of every subscription to the events of a maintenance configuration. */
export function everyMaintenanceSubscription(ask: (subscription: StackResource) => Answer): Rule["check"] {
  return everyResource(["eventgrid:SystemTopicEventSubscription"], (subscription, { systemTopics }) =>
    provided(
      () =>
        topicOf(subscription, systemTopics)?.isOfMaintenance
          ? undefined
          : notApplicable("it is on no topic of a maintenance configuration of this stack"),
      () => ask(subscription),
    ),
  );
}
