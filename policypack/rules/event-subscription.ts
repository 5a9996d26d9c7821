import { maintenanceEvents } from "../../facts/schedules";
import { sameName } from "../stack/arm-id";
import type { StackResource } from "../stack/resource";
import { topicOf } from "../stack/system-topic";
import { someOf } from "../stack/three-valued";
import { everyResource, provided } from "./judge";
import { type Answer, type Change, notApplicable, type Rule } from "./rule";

const subscriptionType = "eventgrid:SystemTopicEventSubscription";

/** A check that asks the same of every subscription to the events of a maintenance configuration. */
export function everyMaintenanceSubscription(ask: (subscription: StackResource) => Answer): Rule["check"] {
  return everyResource([subscriptionType], (subscription, { systemTopics }) =>
    provided(
      () =>
        topicOf(subscription, systemTopics)?.isOfMaintenance
          ? undefined
          : notApplicable("it is on no topic of a maintenance configuration of this stack"),
      () => ask(subscription),
    ),
  );
}

/**
 * A remediation of subscriptions to the events of a maintenance configuration. It sees no topic, so a subscription counts
 * as one by what it includes: an event that no other topic has.
 */
export function remediateMaintenanceSubscription(
  changesOf: (subscription: StackResource) => readonly Change[],
): NonNullable<Rule["remediate"]> {
  return (resource) => {
    if (resource.type !== subscriptionType) return [];
    const included = resource.settings.object("filter").textsApart("includedEventTypes");
    return someOf(included, ({ text }) => isMaintenanceEvent(text())) ? changesOf(resource) : [];
  };
}

/** Whether an event type is one of those of maintenance configurations. */
export function isMaintenanceEvent(type: string): boolean {
  return maintenanceEvents.types.some((each) => sameName(each, type));
}
