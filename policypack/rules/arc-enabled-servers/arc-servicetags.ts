import { serviceTagsFor } from "../../../facts/network";
import { type ArcEgress, arcTag, isArcTag, isVariantOf } from "../../stack/arc-egress";
import { openingsOf } from "../../stack/network/openings";
import { NotKnown } from "../../stack/properties";
import type { StackResource } from "../../stack/resource";
import { attempt } from "../../stack/three-valued";
import { cloudOf, egressOf, everyArcEgress, rulesProperty } from "../arc-network";
import { addSecurityRules } from "../network-remediation";
import { broken, type Change, met, type Rule } from "../rule";

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
      const missing = closedTags(egress);
      if (missing.length === 0) return met;
      const beside = missing.filter((tag) => tag !== arcTag);
      // A rule has the tag, but not so that it opens what the agent needs.
      const isClosed = beside.length < missing.length;
      const found = [
        ...(isClosed ? [`closed to ${arcTag} on TCP 443, although a rule has the tag`] : []),
        ...(beside.length > 0 ? [`without ${beside.join(", ")} beside ${arcTag}`] : []),
      ];
      const all = serviceTagsFor("arc").map(({ tag }) => tag);
      return broken({
        property: rulesProperty(egress),
        found: found.join(", and "),
        mustBe: "rules that let servers out to each of them, on port 443 over TCP",
        fix: `rules with the service tags ${all.join(", ")}${isClosed ? " on port 443, before those that deny" : ""}`,
        component: "UpdateNetworkRules",
        componentFix: "sources: { arc: {} }",
      });
    },
  ),
  // What a firewall opens is told by all groups of rules of its policy together, and by names as well as tags.
  remediate: (resource) => (resource.type === "network:NetworkSecurityGroup" ? openTheOthers(resource) : []),
};

/** Adds rules for the other tags beside the rule that has the tag of the agent. */
function openTheOthers(group: StackResource): readonly Change[] {
  const egress = egressOf(group);
  const beside = openingsOf(group).find(({ targets }) => targets.some(({ text }) => isArcTag(text)));
  if (egress === undefined || beside === undefined) return [];
  const additions = serviceTagsFor("arc")
    .filter(({ tag }) => closedTags(egress).includes(tag))
    .flatMap(({ tag, ports = [] }) => {
      const denial = egress.denialOf(tag, isArcTag);
      return denial === undefined ? [] : ports.map((port) => ({ beside, tag, port, denial }));
    });
  return addSecurityRules(group, additions);
}

/**
 * The tags to which the rules do not let servers out, that of the agent among them: a rule with it may be for another port,
 * or come after one that denies. One that is known decides, whatever is unknown of others.
 */
function closedTags(egress: ArcEgress): readonly string[] {
  // Where a rule has a variant of the agent's own tag, arc-servicetag-regional judges whether the tag itself is open.
  const hasVariant = egress.mentions((text) => isVariantOf(text, arcTag)).length > 0;
  const tags = serviceTagsFor("arc").filter(({ tag }) => tag !== arcTag || !hasVariant);
  const answers = tags.map(({ tag }) => ({
    tag,
    isOpen: attempt(() => egress.letsOutTo(tag, isArcTag, cloudOf(egress))),
  }));
  const closed = answers.filter(({ isOpen }) => isOpen === false).map(({ tag }) => tag);
  const unknown = answers.find(({ isOpen }) => isOpen instanceof NotKnown)?.isOpen;
  if (closed.length === 0 && unknown instanceof NotKnown) throw unknown;
  return closed;
}
