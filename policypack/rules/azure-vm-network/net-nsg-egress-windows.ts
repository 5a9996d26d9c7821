import { windowsNetworkStatements, windowsUpdateEndpoints } from "../../../facts/network";
import { everything } from "../blocked";
import { allClosed, closed, type Denial, firstClosed, neededConnections, securityRuleFor } from "../closed-source";
import { everyWayToSources, groupNotRemediable } from "../machine-network";
import { broken, met, notApplicable, type Rule } from "../rule";
import { tagOpenedAlone } from "../windows-update-tags";

/** The network security groups of a Windows machine let it out to Windows Update, on both of its ports. */
export const netNsgEgressWindows: Rule = {
  code: "AUM040",
  name: "net-nsg-egress-windows",
  area: "Azure VM network",
  title: "The network security groups of a Windows VM allow TCP 443 and TCP 80 to Windows Update.",
  why: "Metadata comes over port 443 and downloads over port 80, so that without either assessments or installations fail.",
  level: "mandatory",
  since: "2026-11",
  source: [...windowsNetworkStatements.protocols.source, ...(windowsUpdateEndpoints[0]?.source ?? [])],
  blocks: everything,
  check: everyWayToSources({
    operatingSystem: "Windows",
    isOpen: (network) => network.isUnfiltered,
    ask: (network, sources) => {
      const connections = neededConnections(sources);
      const denial: Denial = (each) => network.denialOf(each);
      const found = firstClosed(connections, denial);
      if (found === undefined) return met;
      if (tagOpenedAlone(network, connections) !== undefined) {
        return notApplicable("one of two service tags is opened, on which net-nsg-wu-tags has a finding");
      }
      return broken({
        ...closed(found),
        // Whoever opens one of the ports alone has the next finding on the other.
        fix: securityRuleFor(
          found,
          ...allClosed(connections, denial).filter(({ connection }) => connection.port !== found.connection.port),
        ),
        component: "UpdateNetworkRules",
        componentFix: "sources: { windowsUpdate: true }, networkSecurityGroup: { networkSecurityGroupName }",
      });
    },
  }),
  notRemediable: groupNotRemediable,
};
