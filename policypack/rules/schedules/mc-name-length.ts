import { checkNameLength, nameLength } from "../../../facts/schedules";
import { firstOf } from "../../stack/three-valued";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, notKnown, type Rule, show } from "../rule";

/** The name of a schedule leaves room for that of its resource group. */
export const mcNameLength: Rule = {
  code: "AUM086",
  name: "mc-name-length",
  area: "Schedules",
  title: `The names of a schedule and of its resource group have fewer than ${nameLength.below} characters together.`,
  why: "Azure limits the length of the two names taken together, so that the schedule may be refused.",
  level: "advisory",
  since: "2026-11",
  source: nameLength.source,
  check: everySchedule((schedule) => {
    const name = schedule.settings.text("resourceName");
    if (name === undefined) return notKnown({ property: "resourceName", because: "is not given" });
    const fits = firstOf(
      () => (name.length + nameLength.resourceGroupMaximum < nameLength.below ? true : undefined),
      () => (name.length < nameLength.below ? undefined : false),
      () => checkNameLength(schedule.resourceGroupName ?? "", name) === undefined,
    );
    if (fits) return met;
    return broken({
      property: "resourceName",
      found: `${show(name)} of ${name.length} characters`,
      mustBe: `below ${nameLength.below} characters together with the name of its resource group`,
      fix: "resourceName: a shorter one, or a resource group with a shorter one",
      component: "MaintenanceSchedule",
      componentFix: "maintenanceConfigurationName: a shorter one",
    });
  }),
};
