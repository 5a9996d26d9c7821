import { windowsUpdateEndpoints, windowsUpdateServiceTags } from "../../../facts/network";
import { sameName } from "../../stack/arm-id";
import { type Connection, connectionsTo } from "../../stack/network/connections";
import { openingsOf } from "../../stack/network/openings";
import type { StackResource } from "../../stack/resource";
import { everything } from "../blocked";
import { closed, neededConnections, securityRuleFor } from "../closed-source";
import { everyWayToSources } from "../machine-network";
import { addSecurityRules, decideAlone, onePerSource } from "../network-remediation";
import { broken, type Change, met, type Rule } from "../rule";
import { tagOpenedAlone } from "../windows-update-tags";

/** Whoever opens Windows Update by service tags opens both of them. */
export const netNsgWuTags: Rule = {
  code: "AUM043",
  name: "net-nsg-wu-tags",
  area: "Azure VM network",
  title: "Network security groups open both service tags of Windows Update, each on its port, or neither.",
  why: "AzureUpdateDelivery has the metadata on port 443 and AzureFrontDoor.FirstParty the downloads on port 80, and neither is of use without the other.",
  level: "mandatory",
  since: "2026-11",
  source: windowsUpdateServiceTags.flatMap(({ source }) => source).slice(0, 1),
  blocks: everything,
  check: everyWayToSources({
    operatingSystem: "Windows",
    isOpen: (network) => network.isUnfiltered,
    ask: (network, sources) => {
      const found = tagOpenedAlone(network, neededConnections(sources));
      if (found === undefined) return met;
      const { opened, rule } = found;
      const { port, endpoint } = found.closed;
      const [tag] = endpoint.serviceTags ?? [];
      return broken({
        ...closed({ connection: found.closed, rule }),
        found: `open to service tag ${opened} alone, and closed to ${tag} on TCP ${port} by ${rule.description}`,
        mustBe: "open to both",
        fix: securityRuleFor({ connection: found.closed, rule }),
        component: "UpdateNetworkRules",
        componentFix: "sources: { windowsUpdate: true }, networkSecurityGroup: { networkSecurityGroupName }",
      });
    },
  }),
  remediate: (resource) => (resource.type === "network:NetworkSecurityGroup" ? openTheOther(resource) : []),
};

/** Opens the tag that is closed for the machines of a rule that opens the other one. */
function openTheOther(group: StackResource): readonly Change[] {
  const decide = decideAlone(group);
  const openings = openingsOf(group).flatMap((opening) => {
    if (!opening.targets.some(({ text }) => windowsUpdateServiceTags.some(({ tag }) => sameName(tag, text)))) return [];
    const denialOf = (connection: Connection) => {
      const { access, rule } = decide(opening, connection);
      return access === "Deny" ? rule : undefined;
    };
    const found = tagOpenedAlone({ denialOf }, connectionsTo(windowsUpdateEndpoints));
    return found !== undefined && opening.targets.some(({ text }) => sameName(text, found.opened))
      ? [{ opening, found }]
      : [];
  });
  const first = onePerSource(openings.map(({ opening }) => opening));
  const additions = openings
    .filter(({ opening }) => first.includes(opening))
    .flatMap(({ opening, found: { closed: connection, rule } }) =>
      (connection.destination.serviceTags ?? []).map((tag) => ({
        beside: opening,
        tag,
        port: connection.port,
        denial: rule,
      })),
    );
  return addSecurityRules(group, additions);
}
