import { Cloud } from "../../facts/cloud";
import { type ArcEndpointNeed, arcEndpoints, serviceTagsFor } from "../../facts/network";
import type { Problems } from "../shared/problems";
import { arcNetworkPage } from "./documents";
import type { ArcEndpointsArgs } from "./source-args";
import type { SourceDestination } from "./sources";

/** What the service tags of Arc let through together: what the article on them lists beside them. */
const tagged: readonly ArcEndpointNeed[] = ["always", "connection", "extensions"];

/** What the agent of an Arc-enabled server reaches. */
export function resolveArc(arc: ArcEndpointsArgs | undefined, cloud: Cloud, problems: Problems): SourceDestination[] {
  if (arc === undefined) return [];
  const needs: ArcEndpointNeed[] = ["always", "extensions"];
  if (arc.installation) needs.push("installation");
  if (arc.connection) needs.push("connection");
  for (const [argument, need] of [
    ["hotpatching", "hotpatch"],
    ["extendedSecurityUpdates", "extended-security-updates"],
  ] as const) {
    if (!arc[argument]) continue;
    needs.push(need);
    if (arcEndpoints(cloud, [need]).length === 0) {
      problems.add(
        `sources.arc.${argument}`,
        `no endpoint of it is documented for the cloud ${JSON.stringify(cloud)}: leave it out. See ${arcNetworkPage}`,
      );
    }
  }
  if (arc.privateLinkScope && cloud !== Cloud.Public) {
    problems.add(
      "sources.arc.privateLinkScope",
      `what it makes private is not documented for the cloud ${JSON.stringify(cloud)}: leave it out. See ${arcNetworkPage}`,
    );
  }
  const serviceTags = serviceTagsFor("arc").map(({ tag }) => tag);
  return arcEndpoints(cloud, needs)
    .filter(({ privateLink }) => !(arc.privateLinkScope && privateLink))
    .map((endpoint) => ({
      name: `arc-${slug(endpoint.fqdns[0] ?? "")}`,
      source: "Azure Arc",
      purpose: endpoint.purpose,
      fqdns: endpoint.fqdns,
      addresses: [],
      serviceTags: tagged.includes(endpoint.need) ? serviceTags : [],
      protocol: endpoint.protocol,
      ports: [...endpoint.ports],
      ...(endpoint.unconfirmed !== undefined && { unconfirmed: endpoint.unconfirmed }),
      fact: endpoint,
      group: "arc",
      place: 0,
      own: false,
      path: "sources.arc",
    }));
}

/** `*.his.arc.azure.com` as part of a rule's name: `his-arc-azure-com`. */
function slug(fqdn: string): string {
  return fqdn
    .replace(/[^a-z0-9]+/gi, "-")
    .replace(/^-/, "")
    .toLowerCase();
}
