import { computeSchema, guestPatching } from "../../../facts/documents";
import { source } from "../../../facts/source";
import { automaticUpdatesSuit } from "../automatic-updates";
import { everything } from "../blocked";
import { everyVirtualMachine } from "../judge";
import { mend, remediateVirtualMachine } from "../remediate";
import type { Rule } from "../rule";

const answerOf = automaticUpdatesSuit("Manual", {
  instead: 'osProfile.windowsConfiguration.patchSettings.patchMode: "AutomaticByPlatform"',
  componentFix: 'patchOrchestration: "Manual"',
});

/**
 * A machine that is updated by hand has Windows Automatic Updates off. A remediation spoils the update of no machine that
 * exists: Azure refuses the one pair of settings there as it does the change to the other.
 */
export const vmManualNeedsNoAutoupdates: Rule = {
  code: "AUM009",
  name: "vm-manual-needs-no-autoupdates",
  area: "Azure VM settings",
  title: "A Windows VM with patchMode Manual has enableAutomaticUpdates false.",
  why: "Azure refuses the VM: this patch mode needs Windows Automatic Updates off.",
  level: "mandatory",
  since: "2026-11",
  blocks: everything,
  source: source(guestPatching, computeSchema),
  check: everyVirtualMachine(answerOf),
  remediate: remediateVirtualMachine((machine) => mend(answerOf(machine), false)),
};
