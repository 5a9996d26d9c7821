import { rhuiEndpoint, rhuiServers, rhuiStatements } from "../../../facts/network";
import { type Connection, connectionsTo } from "../../stack/network/connections";
import { waysRound } from "../../stack/network/default-route";
import type { MachineNetwork } from "../../stack/network/reachability";
import { type Route, RouteTable } from "../../stack/network/route-table";
import { NotKnown } from "../../stack/properties";
import type { StackResource } from "../../stack/resource";
import { attempt } from "../../stack/three-valued";
import { everything } from "../blocked";
import { isRhui, neededConnections, placeOf } from "../closed-source";
import { everyWayToSources } from "../machine-network";
import { freeName, seenAlone } from "../network-remediation";
import { broken, type Change, met, notApplicable, type Rule } from "../rule";

/** Under forced tunnelling, routes take a RHEL machine to every server of RHUI directly. */
export const netUdrRhui: Rule = {
  code: "AUM048",
  name: "net-udr-rhui",
  area: "Azure VM network",
  title: "Under forced tunnelling, a RHEL VM has a route with next hop Internet for every server of RHUI.",
  why: "RHUI answers machines alone whose address is one of Azure's, so updates fail where a network of one's own is in between.",
  level: "mandatory",
  since: "2026-11",
  source: rhuiStatements.azureSourcesOnly.source,
  blocks: everything,
  check: everyWayToSources({
    operatingSystem: "Linux",
    isOpen: (network) => network.isUnrouted,
    ask: (network, sources) => {
      const connections = neededConnections(sources).filter(isRhui);
      if (connections.length === 0) return notApplicable("the machine gets no updates from RHUI");
      const routes = connections.map((connection) => ({ connection, route: network.routeOf(connection) }));
      const hasDirect = routes.some(({ route }) => route.nextHopType === "Internet");
      const elsewhere = ({ route }: (typeof routes)[number]) => leadsElsewhere(network, route, hasDirect);
      const found = routes.find(elsewhere);
      if (found === undefined) return met;
      const hop = found.route.nextHopType === "VirtualAppliance" ? "an appliance" : "a gateway";
      return broken({
        property: "networkProfile",
        found: `linked to a subnet with ${found.route.description}, which takes ${placeOf(found.connection)} to ${hop}`,
        mustBe: "linked to one with routes of next hop Internet for all of its servers",
        fix: additionsTo(
          found.route,
          routes.filter((each) => attempt(() => elsewhere(each)) === true).map(({ connection }) => connection),
        ),
        component: "UpdateNetworkRules",
        componentFix: "sources: { rhui: true }, routeTable: { routeTableName }",
      });
    },
  }),
  remediate: (resource) => (resource.type === "network:RouteTable" ? completeRoutes(resource) : []),
};

/**
 * Adds routes for the servers that the table takes elsewhere, where it takes another one directly. Without such a one,
 * nothing says that machines with RHEL are behind it.
 */
function completeRoutes(table: StackResource): readonly Change[] {
  const routes = new RouteTable(table, seenAlone(table));
  const source = { prefixes: () => ["0.0.0.0/0"], applicationSecurityGroups: () => [] };
  const taken = connectionsTo([rhuiEndpoint]).map((connection) => ({
    address: connection.destination.address,
    route: routes.routeTo({ ...connection, source, virtualNetwork: { prefixes: () => [] } }),
  }));
  if (!taken.some(({ route }) => route.nextHopType === "Internet" && route.resource === table)) return [];
  const elsewhere = taken.filter(({ route }) => waysRound.includes(route.nextHopType));
  const own = table.settings.objects("routes");
  const names = new Set(own.map((each) => each.text("name")?.toLowerCase()));
  return rhuiServers
    .filter(({ address }) => elsewhere.some((each) => each.address === address))
    .map(({ address, region }, index) => ({
      path: `routes[${own.length + index}]`,
      value: {
        name: freeName(`rhui-${region.toLowerCase().replace(/ /g, "-")}`, names),
        addressPrefix: `${address}/32`,
        nextHopType: "Internet",
      },
    }));
}

/** The routes that a table lacks, as code. */
function additionsTo({ table }: Route, connections: readonly Connection[]): string {
  const [first, ...others] = connections.map(({ destination }) => destination.address);
  const same = others.length === 0 ? "" : `, and the same for ${others.join(", ")}`;
  return `add to route table ${table}: { name: "rhui-1", addressPrefix: "${first}/32", nextHopType: "Internet" }${same}`;
}

/**
 * Whether a route takes RHUI elsewhere. An Azure Firewall has an address of Azure; what another appliance has is not
 * visible here, but whoever has routes past it for other servers of RHUI needs one for this too.
 */
function leadsElsewhere(network: MachineNetwork, route: Route, hasOthersDirect: boolean): boolean {
  if (route.nextHopType === "VirtualNetworkGateway") return true;
  if (route.nextHopType !== "VirtualAppliance") return false;
  const firewall = attempt(() => network.firewallBehind(route));
  if (!(firewall instanceof NotKnown)) return false;
  if (hasOthersDirect) return true;
  throw firewall;
}
