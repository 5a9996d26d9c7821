import type { OperatingSystem } from "../../facts/operating-system";
import { meant, updateSelection } from "../../facts/schedules";
import { sameName } from "../stack/arm-id";
import type { MaintenanceConfiguration } from "../stack/maintenance";
import type { Stack } from "../stack/stack";
import { findOf } from "../stack/three-valued";
import { judge, provided } from "./judge";
import { remediateSchedule } from "./remediate";
import { type Answer, broken, met, notApplicable, type Rule, type SettingValues, show } from "./rule";

/** A check that asks the same of every maintenance configuration that is a schedule of updates in the guest. */
export function everySchedule(
  ask: (schedule: MaintenanceConfiguration, stack: Stack, settings: SettingValues) => Answer,
): Rule["check"] {
  return (stack, settings) =>
    stack.maintenanceConfigurations.map((schedule) =>
      judge(schedule.resource, () =>
        provided(
          () =>
            schedule.isSchedule
              ? undefined
              : notApplicable("the configuration is not a schedule of updates in the guest"),
          () => ask(schedule, stack, settings),
        ),
      ),
    );
}

/**
 * A check, with its remediation, that every schedule selects updates of one system by classifications that exist there.
 * A remediation corrects the spellings of which it is known what is meant.
 */
export function classificationsExistOn(operatingSystem: OperatingSystem): Pick<Rule, "check" | "remediate"> {
  const property = "classificationsToInclude";
  const known = updateSelection(operatingSystem)[property];
  const exists = (text: string) => known.some((each) => sameName(each, text));
  const remediate = remediateSchedule((schedule) =>
    schedule
      .parametersOf(operatingSystem)
      .textsApart(property)
      .flatMap(({ path, text }) => {
        const right = exists(text()) ? undefined : meant(property, text());
        return right === undefined ? [] : [{ path, value: right }];
      }),
  );
  const check = everySchedule((schedule) => {
    const given = schedule.parametersOf(operatingSystem).textsApart(property);
    if (given.length === 0)
      return notApplicable(`the schedule selects no updates of ${operatingSystem} by classification`);
    const wrong = findOf(given, ({ text }) => !exists(text()));
    if (wrong === undefined) return met;
    const right = meant(property, wrong.text());
    return broken({
      property: wrong.path,
      found: show(wrong.text()),
      mustBe: `one of ${known.map(show).join(", ")}`,
      fix: right === undefined ? `${wrong.path}: one of these` : `${wrong.path}: ${show(right)}`,
      component: "MaintenanceSchedule",
      componentFix: `${operatingSystem.toLowerCase()}Updates: { ${property}: [${show(right ?? "Security")}] }`,
    });
  });
  return { check, remediate };
}
