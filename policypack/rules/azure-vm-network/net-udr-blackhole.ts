import { outboundStatements } from "../../../facts/network";
import { type Connection, connectionsToOwn } from "../../stack/network/connections";
import type { MachineNetwork } from "../../stack/network/reachability";
import { endpointOf } from "../../stack/network/update-sources";
import { NotKnown } from "../../stack/properties";
import { attempt } from "../../stack/three-valued";
import { everything } from "../blocked";
import { provided } from "../judge";
import { everyNetworkedMachine, needsNoPublicSource } from "../machine-network";
import { publicConnections } from "../public-connections";
import { type Answer, broken, met, type Rule } from "../rule";

/** No route of one's own throws a machine's way to its updates away. */
export const netUdrBlackhole: Rule = {
  code: "AUM047",
  name: "net-udr-blackhole",
  area: "Azure VM network",
  title: "No route with next hop None takes what a VM sends to the source of its updates.",
  why: "Azure drops what such a route takes, so assessments and installations find no updates or fail.",
  level: "mandatory",
  since: "2026-11",
  source: outboundStatements.nextHopNone.source,
  blocks: everything,
  check: everyNetworkedMachine((network, stack) => {
    const sources = stack.updateSourcesOf(network.machine);
    const wsus = attempt(() => sources.wsus);
    if (wsus !== undefined && !(wsus instanceof NotKnown)) {
      return judgeRoutes(network, () => connectionsToOwn(endpointOf(wsus.url())));
    }
    return provided(
      () => needsNoPublicSource(sources),
      () => judgeRoutes(network, () => publicConnections(sources)),
    );
  }),
};

function judgeRoutes(network: MachineNetwork, connections: () => readonly Connection[]): Answer {
  const route = network.routeToNowhere(connections());
  if (route === undefined) return met;
  return broken({
    property: "networkProfile",
    found: `linked to a subnet with ${route.description}, whose next hop is None`,
    mustBe: "linked to one from which the source of updates is reached",
    fix: `in ${route.description}, set nextHopType to "Internet", or to "VirtualAppliance" with the address of a firewall, or remove the route`,
  });
}
