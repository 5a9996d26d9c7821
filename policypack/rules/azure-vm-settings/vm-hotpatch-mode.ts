import { hotpatching } from "../../../facts/machine-settings";
import { everyHotpatchedMachine } from "../hotpatching";
import { broken, met, type Rule, show } from "../rule";

/**
 * A machine that asks for hotpatching is patched by the platform. That hotpatching needs the VM agent too is for
 * vm-provision-agent to say, since everything needs it.
 */
export const vmHotpatchMode: Rule = {
  code: "AUM018",
  name: "vm-hotpatch-mode",
  area: "Azure VM settings",
  title: "A VM with hotpatching has patchMode AutomaticByPlatform.",
  why: "Azure refuses hotpatching in any other patch mode.",
  level: "mandatory",
  since: "2026-11",
  source: hotpatching.source,
  check: everyHotpatchedMachine((machine) => {
    if (machine.isAutomaticByPlatform) return met;
    const property = machine.patchSettings.pathOf("patchMode");
    const wanted = hotpatching.requires.patchMode;
    return broken({
      property,
      found: show(machine.patchMode),
      mustBe: `"${wanted}" for hotpatching`,
      fix: `${property}: "${wanted}", or ${machine.patchSettings.pathOf("enableHotpatching")}: false`,
      componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
    });
  }),
};
