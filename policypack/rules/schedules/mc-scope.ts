import { Operation } from "../../../facts/operations";
import { maintenanceScope } from "../../../facts/schedules";
import type { MaintenanceConfiguration } from "../../stack/maintenance";
import { firstOf } from "../../stack/three-valued";
import { judge } from "../judge";
import { mend, remediateConfiguration } from "../remediate";
import { type Answer, broken, met, notApplicable, type Rule, show } from "../rule";

/**
 * A configuration that says how guests are patched has the scope of guests. One of another scope that says nothing of
 * the kind is for hosts, scale sets or databases, and none of Update Manager's.
 */
export const mcScope: Rule = {
  code: "AUM073",
  name: "mc-scope",
  area: "Schedules",
  title: "A maintenance configuration that says how guests are patched has maintenanceScope InGuestPatch.",
  why: "The configuration is for something else, such as hosts, and installs no updates on any machine.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: maintenanceScope.source,
  check: (stack) =>
    stack.maintenanceConfigurations.map((configuration) =>
      judge(configuration.resource, () => answerOf(configuration)),
    ),
  remediate: remediateConfiguration((configuration) => mend(answerOf(configuration), maintenanceScope.mustBe)),
};

function answerOf(configuration: MaintenanceConfiguration): Answer {
  const settled = firstOf(
    () => (configuration.isSchedule ? met : undefined),
    () =>
      configuration.saysHowGuestsArePatched
        ? undefined
        : notApplicable("the configuration says nothing of updates in the guest"),
  );
  if (settled !== undefined) return settled;
  return broken({
    property: "maintenanceScope",
    found: show(configuration.settings.text("maintenanceScope")),
    mustBe: `${show(maintenanceScope.mustBe)}, since the configuration says how guests are patched`,
    fix: `maintenanceScope: ${show(maintenanceScope.mustBe)}`,
  });
}
