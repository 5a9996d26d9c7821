import { type PatchMode, patchModeFact } from "../../facts/machine-settings";
import { OperatingSystem } from "../../facts/operating-system";
import { sameName } from "../stack/arm-id";
import { firstOf } from "../stack/three-valued";
import type { VirtualMachine } from "../stack/virtual-machine";
import { type Answer, type Broken, broken, met, notApplicable, show } from "./rule";

/**
 * What there is to say of a Windows VM with a patch mode: it has `enableAutomaticUpdates` as that mode asks for. Nothing
 * is said where no mode is given, since Azure then sets one that suits. `instead` is what mends a VM that exists, whose
 * `enableAutomaticUpdates` cannot change.
 */
export function automaticUpdatesSuit(
  patchMode: PatchMode,
  { instead, componentFix }: { readonly instead: string } & Pick<Broken, "componentFix">,
): (machine: VirtualMachine) => Answer {
  const wanted = patchModeFact(OperatingSystem.Windows, patchMode)?.requires.enableAutomaticUpdates;
  return (machine) => {
    const settled = firstOf(
      () => (machine.operatingSystem === "Windows" ? undefined : notApplicable("the machine does not run Windows")),
      () =>
        sameName(machine.patchMode ?? "", patchMode) ? undefined : notApplicable(`patchMode is not "${patchMode}"`),
      () => (machine.enablesAutomaticUpdates === wanted ? met : undefined),
    );
    if (settled !== undefined) return settled;
    const property = machine.configuration.pathOf("enableAutomaticUpdates");
    const found = machine.configuration.boolean("enableAutomaticUpdates");
    return broken({
      property,
      found: found === undefined ? `not set, which Azure takes as ${machine.enablesAutomaticUpdates}` : show(found),
      mustBe: `${wanted} with patchMode "${patchMode}"`,
      fix: `${property}: ${wanted} when the VM is created, or ${instead}`,
      componentFix,
    });
  };
}
