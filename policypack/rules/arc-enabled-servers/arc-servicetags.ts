import { serviceTagsFor } from "../../../facts/network";
import { cloudOfRegion } from "../../../facts/regions";
import { type ArcEgress, arcTag, isArcTag } from "../../stack/arc-egress";
import { sameName } from "../../stack/arm-id";
import { NotKnown } from "../../stack/properties";
import { attempt } from "../../stack/three-valued";
import { egressNotRemediable, everyArcEgress, rulesProperty } from "../arc-network";
import { broken, met, type Rule } from "../rule";

/**
 * Rules that let Arc-enabled servers out by the tag of their agent let them out to all that the agent needs beside it, by
 * the other tags, or by host names where a firewall knows these.
 */
export const arcServicetags: Rule = {
  code: "AUM066",
  name: "arc-servicetags",
  area: "Arc-enabled servers",
  title: `Rules with the service tag ${arcTag} come with the others that the agent needs.`,
  why: "The agent does not connect, or gets no extensions, so that nothing assesses or patches the server.",
  level: "mandatory",
  since: "2026-11",
  source: serviceTagsFor("arc")[0]?.source ?? [],
  check: everyArcEgress(
    (egress) => egress.mentions(isArcTag).length > 0,
    (egress) => {
      const tags = serviceTagsFor("arc").map(({ tag }) => tag);
      // A rule with a variant of the agent's own tag is for arc-servicetag-regional to judge.
      const others = tags.filter((tag) => !sameName(tag, arcTag));
      const missing = closedAmong(others, egress, isArcTag);
      if (missing.length === 0) return met;
      return broken({
        property: rulesProperty(egress),
        found: `without ${missing.join(", ")} beside ${arcTag}`,
        mustBe: "rules that let servers out to each of them, on port 443 over TCP",
        fix: `rules with the service tags ${tags.join(", ")}`,
        component: "UpdateNetworkRules",
        componentFix: "sources: { arc: {} }",
      });
    },
  ),
  notRemediable: egressNotRemediable,
};

/** The tags to which the rules do not let servers out; one that is known decides, whatever is unknown of others. */
function closedAmong(tags: readonly string[], egress: ArcEgress, word: (text: string) => boolean): readonly string[] {
  const location = attempt(() => egress.resource.settings.text("location"));
  const cloud = cloudOfRegion(typeof location === "string" ? location : "");
  const answers = tags.map((tag) => ({ tag, isOpen: attempt(() => egress.letsOutTo(tag, word, cloud)) }));
  const closed = answers.filter(({ isOpen }) => isOpen === false).map(({ tag }) => tag);
  const unknown = answers.find(({ isOpen }) => isOpen instanceof NotKnown)?.isOpen;
  if (closed.length === 0 && unknown instanceof NotKnown) throw unknown;
  return closed;
}
