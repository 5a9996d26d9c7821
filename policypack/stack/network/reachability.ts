import { rhuiEndpoints } from "../../../facts/network";
import { sameName } from "../arm-id";
import { NotKnown } from "../properties";
import type { StackResource } from "../resource";
import { attempt, everyOf, findOf, firstOf, someOf } from "../three-valued";
import type { VirtualMachine } from "../virtual-machine";
import { agreed, isAlike } from "./agreement";
import { firewallBehind } from "./appliance";
import { type Connection, eachNameOf } from "./connections";
import { type DeadEnd, deadEndOn } from "./dead-end";
import { hasRouteToNowhere } from "./default-route";
import type { Firewall } from "./firewall";
import type { DecidingRule, Decision, Flow, Resources } from "./flow";
import { remembered } from "./memory";
import { type Link, primaryInterfacesOf } from "./network-interface";
import { platformDenial } from "./platform-tags";
import { NextHop, type Route, RouteTable } from "./route-table";
import { SecurityGroup } from "./security-group";

/** What keeps a machine from an endpoint. */
export type Obstacle =
  | { readonly kind: "security group"; readonly rule: DecidingRule }
  /** A route that leads nowhere. */
  | { readonly kind: "route to nowhere"; readonly route: Route }
  /** A route by which RHUI sees a source that is none of Azure's. */
  | { readonly kind: "forced tunnelling"; readonly route: Route }
  | { readonly kind: "firewall"; readonly firewall: StackResource; readonly rule: DecidingRule }
  | ({ readonly kind: "no way out" } & DeadEnd);

/**
 * The network of a machine. Where the graph alone tells how it is linked, and has several candidates, all of them have to
 * agree; where they don't, it is not known.
 */
export class MachineNetwork {
  constructor(
    readonly machine: VirtualMachine,
    /** The ways in which the machine may be linked to its network, one of which is the one. */
    readonly links: readonly Link[],
    private readonly stack: Resources,
  ) {}

  /** Whether no network security group is on its way, whatever its destination. */
  get isUnfiltered(): boolean {
    return this.agreed(
      ({ networkInterface, subnet }) =>
        everyOf(
          () => networkInterface.securityGroups.length === 0,
          () => subnet.securityGroups.length === 0,
        ),
      (one, other) => one === other,
    );
  }

  /** Whether Azure's own routes lead it everywhere, for want of a route table. */
  get isUnrouted(): boolean {
    return this.agreed(
      ({ subnet }) => subnet.routeTables.length === 0,
      (one, other) => one === other,
    );
  }

  /** The rule of a network security group, on subnet or interface, that denies a connection; `undefined` where both allow it. */
  denialOf(connection: Connection): DecidingRule | undefined {
    return this.agreed((link) =>
      firstOf(
        () => this.denialBy(link.networkInterface.securityGroups, link, connection),
        () => this.denialBy(link.subnet.securityGroups, link, connection),
      ),
    );
  }

  /** The route that a connection takes, of one's own or of Azure's. */
  routeOf(connection: Connection): Route {
    return this.agreed(
      (link) => this.routeOn(link, connection),
      (one, other) => one.nextHopType === other.nextHopType,
    );
  }

  /**
   * The route of one's own by which one of some connections gets nowhere; `undefined` where none does. Throws
   * {@link NotKnown} where what is not known decides.
   */
  routeToNowhere(connections: readonly Connection[]): Route | undefined {
    return firstOf(...connections.map((each) => () => this.agreed((link) => this.routeToNowhereOn(link, each))));
  }

  /** The rule by which a network security group keeps the machine from the platform's service of a tag; `undefined` where none does. */
  platformDenialOf(tag: string): DecidingRule | undefined {
    return this.agreed(({ networkInterface, subnet }) =>
      firstOf(
        () => this.platformDenialBy(networkInterface.securityGroups, tag),
        () => this.platformDenialBy(subnet.securityGroups, tag),
      ),
    );
  }

  /** Whether the machine asks DNS servers of one's own, as its interface or its virtual network say. */
  get hasDnsServers(): boolean {
    return this.agreed(
      ({ networkInterface, subnet }) =>
        someOf([() => networkInterface.hasDnsServers, () => subnet.virtualNetwork.hasDnsServers], (each) => each()),
      (one, other) => one === other,
    );
  }

  /**
   * The subnet from which one of some connections gets to the Internet in no way; `undefined` where all do: by what lets
   * the machine out, or by routes to an appliance or gateway.
   */
  deadEndOf(connections: readonly Connection[]): DeadEnd | undefined {
    return this.agreed((link) =>
      deadEndOn(link, this.machine, connections, (each) => this.routeOn(link, each), this.stack),
    );
  }

  /**
   * The firewall of this stack that a route leads to. Throws {@link NotKnown} for any other appliance and for a
   * gateway: what these let through is not visible here.
   */
  firewallBehind(route: Route): Firewall {
    return firewallBehind(route, this.stack);
  }

  /** What a firewall does with a connection: the decision that denies one of the names, else that on the first. */
  decisionOf(firewall: Firewall, connection: Connection): Decision {
    const ambiguous = () => new NotKnown("networkProfile", "may be linked to any of several subnets");
    return agreed(
      this.links,
      (link) => {
        const decide = (each: Connection) =>
          remembered(this.stack, keyOf(firewall.resource.urn, link, each), () =>
            firewall.decide(this.flowOf(link, each)),
          );
        const asked = eachNameOf(connection);
        return decide(findOf(asked, (each) => decide(each).access === "Deny") ?? asked[0] ?? connection);
      },
      (one, other) => one.access === other.access,
      ambiguous,
    );
  }

  /** What keeps the machine from an endpoint; `undefined` where it is reached. */
  obstacleTo(connection: Connection): Obstacle | undefined {
    return firstOf(
      () => {
        const rule = this.denialOf(connection);
        return rule && { kind: "security group" as const, rule };
      },
      () => this.obstacleOnRoute(connection),
    );
  }

  private obstacleOnRoute(connection: Connection): Obstacle | undefined {
    const route = this.routeOf(connection);
    switch (route.nextHopType) {
      case NextHop.VnetLocal:
        return undefined;
      case NextHop.None:
        if (route.resource !== undefined) return { kind: "route to nowhere", route };
        throw new NotKnown("routeTable", "has a private address on its way that only other networks can lead to");
      case NextHop.VirtualAppliance:
      case NextHop.VirtualNetworkGateway: {
        if (route.nextHopType === NextHop.VirtualNetworkGateway && isRhui(connection)) {
          return { kind: "forced tunnelling", route };
        }
        const firewall = this.firewallBehind(route);
        const { access, rule } = this.decisionOf(firewall, connection);
        return access === "Deny" ? { kind: "firewall", firewall: firewall.resource, rule } : undefined;
      }
      case NextHop.Internet: {
        const deadEnd = this.deadEndOf([connection]);
        return deadEnd && { kind: "no way out", ...deadEnd };
      }
    }
  }

  private denialBy(groups: readonly StackResource[], link: Link, connection: Connection): DecidingRule | undefined {
    if (groups.length === 0) return undefined;
    const flow = this.flowOf(link, connection);
    const ambiguous = () => new NotKnown("networkSecurityGroup", "may be any of several");
    return agreed(
      groups,
      (group) => {
        const decide = () => new SecurityGroup(group, this.stack).decide(flow);
        const { access, rule } = remembered(this.stack, keyOf(group.urn, link, connection), decide);
        return access === "Deny" ? rule : undefined;
      },
      isAlike,
      ambiguous,
    );
  }

  private routeOn(link: Link, connection: Connection): Route {
    return remembered(this.stack, keyOf("route", link, connection), () => {
      const flow = this.flowOf(link, connection);
      const tables = link.subnet.routeTables;
      if (tables.length === 0) return new RouteTable(undefined, this.stack).routeTo(flow);
      return agreed(
        tables,
        (table) => new RouteTable(table, this.stack).routeTo(flow),
        (one, other) => one.nextHopType === other.nextHopType,
        () => new NotKnown("routeTable", `of subnet ${link.subnet.name} may be any of several`),
      );
    });
  }

  private routeToNowhereOn(link: Link, connection: Connection): Route | undefined {
    const tables = link.subnet.routeTables;
    const leadsNowhere = everyOf(
      // Where no route is of the kind, it need not be known which one is taken.
      () => someOf(tables, (table) => hasRouteToNowhere(table, this.stack)),
      () => isOwnRouteToNowhere(this.routeOn(link, connection)),
    );
    return leadsNowhere ? this.routeOn(link, connection) : undefined;
  }

  private platformDenialBy(groups: readonly StackResource[], tag: string): DecidingRule | undefined {
    if (groups.length === 0) return undefined;
    const ambiguous = () => new NotKnown("networkSecurityGroup", "may be any of several");
    return agreed(groups, (group) => platformDenial(group, tag, this.stack), isAlike, ambiguous);
  }

  /** A connection as it is seen on one of the ways in which the machine may be linked. */
  flowOf({ networkInterface, subnet }: Link, connection: Connection): Flow {
    const { virtualNetwork } = subnet;
    const routed = () => subnet.routeTables.flatMap((each) => new RouteTable(each, this.stack).prefixes);
    return {
      ...connection,
      source: {
        prefixes: () => {
          const { privateAddress } = networkInterface;
          return privateAddress === undefined ? subnet.prefixes : [privateAddress];
        },
        applicationSecurityGroups: () => networkInterface.applicationSecurityGroups,
      },
      virtualNetwork: {
        prefixes: () => virtualNetwork.prefixes,
        beyond: () => [...virtualNetwork.joined, ...routed()],
      },
    };
  }

  private agreed<R>(ask: (link: Link) => R, isSame: (one: R, other: R) => boolean = isAlike): R {
    const ambiguous = () =>
      new NotKnown("networkProfile", "may be linked to any of several network interfaces and subnets");
    return agreed(this.links, ask, isSame, ambiguous);
  }
}

/** The network of a machine; `undefined` where the machine declares no network interface. Throws {@link NotKnown} where that is not known. */
export function networkOf(machine: VirtualMachine, stack: Resources): MachineNetwork | undefined {
  const interfaces = primaryInterfacesOf(machine, stack);
  if (interfaces === undefined) return undefined;
  const links = interfaces.flatMap((networkInterface) =>
    networkInterface.subnets.map((subnet) => ({ networkInterface, subnet })),
  );
  return new MachineNetwork(machine, links, stack);
}

/** What is asked of a group, the routes or a firewall; `undefined` where it is not the same for each machine of the subnet. */
function keyOf(what: string, { networkInterface, subnet }: Link, connection: Connection): string | undefined {
  const { protocol, port, application, destination } = connection;
  const from = attempt(() => [
    networkInterface.privateAddress ?? "",
    ...networkInterface.applicationSecurityGroups.map(({ resource, id }) => resource?.urn ?? id ?? ""),
  ]);
  if (from instanceof NotKnown) return undefined;
  const { resource, part } = subnet;
  return JSON.stringify([what, resource.urn, part.properties.path, from, protocol, port, application, destination]);
}

function isOwnRouteToNowhere({ nextHopType, resource }: Route): boolean {
  return nextHopType === NextHop.None && resource !== undefined;
}

function isRhui({ endpoint }: Connection): boolean {
  return Object.values(rhuiEndpoints).some(({ purpose }) => sameName(purpose, endpoint.purpose));
}
