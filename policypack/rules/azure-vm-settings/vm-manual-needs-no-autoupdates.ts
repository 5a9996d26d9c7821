import { computeSchema, guestPatching } from "../../../facts/documents";
import { source } from "../../../facts/source";
import { automaticUpdatesSuit } from "../automatic-updates";
import type { Rule } from "../rule";

/** A machine that is updated by hand has Windows Automatic Updates off. */
export const vmManualNeedsNoAutoupdates: Rule = {
  code: "AUM009",
  name: "vm-manual-needs-no-autoupdates",
  area: "Azure VM settings",
  title: "A Windows VM with patchMode Manual has enableAutomaticUpdates false.",
  why: "Azure refuses the VM: this patch mode needs Windows Automatic Updates off.",
  level: "mandatory",
  since: "2026-11",
  source: source(guestPatching, computeSchema),
  check: automaticUpdatesSuit("Manual", {
    instead: 'osProfile.windowsConfiguration.patchSettings.patchMode: "AutomaticByPlatform"',
    componentFix: 'patchOrchestration: "Manual"',
  }),
};
