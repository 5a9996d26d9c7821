import { Cloud } from "../../../facts/cloud";
import { arcEndpoints } from "../../../facts/network";
import { cloudOfRegion } from "../../../facts/regions";
import { type ArcEgress, isAgentName, namesEndpoint } from "../../stack/arc-egress";
import { NotKnown } from "../../stack/properties";
import { attempt } from "../../stack/three-valued";
import { everyArcEgress } from "../arc-network";
import { type Answer, broken, met, type Rule } from "../rule";

const componentFix = { component: "UpdateNetworkRules", componentFix: "sources: { arc: {} }, with the cloud's region" };

/**
 * Rules that name endpoints of the agent name those of their cloud, and every one that a server always needs. Where none of
 * those that a private link scope makes private is named, they are taken to be private.
 */
export const arcFqdnsCloud: Rule = {
  code: "AUM068",
  name: "arc-fqdns-cloud",
  area: "Arc-enabled servers",
  title: "Firewall rules for Arc-enabled servers have the endpoints of their cloud, and all that are always needed.",
  why: "The agent does not connect, so that nothing assesses or patches the server.",
  level: "mandatory",
  since: "2026-11",
  source: arcEndpoints(Cloud.Public, ["always"])[0]?.source ?? [],
  check: everyArcEgress(
    (egress) => egress.knowsNames && egress.cloudsNamed.length > 0,
    (egress) => {
      const named = egress.cloudsNamed;
      const location = egress.resource.hasInputs ? attempt(() => egress.resource.settings.text("location")) : undefined;
      const own = typeof location === "string" ? cloudOfRegion(location) : undefined;
      const [foreign] = named;
      if (foreign !== undefined && own !== undefined && !named.includes(own))
        return ofAnotherCloud(egress, foreign, own);
      return allOpen(egress, named);
    },
  ),
  notRemediable:
    "Which endpoints are open already, and in which cloud, is told by a firewall's policy and all its groups of rules together, and a remediation sees one resource.",
};

function ofAnotherCloud(egress: ArcEgress, foreign: Cloud, own: Cloud): Answer {
  const [mention] = egress.mentions((text) => isAgentName(text, foreign));
  const names = arcEndpoints(own, ["always"]).flatMap(({ fqdns }) => fqdns);
  return broken({
    property: mention === undefined ? "rules" : inWords(egress, mention),
    found: `${JSON.stringify(mention?.text)}, which is of another cloud than the firewall`,
    mustBe: `the agent's endpoint of its own cloud, as ${names.find((name) => name.includes("his.arc"))} is`,
    fix: `rules with ${targets(names)}`,
    ...componentFix,
  });
}

function allOpen(egress: ArcEgress, clouds: readonly Cloud[]): Answer {
  let unknown: NotKnown | undefined;
  for (const cloud of clouds) {
    const isOfAgent = (text: string) => isAgentName(text, cloud);
    const endpoints = arcEndpoints(cloud, ["always"]);
    const isPublic = endpoints.some(
      (each) => each.privateLink && egress.mentions((text) => namesEndpoint(text, each)).length > 0,
    );
    const closed: string[] = [];
    for (const endpoint of endpoints.filter(({ privateLink }) => isPublic || !privateLink)) {
      const names = attempt(() => egress.namesClosed(endpoint, isOfAgent));
      if (names instanceof NotKnown) unknown ??= names;
      else closed.push(...names);
    }
    const [mention] = egress.mentions(isOfAgent);
    if (closed.length > 0 && mention !== undefined) {
      return broken({
        property: inWords(egress, mention),
        found: `without ${closed.join(", ")} beside it`,
        mustBe: "one of rules that let servers out to all that the agent always needs",
        fix: `rules with ${targets(closed)} on port 443`,
        ...componentFix,
      });
    }
  }
  if (unknown !== undefined) throw unknown;
  return met;
}

/** Host names as targets of Azure Firewall, which takes an asterisk at the left end alone: the documents have the wider name for it. */
function targets(names: readonly string[]): string {
  return names.map((name) => name.replace(/^[^.*]+\*(?=\.)/, "*")).join(", ");
}

function inWords({ resource }: ArcEgress, { owner, path }: ReturnType<ArcEgress["mentions"]>[number]): string {
  return owner === resource ? path : `${path} of ${owner.name}`;
}
