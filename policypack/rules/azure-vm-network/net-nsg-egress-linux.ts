import { type Endpoint, linuxEndpoints } from "../../../facts/network";
import { everything } from "../blocked";
import {
  closed,
  firstClosed,
  isSuse,
  neededConnections,
  partialRhuiList,
  securityRuleFor,
  sourcesOf,
} from "../closed-source";
import { everyWayToSources, groupNotRemediable } from "../machine-network";
import { countOpen } from "../open-addresses";
import { broken, met, notApplicable, type Rule } from "../rule";

/** The network security groups of a Linux machine let it out to the repositories of its distribution. */
export const netNsgEgressLinux: Rule = {
  code: "AUM041",
  name: "net-nsg-egress-linux",
  area: "Azure VM network",
  title: "The network security groups of a Linux VM allow the port of its distribution's repositories.",
  why: "The package manager reaches no repository, so assessments and installations fail.",
  level: "mandatory",
  since: "2026-11",
  source: [...new Set(Object.values(linuxEndpoints).flatMap((each) => each?.[0]?.source ?? []))],
  blocks: everything,
  check: everyWayToSources({
    operatingSystem: "Linux",
    isOpen: (network) => network.isUnfiltered,
    ask: (network, sources, stack) => {
      // Of SUSE, net-suse-region-servers judges port 80, which is needed in some cases only.
      const connections = neededConnections(sources).filter((each) => !isSuse(each) || each.port === 443);
      const [suse] = connections.filter(isSuse);
      if (suse !== undefined && isList(countOpen(network, stack, suse))) {
        return notApplicable("some addresses are opened, which net-suse-region-servers counts");
      }
      const found = firstClosed(connections, (each) => network.denialOf(each));
      if (found === undefined) return met;
      if (partialRhuiList(connections, (each) => network.denialOf(each)) !== undefined) {
        return notApplicable("part of the RHUI servers is opened, on which net-fw-rhui-ips has a finding");
      }
      return broken({
        ...closed(found),
        fix: securityRuleFor(found),
        component: "UpdateNetworkRules",
        componentFix: `sources: ${sourcesOf(found.connection.endpoint)}, networkSecurityGroup: ${groupFor(found.connection.endpoint)}`,
      });
    },
  }),
  notRemediable: groupNotRemediable,
};

/** The group as the component takes it, which asks for a word before it opens the Internet for what it cannot name otherwise. */
function groupFor({ serviceTags, addresses, fqdns }: Endpoint): string {
  // The servers of SUSE have no names, and the component is given their addresses.
  const isCovered = serviceTags !== undefined || addresses !== undefined || fqdns.length === 0;
  return isCovered ? "{ networkSecurityGroupName }" : "{ networkSecurityGroupName, allowInternet: true }";
}

/** Whether so few addresses are opened that somebody has listed them: the documents of SUSE have no more for any region. */
function isList({ atLeast, atMost }: ReturnType<typeof countOpen>): boolean {
  return atLeast > 0 && atMost < 256;
}
