import type * as pulumi from "@pulumi/pulumi";
import { type RhuiServer, rhuiServers } from "../../facts/network";
import type { Problems } from "../shared/problems";
import type { Destination } from "./destination";
import { rhuiPage } from "./documents";

/** The routes of a route table. */
export interface RouteTableRoutesArgs {
  /**
   * The route table that gets the routes. It must not be declared with `routes` of its own, for each change of it would
   * delete all others. Default: none; the routes are in the output `routes` alone, to be given to a table as its `routes`.
   */
  routeTableName?: pulumi.Input<string>;
  /** Its resource group. Default: `resourceGroupName`. */
  resourceGroupName?: pulumi.Input<string>;
  /** What the names of the routes begin with. Default: the component's name. */
  routeNamePrefix?: string;
}

/** A route of a route table, in the words of ARM. */
export interface UpdateRoute {
  /** The name. */
  name: string;
  /** The address that the route is for. */
  addressPrefix: string;
  /** `Internet`: out of Azure's network directly, past a firewall or a network of one's own. */
  nextHopType: string;
}

/** A route, and what it is called below the component's name. */
export interface RouteDesign {
  readonly key: string;
  readonly route: UpdateRoute;
}

/**
 * Routes under forced tunnelling: RHUI answers machines alone that come from an address of Azure, so that each of its
 * servers is to be reached directly. Other sources can be reached by any way.
 */
export function resolveRoutes(
  name: string,
  { routeNamePrefix = name }: RouteTableRoutesArgs,
  destinations: readonly Destination[],
  problems: Problems,
): RouteDesign[] {
  const addresses = destinations.filter(({ group }) => group === "rhui").flatMap((rhui) => rhui.addresses);
  if (addresses.length === 0) {
    problems.add(
      "routeTable",
      `has no effect without sources.rhui: no other source needs a way of its own under forced tunnelling. Leave it out. See ${rhuiPage}`,
    );
  }
  const servers = rhuiServers.filter(({ address }) => addresses.includes(address));
  if (!/^[a-z0-9][\w.-]{0,54}$/i.test(routeNamePrefix)) {
    problems.add(
      "routeTable.routeNamePrefix",
      `${JSON.stringify(routeNamePrefix)} can't begin the name of a route: give at most 55 letters, digits, "_", "." and "-" that begin with a letter or digit.`,
    );
  }
  return servers.map((server) => ({
    key: keyOf(server),
    route: {
      name: `${routeNamePrefix}-${keyOf(server)}`,
      addressPrefix: `${server.address}/32`,
      nextHopType: "Internet",
    },
  }));
}

function keyOf({ region }: RhuiServer): string {
  return `rhui-${region.toLowerCase().replace(/ /g, "-")}`;
}
