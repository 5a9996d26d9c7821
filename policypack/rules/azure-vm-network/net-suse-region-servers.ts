import { suseServerCount } from "../../../facts/network";
import type { Connection } from "../../stack/network/connections";
import type { MachineNetwork } from "../../stack/network/reachability";
import { NotKnown } from "../../stack/properties";
import type { Stack } from "../../stack/stack";
import { firstOf, someOf } from "../../stack/three-valued";
import { everything } from "../blocked";
import { isSuse, neededConnections } from "../closed-source";
import { everyWayToSources } from "../machine-network";
import { countOpen } from "../open-addresses";
import { type Answer, broken, met, notApplicable, type Rule } from "../rule";

const { regionServers, updateServers } = suseServerCount;

/** A list of addresses by which a SLES machine is let out has all servers of its region, on both ports. */
export const netSuseRegionServers: Rule = {
  code: "AUM052",
  name: "net-suse-region-servers",
  area: "Azure VM network",
  title:
    "A list of addresses that lets a SLES VM out has the region servers and update servers of SUSE, on their ports.",
  why: "Registration goes to a region server and updates come from update servers, whose names cannot be used in rules, so that an incomplete list makes either fail.",
  level: "advisory",
  since: "2026-11",
  source: suseServerCount.source,
  blocks: everything,
  check: everyWayToSources({
    operatingSystem: "Linux",
    isOpen: (network) => network.isUnfiltered,
    ask: (network, sources, stack) => {
      const connections = neededConnections(sources).filter(isSuse);
      if (connections.length === 0) return notApplicable("the machine gets no updates from SUSE's own servers");
      return firstOf(...connections.map((each) => () => judgePort(network, stack, each))) ?? met;
    },
  }),
};

function judgePort(network: MachineNetwork, stack: Stack, connection: Connection): Answer | undefined {
  const { port } = connection;
  const { atLeast, atMost } = countOpen(network, stack, connection);
  const needed = regionServers + updateServers;
  if (atLeast >= needed) return undefined;
  // Where port 443 is closed altogether, net-nsg-egress-linux has a finding.
  if (port === 443 && atMost === 0) return undefined;
  if (port === 80 && usesHttpsOnly(network, stack)) return undefined;
  if (atMost >= needed) {
    throw new NotKnown("networkProfile", `may or may not be open to the servers of SUSE on TCP ${port}`);
  }
  return broken({
    property: "networkProfile",
    found: `open to ${atMost} addresses on TCP ${port} by its network security groups`,
    mustBe: `open to all of SUSE's servers in its region, which are at least ${regionServers} region servers and ${updateServers} update servers`,
    fix: `add a security rule: { direction: "Outbound", access: "Allow", protocol: "Tcp", destinationAddressPrefixes: ["ADDRESSES"], destinationPortRange: "${port}" }, with the addresses that pint microsoft servers --json --region REGION prints${port === 80 ? ", or set httpsOnly = true in /etc/regionserverclnt.cfg" : ""}`,
    component: "UpdateNetworkRules",
    componentFix: 'sources: { suse: { addresses: ["ADDRESSES"] } }, networkSecurityGroup: { networkSecurityGroupName }',
  });
}

function usesHttpsOnly(network: MachineNetwork, stack: Stack): boolean {
  return someOf(stack.scriptsOf(network.machine), ({ text }) => /httpsOnly\s*=\s*true/i.test(text));
}
