import { assessmentModeDefault, assessmentModes, periodicAssessment } from "../../../facts/machine-settings";
import { Operation } from "../../../facts/operations";
import { sameName } from "../../stack/arm-id";
import type { VirtualMachine } from "../../stack/virtual-machine";
import { everyVirtualMachine } from "../judge";
import { assessPeriodically } from "../patch-settings";
import { remediateVirtualMachine } from "../remediate";
import { broken, met, notApplicable, type Rule, show } from "../rule";
import { setByPolicy } from "../update-manager-policy";

const wanted = periodicAssessment.requires.assessmentMode;

/** A machine is assessed every day, whatever installs updates on it: patch mode and assessment mode are independent. */
export const vmPeriodicAssessment: Rule = {
  code: "AUM015",
  name: "vm-periodic-assessment",
  area: "Azure VM settings",
  title: "A VM is assessed periodically.",
  why: "Missing updates show only when somebody asks for an assessment.",
  level: "advisory",
  since: "2026-11",
  blocks: [Operation.PeriodicAssessment],
  source: periodicAssessment.source,
  check: everyVirtualMachine((machine, stack) => {
    const mode = modeOf(machine);
    if (sameName(mode, wanted)) return met;
    if (!exists(mode)) return notApplicable(`assessmentMode ${show(mode)} is no value that Azure takes`);
    const property = machine.patchSettings.pathOf("assessmentMode");
    const policy = stack.policies.assignmentOf("configurePeriodicAssessment", machine);
    if (policy !== undefined) return setByPolicy(property, policy);
    return broken({
      property,
      found: show(machine.assessmentMode),
      mustBe: `"${wanted}" for an assessment every ${periodicAssessment.intervalHours} hours`,
      fix: `${property}: "${wanted}"`,
      componentFix: `patchSettings: { assessmentMode: "${wanted}" }, which is its default`,
    });
  }),
  remediate: remediateVirtualMachine((machine) => (exists(modeOf(machine)) ? assessPeriodically(machine) : [])),
};

function modeOf({ assessmentMode }: VirtualMachine): string {
  return assessmentMode ?? assessmentModeDefault.value;
}

function exists(mode: string): boolean {
  return assessmentModes.some((each) => sameName(each, mode));
}
