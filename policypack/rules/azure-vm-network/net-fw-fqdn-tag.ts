import { windowsUpdateFqdnTag } from "../../../facts/network";
import { everything } from "../blocked";
import { closed, firewallDenial, firewallRuleFor, firstClosed, neededConnections } from "../closed-source";
import { everyWayToSources, firewallNotRemediable } from "../machine-network";
import { broken, met, type Rule } from "../rule";

/** An Azure Firewall in the way of a Windows machine lets it through to Windows Update. */
export const netFwFqdnTag: Rule = {
  code: "AUM049",
  name: "net-fw-fqdn-tag",
  area: "Azure VM network",
  title: "An Azure Firewall that a Windows VM is routed to allows Windows Update, best by the FQDN tag WindowsUpdate.",
  why: "The firewall denies what no rule allows, so assessments and installations fail.",
  level: "mandatory",
  since: "2026-11",
  source: windowsUpdateFqdnTag.source,
  blocks: everything,
  check: everyWayToSources({
    operatingSystem: "Windows",
    isOpen: (network) => network.isUnrouted,
    ask: (network, sources) => {
      const found = firstClosed(neededConnections(sources), firewallDenial(network));
      if (found === undefined) return met;
      return broken({
        ...closed(found),
        fix: firewallRuleFor(found, windowsUpdateFqdnTag.tag),
        component: "UpdateNetworkRules",
        componentFix: "sources: { windowsUpdate: true }, sourceAddresses, firewallPolicy: { firewallPolicyName }",
      });
    },
  }),
  notRemediable: firewallNotRemediable,
};
