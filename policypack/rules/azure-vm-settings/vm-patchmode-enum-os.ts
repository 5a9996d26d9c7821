import { guestPatching } from "../../../facts/documents";
import { patchModes } from "../../../facts/machine-settings";
import { source } from "../../../facts/source";
import { sameName } from "../../stack/arm-id";
import { everything } from "../blocked";
import { everyVirtualMachine } from "../judge";
import { broken, met, type Rule, show } from "../rule";

/** The patch mode is one of the machine's own system; names are compared as Azure compares them, in any letter case. */
export const vmPatchmodeEnumOs: Rule = {
  code: "AUM006",
  name: "vm-patchmode-enum-os",
  area: "Azure VM settings",
  title: "The patch mode of a VM is one that its operating system has.",
  why: "Azure refuses the VM.",
  level: "mandatory",
  since: "2026-11",
  blocks: everything,
  source: source(guestPatching),
  check: everyVirtualMachine((machine) => {
    const mode = machine.patchMode;
    const modes = patchModes[machine.operatingSystem];
    // Where none is given, Azure sets a mode of the machine's own system.
    if (mode === undefined || modes.some((each) => sameName(each, mode))) return met;
    const property = machine.patchSettings.pathOf("patchMode");
    return broken({
      property,
      found: show(mode),
      mustBe: `${modes.map(show).join(" or ")} on ${machine.operatingSystem}`,
      fix: `${property}: "AutomaticByPlatform"`,
      componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
    });
  }),
};
