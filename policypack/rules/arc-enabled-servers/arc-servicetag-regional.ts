import { arcNetworkStatements } from "../../../facts/network";
import { arcTag, isVariantOf } from "../../stack/arc-egress";
import { sameName } from "../../stack/arm-id";
import { type Opening, openingsOf } from "../../stack/network/openings";
import type { StackResource } from "../../stack/resource";
import { cloudOf, egressOf, everyArcEgress } from "../arc-network";
import { broken, type Change, met, type Rule, show } from "../rule";

const isRegional = (text: string) => isVariantOf(text, arcTag);

/** Rules name the agent's own endpoints by the global service tag, not by its variant for a region or a cloud. */
export const arcServicetagRegional: Rule = {
  code: "AUM067",
  name: "arc-servicetag-regional",
  area: "Arc-enabled servers",
  title: `Rules have the service tag ${arcTag} without a region.`,
  why: "Regional variants miss the agent's global endpoints, so that the server does not connect.",
  level: "mandatory",
  since: "2026-11",
  source: [...arcNetworkStatements.globalTag.source, ...arcNetworkStatements.sovereignTags.source],
  check: everyArcEgress(
    (egress) => egress.mentions(isRegional).length > 0,
    (egress) => {
      const [regional] = egress.mentions(isRegional);
      if (regional === undefined || egress.letsOutTo(arcTag, isRegional, cloudOf(egress))) return met;
      const where = regional.owner === egress.resource ? regional.path : `${regional.path} of ${regional.owner.name}`;
      return broken({
        property: where,
        found: show(regional.text),
        mustBe: show(arcTag),
        fix: `${regional.path}: ${show(arcTag)}`,
        component: "UpdateNetworkRules",
        componentFix: "sources: { arc: {} }",
      });
    },
  ),
  remediate(resource) {
    const openings = openingsOf(resource);
    const regional = openings.filter(({ targets }) => targets.some(({ text }) => isRegional(text)));
    return regional.length === 0 || isOpen(resource, openings) ? [] : regional.flatMap(globally);
  },
};

/** Whether a resource lets servers out by the global tag already: as its own rules decide, or else by having it at all. */
function isOpen(resource: StackResource, openings: readonly Opening[]): boolean {
  const egress = egressOf(resource);
  if (egress !== undefined) return egress.letsOutTo(arcTag, isRegional, cloudOf(egress));
  return openings.some(({ targets }) => targets.some(({ text }) => sameName(text, arcTag)));
}

/** The changes that give a rule the global tag in the place of its variants. */
function globally({ settings }: Opening): readonly Change[] {
  const single = "destinationAddressPrefix";
  const changes: Change[] = [];
  if (isRegional(settings.text(single)?.trim() ?? "")) changes.push({ path: settings.pathOf(single), value: arcTag });
  for (const list of ["destinationAddressPrefixes", "destinationAddresses"]) {
    const texts = settings.texts(list);
    if (!texts.some((text) => isRegional(text.trim()))) continue;
    const globalTexts = texts.map((text) => (isRegional(text.trim()) ? arcTag : text));
    const isFirst = (text: string, index: number) => globalTexts.findIndex((each) => sameName(each, text)) === index;
    changes.push({ path: settings.pathOf(list), value: globalTexts.filter(isFirst) });
  }
  return changes;
}
