import { patchExtensions } from "../../../facts/extensions";
import { OperatingSystem } from "../../../facts/operating-system";
import { extensionFields, extensionPolicies } from "../../../facts/policies";
import { sameName } from "../../stack/arm-id";
import { type ApprovedExtensions, approvedExtensionsOf } from "../../stack/extension-policy";
import { everyOf, findOf } from "../../stack/three-valued";
import { judge } from "../judge";
import { broken, met, notApplicable, type Rule } from "../rule";

/**
 * A policy that refuses extensions off its list has Update Manager's on it, those of one operating system at least: for
 * which machines the list is meant, no stack tells.
 */
export const arcPolicyBlocksExtension: Rule = {
  code: "AUM065",
  name: "arc-policy-blocks-extension",
  area: "Arc-enabled servers",
  title: "A policy that refuses extensions lets in those of Update Manager.",
  why: "Azure Policy refuses the extensions that assess and patch, on Arc-enabled servers and maybe on Azure VMs.",
  level: "advisory",
  since: "2026-11",
  source: [...extensionFields.source, ...extensionPolicies.flatMap(({ source }) => source)],
  check: ({ policyAssignments }) =>
    policyAssignments.map((assignment) =>
      judge(assignment.resource, () => {
        const lists = approvedExtensionsOf(assignment);
        if (lists.length === 0) return notApplicable("the policy is none with a list of extensions");
        const refused = findOf(lists, (list) =>
          everyOf(
            () => missingFrom(list) !== "",
            () => sameName(list.effect, "deny"),
            () => assignment.isEnforced,
          ),
        );
        if (refused === undefined) return met;
        const missing = missingFrom(refused);
        return broken({
          property: refused.property,
          found: `${refused.property === "policyDefinitionId" ? "that of a policy with " : ""}a list without ${missing}`,
          mustBe: refused.property === "policyDefinitionId" ? "that of one that has them" : "a list that has them",
          fix: `add ${missing} to the list`,
        });
      }),
    ),
  notRemediable: "Whether the list or the effect is what its author wants, nobody can tell here.",
};

/** What the list lacks for the operating system for which it lacks least, in words; nothing where that has all. */
function missingFrom({ machineKind, has, names }: ApprovedExtensions): string {
  const missing = Object.values(OperatingSystem).map((system) => {
    const wanted = new Set(patchExtensions(machineKind, system).map((extension) => extension[has]));
    return [...wanted].filter((each) => !names.some((name) => sameName(name, each)));
  });
  const least = Math.min(...missing.map(({ length }) => length));
  return [...new Set(missing.filter(({ length }) => length === least).map((each) => each.join(" and ")))].join(", or ");
}
