import { computeSchema, updateManagerPolicy } from "../../../facts/documents";
import { assessmentModes } from "../../../facts/machine-settings";
import { source } from "../../../facts/source";
import { sameName } from "../../stack/arm-id";
import { everything } from "../blocked";
import { everyVirtualMachine } from "../judge";
import { broken, met, type Rule, show } from "../rule";

/** The assessment mode is one that Azure has; names are compared as Azure compares them, in any letter case. */
export const vmAssessmentEnum: Rule = {
  code: "AUM016",
  name: "vm-assessment-enum",
  area: "Azure VM settings",
  title: "The assessment mode of a VM is ImageDefault or AutomaticByPlatform.",
  why: "Azure refuses the VM.",
  level: "mandatory",
  since: "2026-11",
  blocks: everything,
  source: source(updateManagerPolicy("AzUpdateMgmtCenter_AutoAssessmentMode_Audit"), computeSchema),
  check: everyVirtualMachine((machine) => {
    const mode = machine.assessmentMode;
    if (mode === undefined || assessmentModes.some((each) => sameName(each, mode))) return met;
    const property = machine.patchSettings.pathOf("assessmentMode");
    return broken({
      property,
      found: show(mode),
      mustBe: assessmentModes.map(show).join(" or "),
      fix: `${property}: "AutomaticByPlatform"`,
      componentFix: 'patchSettings: { assessmentMode: "AutomaticByPlatform" }, which is its default',
    });
  }),
};
