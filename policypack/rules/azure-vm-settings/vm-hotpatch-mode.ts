import { hotpatching } from "../../../facts/machine-settings";
import { Operation } from "../../../facts/operations";
import { ofHotpatchedMachine } from "../hotpatching";
import { everyVirtualMachine } from "../judge";
import { canBeScheduled, saysWhetherItWaits, waitForSchedules } from "../patch-settings";
import { mend, remediateVirtualMachine } from "../remediate";
import { broken, met, type Rule, show } from "../rule";

const wanted = hotpatching.requires.patchMode;

const answerOf = ofHotpatchedMachine((machine) => {
  if (machine.isAutomaticByPlatform) return met;
  const property = machine.patchSettings.pathOf("patchMode");
  return broken({
    property,
    found: show(machine.patchMode),
    mustBe: `"${wanted}" for hotpatching`,
    fix: `${property}: "${wanted}", or ${machine.patchSettings.pathOf("enableHotpatching")}: false`,
    componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
  });
});

/**
 * A machine that asks for hotpatching is patched by the platform. That hotpatching needs the VM agent too is for
 * vm-provision-agent to say, since everything needs it. A remediation has the machine wait for schedules unless its
 * program says whether it does: otherwise the platform would begin to patch at times of its own choice.
 */
export const vmHotpatchMode: Rule = {
  code: "AUM018",
  name: "vm-hotpatch-mode",
  area: "Azure VM settings",
  title: "A VM with hotpatching has patchMode AutomaticByPlatform.",
  why: "Azure refuses hotpatching in any other patch mode.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Hotpatch],
  source: hotpatching.source,
  check: everyVirtualMachine(answerOf),
  remediate: remediateVirtualMachine((machine) => {
    const changes = mend(answerOf(machine), wanted);
    if (changes.length === 0 || !canBeScheduled(machine)) return [];
    return saysWhetherItWaits(machine) ? changes : [...changes, waitForSchedules(machine)];
  }),
};
