import { computeSchema } from "../../../facts/documents";
import { configurationBlock } from "../../../facts/machine-settings";
import { OperatingSystem } from "../../../facts/operating-system";
import { source } from "../../../facts/source";
import { attempt } from "../../stack/three-valued";
import type { VirtualMachine } from "../../stack/virtual-machine";
import { everyVirtualMachine } from "../judge";
import { type Answer, broken, met, notApplicable, type Rule } from "../rule";

/**
 * A machine has the configuration block of its own system alone. The schema says which block is for which system, and no
 * document what Azure does with the other one: hence advisory.
 */
export const vmPatchsettingsWrongOs: Rule = {
  code: "AUM007",
  name: "vm-patchsettings-wrong-os",
  area: "Azure VM settings",
  title: "The OS profile of a VM has the configuration block of the VM's own operating system alone.",
  why: "Patch settings in the block of the other system never reach the VM, or Azure refuses it.",
  level: "advisory",
  since: "2026-11",
  source: source(computeSchema),
  check: everyVirtualMachine((machine) => {
    const [configured, another] = machine.configuredOperatingSystems;
    if (configured === undefined) return notApplicable("the machine has no configuration block");
    if (another !== undefined) return bothGiven(machine);
    const own = machine.operatingSystemOfDisk;
    return own === undefined || own === configured ? met : wrongBlock(machine, own, configured);
  }),
};

/** One of two blocks is wrong, even where it is not known which. */
function bothGiven(machine: VirtualMachine): Answer {
  const own = attempt(() => machine.operatingSystemOfDisk);
  if (own === "Linux") return wrongBlock(machine, own, OperatingSystem.Windows);
  if (own === "Windows") return wrongBlock(machine, own, OperatingSystem.Linux);
  const [linux, windows] = [configurationBlock.Linux, configurationBlock.Windows];
  return broken({
    property: "osProfile",
    found: `given with both ${linux} and ${windows}`,
    mustBe: "given with the block of the VM's own operating system alone",
    fix: `remove osProfile.${linux} or osProfile.${windows}`,
  });
}

function wrongBlock({ osProfile }: VirtualMachine, own: OperatingSystem, other: OperatingSystem): Answer {
  const property = osProfile.pathOf(configurationBlock[other]);
  return broken({
    property,
    found: "given",
    mustBe: `absent, since the VM runs ${own}`,
    fix: `remove ${property}, and give what ${own} needs in ${osProfile.pathOf(configurationBlock[own])}`,
  });
}
