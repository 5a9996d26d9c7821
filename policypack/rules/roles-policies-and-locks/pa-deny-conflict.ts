import { periodicAssessment } from "../../../facts/machine-settings";
import { builtInPolicy } from "../../../facts/policies";
import { sameName } from "../../stack/arm-id";
import { placeOf } from "../../stack/place";
import { everyOf, findOf } from "../../stack/three-valued";
import { everything } from "../blocked";
import { everyVirtualMachine, provided } from "../judge";
import { assessPeriodically } from "../patch-settings";
import { remediateVirtualMachine } from "../remediate";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/**
 * A machine is as the policy that refuses others asks. A remediation sees no policy, and has every machine assessed: below
 * such a policy there are no others.
 */
export const paDenyConflict: Rule = {
  code: "AUM127",
  name: "pa-deny-conflict",
  area: "Roles, policies and locks",
  title: "A VM below an assessment audit with the effect Deny is assessed periodically.",
  why: "Azure Policy refuses to deploy the VM, which no preview shows.",
  level: "mandatory",
  since: "2026-11",
  blocks: everything,
  source: builtInPolicy("auditPeriodicAssessment")?.source ?? [],
  check: everyVirtualMachine((machine, { policies }) => {
    const wanted = periodicAssessment.requires.assessmentMode;
    return provided(
      () => {
        const denies = findOf(policies.all, (each) =>
          everyOf(
            () => each.policy?.key === "auditPeriodicAssessment",
            () => sameName(each.effect ?? "Audit", "Deny"),
            () => each.isEnforced,
            () => each.holdsAt(() => placeOf(machine.resource)),
          ),
        );
        return denies === undefined ? notApplicable("no policy of this stack refuses it") : undefined;
      },
      () => {
        if (sameName(machine.assessmentMode ?? "", wanted)) return met;
        const property = machine.patchSettings.pathOf("assessmentMode");
        return broken({
          property,
          found: show(machine.assessmentMode),
          mustBe: `"${wanted}" below a policy that refuses other machines`,
          fix: `${property}: "${wanted}"`,
          componentFix: `patchSettings: { assessmentMode: "${wanted}" }, which is its default`,
        });
      },
    );
  }),
  remediate: remediateVirtualMachine(assessPeriodically),
};
