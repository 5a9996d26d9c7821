import { NotKnown } from "../properties";
import { attempt, everyOf, someOf } from "../three-valued";
import type { VirtualMachine } from "../virtual-machine";
import type { Connection } from "./connections";
import { hasDefaultRouteRound, waysRound } from "./default-route";
import type { Resources } from "./flow";
import type { Link } from "./network-interface";
import { hasDefaultOutboundAccess, hasExplicitWayOut } from "./outbound";
import { NextHop, type Route } from "./route-table";
import type { Subnet } from "./subnet";

/** A subnet that connections leave in no way. */
export interface DeadEnd {
  readonly subnet: Subnet;
  /** The route of one's own that takes a connection straight to the Internet; `undefined` where Azure's does. */
  readonly route: Route | undefined;
}

/**
 * The subnet from which one of some connections gets to the Internet in no way; `undefined` where all do: by what lets the
 * machine out, or by routes to an appliance or gateway. Throws {@link NotKnown} where nothing tells.
 */
export function deadEndOn(
  { networkInterface, subnet }: Link,
  { resource }: VirtualMachine,
  connections: readonly Connection[],
  routeOf: (connection: Connection) => Route,
  stack: Resources,
): DeadEnd | undefined {
  const isLetOut = someOf(
    [
      () => hasExplicitWayOut(networkInterface, subnet, stack),
      () => hasDefaultOutboundAccess(resource, networkInterface, subnet),
      () => everyOf(...connections.map((each) => () => goesRound(() => routeOf(each), subnet, stack))),
    ],
    (isOne) => isOne(),
  );
  if (isLetOut) return undefined;
  // A route of one's own comes before any that a gateway learns, unless that is longer.
  const straight = connections.map((each) => attempt(() => routeOf(each))).find(isOwnRouteToInternet);
  if (straight !== undefined) return { subnet, route: straight };
  const { virtualNetwork } = subnet;
  if (virtualNetwork.resource === undefined) throw virtualNetwork.outside();
  const { gateway } = virtualNetwork;
  if (gateway === undefined || refusesLearnedRoutes(subnet)) return { subnet, route: undefined };
  throw new NotKnown("routeTable", `of subnet ${subnet.name} may learn a default route by ${gateway.name}`);
}

/**
 * Whether a route takes a connection to an appliance or gateway, or within the network. Which address a name has is often
 * not known, nor whether a route for single addresses takes it; the default route then counts.
 */
function goesRound(routeOf: () => Route, subnet: Subnet, stack: Resources): boolean {
  const route = attempt(routeOf);
  if (!(route instanceof NotKnown)) return [...waysRound, NextHop.VnetLocal].includes(route.nextHopType);
  const tables = attempt(() => subnet.routeTables);
  if (tables instanceof NotKnown || tables.length === 0) throw route;
  if (everyOf(...tables.map((each) => () => hasDefaultRouteRound(each, stack)))) return true;
  throw route;
}

function isOwnRouteToInternet(route: Route | NotKnown): route is Route {
  return !(route instanceof NotKnown) && route.nextHopType === NextHop.Internet && route.resource !== undefined;
}

/** Whether the route table of a subnet keeps out the routes that gateways learn. */
function refusesLearnedRoutes({ routeTables }: Subnet): boolean {
  const [table] = routeTables;
  return table?.quoted(() => table.settings.boolean("disableBgpRoutePropagation")) ?? false;
}
