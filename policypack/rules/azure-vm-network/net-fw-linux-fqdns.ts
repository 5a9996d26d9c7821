import { linuxEndpoints } from "../../../facts/network";
import { everything } from "../blocked";
import {
  closed,
  firewallDenial,
  firewallRuleFor,
  firstClosed,
  isSuse,
  neededConnections,
  partialRhuiList,
  sourcesOf,
} from "../closed-source";
import { everyWayToSources, firewallNotRemediable } from "../machine-network";
import { broken, met, notApplicable, type Rule } from "../rule";

/** An Azure Firewall in the way of a Linux machine lets it through to the repositories of its distribution. */
export const netFwLinuxFqdns: Rule = {
  code: "AUM050",
  name: "net-fw-linux-fqdns",
  area: "Azure VM network",
  title: "An Azure Firewall that a Linux VM is routed to allows the repositories of its distribution, on their port.",
  why: "The firewall denies what no rule allows, so assessments and installations fail.",
  level: "mandatory",
  since: "2026-11",
  source: [...new Set(Object.values(linuxEndpoints).flatMap((each) => each?.[0]?.source ?? []))],
  blocks: everything,
  check: everyWayToSources({
    operatingSystem: "Linux",
    isOpen: (network) => network.isUnrouted,
    ask: (network, sources) => {
      const connections = neededConnections(sources).filter((each) => !isSuse(each) || each.port === 443);
      const found = firstClosed(connections, firewallDenial(network));
      if (found === undefined) return met;
      if (partialRhuiList(connections, firewallDenial(network)) !== undefined) {
        return notApplicable("part of the RHUI servers is opened, on which net-fw-rhui-ips has a finding");
      }
      return broken({
        ...closed(found),
        fix: firewallRuleFor(found),
        component: "UpdateNetworkRules",
        componentFix: `sources: ${sourcesOf(found.connection.endpoint)}, sourceAddresses, firewallPolicy: { firewallPolicyName }`,
      });
    },
  }),
  notRemediable: firewallNotRemediable,
};
