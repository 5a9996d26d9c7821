import { Operation } from "../../../facts/operations";
import { updateSelection } from "../../../facts/schedules";
import { classificationsExistOn } from "../maintenance-schedule";
import type { Rule } from "../rule";

/** The classifications by which a schedule selects updates of Windows exist there. */
export const mcClassWindows: Rule = {
  code: "AUM089",
  name: "mc-class-windows",
  area: "Schedules",
  title: "A schedule selects updates of Windows by classifications of Windows.",
  why: "Azure does not take a classification that Windows does not have, or that is spelled as on-demand runs or SDKs spell it.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: updateSelection("Windows").source,
  ...classificationsExistOn("Windows"),
};
