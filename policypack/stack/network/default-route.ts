import { sameName } from "../arm-id";
import type { Properties } from "../properties";
import type { StackResource } from "../resource";
import { someOf } from "../three-valued";
import type { Resources } from "./flow";
import { isPartOf } from "./linked";
import { NextHop } from "./route-table";

const kind = { type: "network:RouteTable", nameProperty: "routeTableName" };

/** The next hops by which a connection goes another way than straight to the Internet. */
export const waysRound: readonly NextHop[] = [NextHop.VirtualAppliance, NextHop.VirtualNetworkGateway];

interface OwnRoute {
  readonly owner: StackResource;
  readonly settings: Properties;
  readonly isPart: () => boolean;
}

function routesOf(table: StackResource, stack: Resources): readonly OwnRoute[] {
  const own = table.quoted(() => table.settings.objects("routes"));
  return [
    ...own.map((settings) => ({ owner: table, settings, isPart: () => true })),
    ...stack.ofType("network:Route").map((owner) => ({
      owner,
      settings: owner.settings,
      isPart: () => isPartOf(owner, "routeTableName", table, kind),
    })),
  ];
}

/**
 * Whether a route table has a default route that takes traffic out by another way than straight to the Internet. Throws
 * `NotKnown` where it may have one.
 */
export function hasDefaultRouteRound(table: StackResource, stack: Resources): boolean {
  return someOf(routesOf(table, stack), ({ owner, settings, isPart }) => {
    if (!isPart()) return false;
    const nextHop = owner.quoted(() => settings.text("nextHopType")) ?? "";
    if (!waysRound.some((each) => sameName(each, nextHop))) return false;
    return owner.quoted(() => settings.text("addressPrefix")) === "0.0.0.0/0";
  });
}

/** Whether a route table has a route that leads nowhere. Throws `NotKnown` where it may have one. */
export function hasRouteToNowhere(table: StackResource, stack: Resources): boolean {
  return someOf(
    routesOf(table, stack),
    ({ owner, settings, isPart }) =>
      isPart() && sameName(owner.quoted(() => settings.text("nextHopType")) ?? "", NextHop.None),
  );
}
