import { assessmentModeDefault, assessmentModes, periodicAssessment } from "../../../facts/machine-settings";
import { sameName } from "../../stack/arm-id";
import { everyVirtualMachine } from "../judge";
import { broken, met, notApplicable, notKnown, type Rule, show } from "../rule";

/** A machine is assessed every day, whatever installs updates on it: patch mode and assessment mode are independent. */
export const vmPeriodicAssessment: Rule = {
  code: "AUM015",
  name: "vm-periodic-assessment",
  area: "Azure VM settings",
  title: "A VM is assessed periodically.",
  why: "Missing updates show only when somebody asks for an assessment.",
  level: "advisory",
  since: "2026-11",
  source: periodicAssessment.source,
  check: everyVirtualMachine((machine, stack) => {
    const mode = machine.assessmentMode ?? assessmentModeDefault.value;
    const wanted = periodicAssessment.requires.assessmentMode;
    if (sameName(mode, wanted)) return met;
    if (!assessmentModes.some((each) => sameName(each, mode))) {
      return notApplicable(`assessmentMode ${show(mode)} is no value that Azure takes`);
    }
    const property = machine.patchSettings.pathOf("assessmentMode");
    const policy = stack.assignmentOfPolicy("configurePeriodicAssessment", machine);
    if (policy !== undefined)
      return notKnown({ property, because: `is set by ${policy.resource.name} after deployment` });
    return broken({
      property,
      found: show(machine.assessmentMode),
      mustBe: `"${wanted}" for an assessment every ${periodicAssessment.intervalHours} hours`,
      fix: `${property}: "${wanted}"`,
      componentFix: `patchSettings: { assessmentMode: "${wanted}" }, which is its default`,
    });
  }),
};
