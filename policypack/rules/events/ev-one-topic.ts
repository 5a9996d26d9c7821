import { deliveryStatements, maintenanceEvents } from "../../../facts/schedules";
import { findOf } from "../../stack/three-valued";
import { judge } from "../judge";
import { broken, met, notApplicable, type Rule } from "../rule";

/** A maintenance configuration has one system topic. Of two, the finding is always on the one whose name comes later. */
export const evOneTopic: Rule = {
  code: "AUM110",
  name: "ev-one-topic",
  area: "Events",
  title: "A maintenance configuration has one system topic.",
  why: "Azure refuses the second topic of a source.",
  level: "mandatory",
  since: "2026-11",
  source: [...maintenanceEvents.source, ...deliveryStatements.oneTopic.source],
  check: ({ systemTopics }) =>
    systemTopics.map((topic) =>
      judge(topic.resource, () => {
        if (!topic.isOfMaintenance) return notApplicable("it is no topic of a maintenance configuration");
        const others = systemTopics.filter(({ resource }) => resource.urn < topic.resource.urn);
        const earlier = findOf(others, (each) => topic.sharesSourceWith(each));
        if (earlier === undefined) return met;
        return broken({
          property: "source",
          found: `that of ${earlier.resource.name} too`,
          mustBe: "a maintenance configuration without another topic",
          fix: "subscribe to the topic that there is: new eventgrid.SystemTopicEventSubscription(...), as many as there are handlers",
          component: "MaintenanceEvents",
          componentFix: "all handlers as eventSubscriptions of one",
        });
      }),
    ),
};
