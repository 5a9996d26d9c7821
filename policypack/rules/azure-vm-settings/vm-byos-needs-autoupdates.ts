import { computeSchema, guestPatching } from "../../../facts/documents";
import { source } from "../../../facts/source";
import { automaticUpdatesSuit } from "../automatic-updates";
import type { Rule } from "../rule";

/** A machine that Windows itself updates has Windows Automatic Updates on. */
export const vmByosNeedsAutoupdates: Rule = {
  code: "AUM008",
  name: "vm-byos-needs-autoupdates",
  area: "Azure VM settings",
  title: "A Windows VM with patchMode AutomaticByOS has enableAutomaticUpdates true.",
  why: "Azure refuses the VM: this patch mode needs Windows Automatic Updates on.",
  level: "mandatory",
  since: "2026-11",
  source: source(guestPatching, computeSchema),
  check: automaticUpdatesSuit("AutomaticByOS", {
    instead: 'osProfile.windowsConfiguration.patchSettings.patchMode: "Manual"',
    componentFix: 'patchOrchestration: "AutomaticByOS"',
  }),
};
