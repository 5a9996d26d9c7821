import { maintenanceEvents } from "../../../facts/schedules";
import { findOf } from "../../stack/three-valued";
import {
  everyMaintenanceSubscription,
  isMaintenanceEvent,
  remediateMaintenanceSubscription,
} from "../event-subscription";
import { broken, met, type Rule, show } from "../rule";

/**
 * A subscription to maintenance events asks for events that there are; without a list it gets them all. A remediation
 * drops the others, where one that there is remains.
 */
export const evTypes: Rule = {
  code: "AUM108",
  name: "ev-types",
  area: "Events",
  title: "A subscription to maintenance events includes none but the events before and after a run.",
  why: "The handler is never called, since no such event is sent.",
  level: "mandatory",
  since: "2026-11",
  source: maintenanceEvents.source,
  check: everyMaintenanceSubscription(({ settings }) => {
    const included = settings.object("filter").textsApart("includedEventTypes");
    const odd = findOf(included, ({ text }) => !isMaintenanceEvent(text()));
    if (odd === undefined) return met;
    const types = maintenanceEvents.types.map(show);
    return broken({
      property: odd.path,
      found: show(odd.text()),
      mustBe: types.join(" or "),
      fix: `filter: { includedEventTypes: [${types.join(", ")}] }`,
      component: "MaintenanceEvents",
      componentFix: "eventTypes of the event subscription, both by default",
    });
  }),
  remediate: remediateMaintenanceSubscription(({ settings }) => {
    const filter = settings.object("filter");
    const included = filter.texts("includedEventTypes");
    const right = included.filter(isMaintenanceEvent);
    return right.length === included.length ? [] : [{ path: filter.pathOf("includedEventTypes"), value: right }];
  }),
};
