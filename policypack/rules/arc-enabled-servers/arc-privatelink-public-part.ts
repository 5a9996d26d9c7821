import { arcEndpoints, arcNetworkStatements, serviceTagsFor } from "../../../facts/network";
import { cloudOfRegion } from "../../../facts/regions";
import { type ArcEgress, egressIn, namesEndpoint } from "../../stack/arc-egress";
import { sameName } from "../../stack/arm-id";
import { findOf } from "../../stack/three-valued";
import { rulesProperty } from "../arc-network";
import { everyResource } from "../judge";
import { broken, met, notApplicable, type Rule } from "../rule";

/** What stays public of the agent's endpoints, by the tags for it. */
const publicPart = serviceTagsFor("arc")
  .map(({ tag }) => tag)
  .filter((tag) => ["AzureActiveDirectory", "AzureResourceManager"].includes(tag));

/**
 * Beside a private link scope, rules that let servers out to one of what stays public let them out to both. Rules that name
 * none of them are none of this rule's: what they are for, no stack tells.
 */
export const arcPrivatelinkPublicPart: Rule = {
  code: "AUM069",
  name: "arc-privatelink-public-part",
  area: "Arc-enabled servers",
  title: "Beside a private link scope, Microsoft Entra ID and Azure Resource Manager stay open.",
  why: "A private link scope makes neither of them private, and without them the agent does not connect.",
  level: "advisory",
  since: "2026-11",
  source: arcNetworkStatements.privateLink.source,
  check: everyResource(["hybridcompute:PrivateLinkScope"], ({ settings }, stack) => {
    const location = settings.text("location");
    const cloud = cloudOfRegion(location ?? "");
    const endpoints = arcEndpoints(cloud, ["always", "connection"]).filter(({ need, purpose }) =>
      need === "connection" ? true : purpose === "Microsoft Entra ID",
    );
    const isPublicPart = (text: string) =>
      publicPart.some((tag) => sameName(tag, text)) || endpoints.some((each) => namesEndpoint(text, each));
    const restricting = egressIn(stack).filter((egress) => egress.mentions(isPublicPart).length > 0);
    if (restricting.length === 0)
      return notApplicable("no rules of this stack are for Microsoft Entra ID or Azure Resource Manager");
    const closed = (egress: ArcEgress, tag: string) => !egress.letsOutTo(tag, isPublicPart, cloud);
    const pairs = restricting.flatMap((egress) => publicPart.map((tag) => ({ egress, tag })));
    const found = findOf(pairs, ({ egress, tag }) => closed(egress, tag));
    if (found === undefined) return met;
    const { egress, tag } = found;
    return broken({
      property: `${rulesProperty(egress)} of ${egress.resource.name}`,
      found: `without ${tag}, which the scope does not make private`,
      mustBe: `rules that let servers out to ${publicPart.join(" and ")}`,
      fix: `a rule with the service tag ${tag}, on port 443 over TCP`,
      component: "UpdateNetworkRules",
      componentFix: "sources: { arc: { connection: true, privateLinkScope: true } }",
    });
  }),
  notRemediable: "The rules are those of other resources, and a remediation sees one.",
};
