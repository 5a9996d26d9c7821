import { updateManager } from "../../../facts/documents";
import { Operation } from "../../../facts/operations";
import { source } from "../../../facts/source";
import { firstOf } from "../../stack/three-valued";
import { everyVirtualMachine } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** A machine that leaves updates to schedules alone has one. */
export const vmBypassOrphan: Rule = {
  code: "AUM004",
  name: "vm-bypass-orphan",
  area: "Azure VM settings",
  title: "A VM that leaves updates to schedules has a schedule.",
  why: "Nothing ever installs updates on the VM: the platform keeps away, and no schedule reaches it.",
  level: "advisory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: source(updateManager("prerequsite-for-schedule-patching")),
  settings: {
    scheduledElsewhere: {
      type: "boolean",
      default: false,
      description: "Whether another stack, a policy or somebody by hand assigns the schedules of these machines.",
    },
  },
  check: everyVirtualMachine((machine, stack, { scheduledElsewhere }) => {
    if (scheduledElsewhere) return notApplicable("schedules are assigned elsewhere");
    const settled = firstOf(
      () =>
        machine.bypassesPlatformSafetyChecks ? undefined : notApplicable("the machine does not wait for schedules"),
      () => (machine.isAutomaticByPlatform ? undefined : notApplicable("the platform does not patch the machine")),
      () => (stack.isScheduled(machine) ? met : undefined),
    );
    if (settled !== undefined) return settled;
    return broken({
      property: machine.automaticByPlatformSettings.pathOf("bypassPlatformSafetyChecksOnUserSchedule"),
      found: show(true),
      mustBe: "joined by a schedule that reaches the VM",
      fix: 'new maintenance.ConfigurationAssignment(..., { providerName: "Microsoft.Compute", resourceType: "virtualMachines", resourceName: <the VM\'s name>, maintenanceConfigurationId: <the schedule\'s id>, ... }), or "scheduledElsewhere": true for vm-bypass-orphan in the policy configuration',
    });
  }),
};
