import { computeSchema, guestPatching } from "../../../facts/documents";
import { source } from "../../../facts/source";
import { automaticUpdatesSuit } from "../automatic-updates";
import { everything } from "../blocked";
import { everyVirtualMachine } from "../judge";
import { mend, remediateVirtualMachine } from "../remediate";
import type { Rule } from "../rule";

const answerOf = automaticUpdatesSuit("AutomaticByOS", {
  instead: 'osProfile.windowsConfiguration.patchSettings.patchMode: "Manual"',
  componentFix: 'patchOrchestration: "AutomaticByOS"',
});

/**
 * A machine that Windows itself updates has Windows Automatic Updates on. A remediation spoils the update of no machine
 * that exists: Azure refuses the one pair of settings there as it does the change to the other.
 */
export const vmByosNeedsAutoupdates: Rule = {
  code: "AUM008",
  name: "vm-byos-needs-autoupdates",
  area: "Azure VM settings",
  title: "A Windows VM with patchMode AutomaticByOS has enableAutomaticUpdates true.",
  why: "Azure refuses the VM: this patch mode needs Windows Automatic Updates on.",
  level: "mandatory",
  since: "2026-11",
  blocks: everything,
  source: source(guestPatching, computeSchema),
  check: everyVirtualMachine(answerOf),
  remediate: remediateVirtualMachine((machine) => mend(answerOf(machine), true)),
};
