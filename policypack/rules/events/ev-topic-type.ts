import { maintenanceEvents } from "../../../facts/schedules";
import { SystemTopic } from "../../stack/system-topic";
import { everyResource } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

const componentFix = "maintenanceConfigurationId: schedule.maintenanceConfigurationId";

/**
 * A system topic has the type and the source of maintenance events, both or neither. A remediation mends the type where
 * the source is known; which maintenance configuration a wrong source should be, only its owner knows.
 */
export const evTopicType: Rule = {
  code: "AUM107",
  name: "ev-topic-type",
  area: "Events",
  title: "A system topic for maintenance events has their topicType and a maintenance configuration as its source.",
  why: "Azure refuses the topic, and no event is sent before or after a run.",
  level: "mandatory",
  since: "2026-11",
  source: maintenanceEvents.source,
  check: everyResource(["eventgrid:SystemTopic"], (resource) => {
    const topic = new SystemTopic(resource);
    if (!topic.isOfMaintenance) return notApplicable("it is no topic of a maintenance configuration");
    if (!topic.hasMaintenanceType) {
      return broken({
        property: "topicType",
        found: show(resource.settings.text("topicType")),
        mustBe: `${show(maintenanceEvents.topicType)} for a maintenance configuration`,
        fix: `topicType: ${show(maintenanceEvents.topicType)}`,
        component: "MaintenanceEvents",
        componentFix,
      });
    }
    if (topic.hasMaintenanceSource) return met;
    return broken({
      property: "source",
      found: show(resource.settings.text("source")),
      mustBe: "the id of a maintenance configuration",
      fix: "source: schedule.id",
      component: "MaintenanceEvents",
      componentFix,
    });
  }),
  remediate: (resource) => {
    if (resource.type !== "eventgrid:SystemTopic") return [];
    const topic = new SystemTopic(resource);
    if (!topic.isOfMaintenance || topic.hasMaintenanceType) return [];
    return [{ path: "topicType", value: maintenanceEvents.topicType }];
  },
};
