import { updateManager } from "../../../facts/documents";
import { source } from "../../../facts/source";
import { firstOf } from "../../stack/three-valued";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** A schedule is for some machines. */
export const mcUnattached: Rule = {
  code: "AUM095",
  name: "mc-unattached",
  area: "Schedules",
  title: "A schedule is assigned to machines, to a dynamic scope, or by a policy.",
  why: "The schedule patches nothing.",
  level: "advisory",
  since: "2026-11",
  source: source(updateManager("scheduled-patching")),
  settings: {
    assignedElsewhere: {
      type: "boolean",
      default: false,
      description: "Whether another stack, a policy of another stack or somebody by hand assigns these schedules.",
    },
  },
  check: everySchedule((schedule, stack, { assignedElsewhere }) => {
    const settled = firstOf(
      () => (assignedElsewhere ? notApplicable("schedules are assigned elsewhere") : undefined),
      () => (stack.assigns(schedule) ? met : undefined),
    );
    if (settled !== undefined) return settled;
    return broken({
      property: "maintenanceScope",
      found: show(schedule.settings.text("maintenanceScope")),
      mustBe: "joined by an assignment of the configuration",
      fix: 'new maintenance.ConfigurationAssignment(...) or maintenance.ConfigurationAssignmentsForSubscription(...) with maintenanceConfigurationId: <the schedule\'s id>, or "assignedElsewhere": true for mc-unattached in the policy configuration',
      component: "MaintenanceSchedule",
      componentFix: "virtualMachines, arcServers or dynamicScopes",
    });
  }),
};
