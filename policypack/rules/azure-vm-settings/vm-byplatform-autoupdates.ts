import { computeSchema, guestPatching } from "../../../facts/documents";
import { source } from "../../../facts/source";
import { automaticUpdatesSuit } from "../automatic-updates";
import { everyVirtualMachine } from "../judge";
import type { Rule } from "../rule";

/**
 * A machine that Azure updates is created with enableAutomaticUpdates true. The schema asks for it; the article on guest
 * patching lets machines that have it false change to this patch mode: hence advisory.
 */
export const vmByplatformAutoupdates: Rule = {
  code: "AUM010",
  name: "vm-byplatform-autoupdates",
  area: "Azure VM settings",
  title: "A Windows VM with patchMode AutomaticByPlatform has enableAutomaticUpdates true.",
  why: "Azure may refuse a new VM, as its schema says, although it lets one that exists change to this mode.",
  level: "advisory",
  since: "2026-11",
  source: source(guestPatching, computeSchema),
  check: everyVirtualMachine(
    automaticUpdatesSuit("AutomaticByPlatform", {
      instead: "leave a VM that exists as it is",
      componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
    }),
  ),
  notRemediable:
    "Azure takes false on a VM that exists and refuses to change it there, and the engine does not show a policy whether the VM exists.",
};
