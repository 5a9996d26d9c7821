import { Operation } from "../../../facts/operations";
import { updateSelection } from "../../../facts/schedules";
import { classificationsExistOn } from "../maintenance-schedule";
import type { Rule } from "../rule";

/** The classifications by which a schedule selects updates of Linux exist there. */
export const mcClassLinux: Rule = {
  code: "AUM090",
  name: "mc-class-linux",
  area: "Schedules",
  title: "A schedule selects updates of Linux by classifications of Linux.",
  why: "Azure does not take a classification that Linux does not have, or that is spelled as on-demand runs or SDKs spell it.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: updateSelection("Linux").source,
  ...classificationsExistOn("Linux"),
};
