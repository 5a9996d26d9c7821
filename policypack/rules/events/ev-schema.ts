import { maintenanceEvents } from "../../../facts/schedules";
import { sameName } from "../../stack/arm-id";
import type { StackResource } from "../../stack/resource";
import { everyMaintenanceSubscription, remediateMaintenanceSubscription } from "../event-subscription";
import { mend } from "../remediate";
import { type Answer, broken, met, type Rule, show } from "../rule";

/** Maintenance events are delivered in the schema that is documented for them, which is Azure's default. */
export const evSchema: Rule = {
  code: "AUM109",
  name: "ev-schema",
  area: "Events",
  title: "A subscription to maintenance events delivers them in the Event Grid schema.",
  why: "The handler gets events in another shape than the one that is documented for maintenance events.",
  level: "advisory",
  since: "2026-11",
  source: maintenanceEvents.source,
  check: everyMaintenanceSubscription(answerOf),
  remediate: remediateMaintenanceSubscription((subscription) =>
    mend(answerOf(subscription), maintenanceEvents.eventDeliverySchema),
  ),
};

function answerOf({ settings }: StackResource): Answer {
  const property = "eventDeliverySchema";
  const schema = settings.text(property);
  if (sameName(schema ?? maintenanceEvents.eventDeliverySchema, maintenanceEvents.eventDeliverySchema)) return met;
  return broken({
    property,
    found: show(schema),
    mustBe: show(maintenanceEvents.eventDeliverySchema),
    fix: `${property}: ${show(maintenanceEvents.eventDeliverySchema)}`,
    component: "MaintenanceEvents",
    componentFix: "its default",
  });
}
