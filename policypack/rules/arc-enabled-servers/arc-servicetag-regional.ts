import { arcNetworkStatements } from "../../../facts/network";
import { cloudOfRegion } from "../../../facts/regions";
import { arcTag, isVariantOf } from "../../stack/arc-egress";
import { attempt } from "../../stack/three-valued";
import { egressNotRemediable, everyArcEgress } from "../arc-network";
import { broken, met, type Rule, show } from "../rule";

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
      const location = attempt(() => egress.resource.settings.text("location"));
      const cloud = cloudOfRegion(typeof location === "string" ? location : "");
      if (regional === undefined || egress.letsOutTo(arcTag, isRegional, cloud)) return met;
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
  notRemediable: egressNotRemediable,
};
