import { hotpatching } from "../../../facts/machine-settings";
import { OperatingSystem } from "../../../facts/operating-system";
import { Operation } from "../../../facts/operations";
import type { Properties } from "../../stack/properties";
import { findOf } from "../../stack/three-valued";
import type { VirtualMachine } from "../../stack/virtual-machine";
import { everyVirtualMachine, provided } from "../judge";
import { remediateVirtualMachine } from "../remediate";
import { type Answer, broken, met, notApplicable, type Rule, show } from "../rule";

const name = "enableHotpatching";

/**
 * No Linux machine asks for hotpatching. In a Windows configuration Azure refuses it; the Linux configuration has no such
 * property, and azure-native leaves it out of what it sends.
 */
export const vmHotpatchOs: Rule = {
  code: "AUM020",
  name: "vm-hotpatch-os",
  area: "Azure VM settings",
  title: "A Linux VM does not ask for hotpatching.",
  why: "Azure hotpatches Windows only, so updates go on restarting the VM.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Hotpatch],
  source: hotpatching.source,
  check: everyVirtualMachine((machine) =>
    provided(
      () => (machine.operatingSystem === "Linux" ? undefined : notApplicable("the machine does not run Linux")),
      () => ofPatchSettings(machine),
    ),
  ),
  remediate: remediateVirtualMachine((machine) => {
    const asking = patchSettingsOf(machine).filter(asksForHotpatching);
    if (asking.length === 0 || machine.operatingSystem !== "Linux") return [];
    return asking.map((each) => ({ path: each.pathOf(name), value: undefined }));
  }),
};

function patchSettingsOf(machine: VirtualMachine): readonly Properties[] {
  return Object.values(OperatingSystem).map((each) => machine.configurationOf(each).object("patchSettings"));
}

function asksForHotpatching(patchSettings: Properties): boolean {
  return patchSettings.boolean(name) ?? false;
}

/** What there is to say of the patch settings of a Linux machine, in the configuration of either system. */
function ofPatchSettings(machine: VirtualMachine): Answer {
  const asking = findOf(patchSettingsOf(machine), asksForHotpatching);
  if (asking === undefined) return met;
  const property = asking.pathOf(name);
  return broken({
    property,
    found: show(true),
    mustBe: "left out on a Linux VM",
    fix: `leave out ${property}`,
    componentFix: "leave out patchSettings.enableHotpatching",
  });
}
