import { builtInPolicy } from "../../../facts/policies";
import { maintenanceScope } from "../../../facts/schedules";
import { parseArmId } from "../../stack/arm-id";
import { configurationParameter } from "../../stack/policy-assignment";
import { broken, met, type Rule, show } from "../rule";
import { everyPolicyAssignment } from "../update-manager-policy";

/** The policy on schedules is given a schedule. */
export const paMcId: Rule = {
  code: "AUM124",
  name: "pa-mc-id",
  area: "Roles, policies and locks",
  title: "The policy that assigns a schedule names a maintenance configuration for updates in the guest.",
  why: "Azure refuses the assignment, or the policy assigns something that patches no machine.",
  level: "mandatory",
  since: "2026-11",
  source: [...(builtInPolicy("scheduleUpdates")?.source ?? []), ...maintenanceScope.source],
  check: everyPolicyAssignment(["scheduleUpdates"], (assignment) => {
    const value = assignment.parameter(configurationParameter);
    const property = `parameters.${configurationParameter}.value`;
    const wrong = (found: string) =>
      broken({
        property,
        found,
        mustBe: `the id of a maintenance configuration with maintenanceScope "${maintenanceScope.mustBe}"`,
        fix: `parameters: { ${configurationParameter}: { value: schedule.id } }`,
        component: "ScheduledPatchingPolicy",
        componentFix: "maintenanceConfigurationId: schedule.maintenanceConfigurationId",
      });
    if (!value.has("value")) return wrong(show(undefined));
    const { configuration } = assignment;
    if (configuration !== undefined) {
      if (configuration.isSchedule) return met;
      const { name, settings } = configuration.resource;
      return wrong(`the id of ${name}, whose maintenanceScope is ${show(settings.text("maintenanceScope"))}`);
    }
    const id = assignment.configurationId ?? "";
    return parseArmId(id)?.type === "microsoft.maintenance/maintenanceconfigurations" ? met : wrong(show(id));
  }),
};
