import { sameName } from "../arm-id";
import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt } from "../three-valued";
import { addressesOf, addressesOfAll, type Prefix, prefixOf, privatePrefixes, publicAddresses } from "./addresses";
import { all, type Candidate, firstMatch, unknown, within } from "./cases";
import { caseOf, goesTo, nameOf } from "./conditions";
import type { Flow, Resources } from "./flow";
import { isPartOf } from "./linked";
import { difference } from "./ranges";

/** Where a route sends what it matches. */
export const NextHop = {
  VirtualNetworkGateway: "VirtualNetworkGateway",
  VnetLocal: "VnetLocal",
  Internet: "Internet",
  VirtualAppliance: "VirtualAppliance",
  None: "None",
} as const;
export type NextHop = (typeof NextHop)[keyof typeof NextHop];

/** A route that a connection takes. */
export interface Route {
  /** Its name, as Azure has it, or that of its resource in the program. */
  readonly name: string;
  readonly nextHopType: NextHop;
  /** The address of the appliance, for the next hop `VirtualAppliance`; throws {@link NotKnown} where it is not known. */
  readonly nextHopIpAddress: () => string | undefined;
  /** The resource that it is part of; `undefined` for a route of Azure's own. */
  readonly resource: StackResource | undefined;
  /** Path of the route in this resource; `undefined` for one of Azure's own and for one that is a resource of its own. */
  readonly property: string | undefined;
  /** The name of the route table that it is part of; `undefined` for one of Azure's own. */
  readonly table: string | undefined;
  /** The route in words for a message, for example `route "default" of route table spokes`. */
  readonly description: string;
}

/** A route of one's own, before anybody asks for it. */
interface OwnRoute {
  readonly settings: Properties;
  readonly owner: StackResource;
  /** Whether it is part of the table, or why that is not known. */
  readonly isPart: true | NotKnown;
  /** Its prefix; a service tag as a text; or why it is not known. */
  readonly prefix: Prefix | string | NotKnown;
}

const kind = { type: "network:RouteTable", nameProperty: "routeTableName" };

/** The routes of a subnet: those of its route table, where it has one, and those that Azure gives every subnet. */
export class RouteTable {
  constructor(
    /** The route table; `undefined` for a subnet without one, which has Azure's own routes alone. */
    readonly resource: StackResource | undefined,
    private readonly stack: Resources,
  ) {}

  /**
   * The route that a connection takes. Routes that a gateway learns over BGP are not among them. Throws {@link NotKnown}
   * where what is not known decides.
   */
  routeTo(flow: Flow): Route {
    return firstMatch(caseOf(flow), this.candidates(flow), isSameHop);
  }

  /** The prefixes of the routes of one's own, which the service tag `VirtualNetwork` may have; those not known are left out. */
  get prefixes(): readonly string[] {
    return this.routes.flatMap(({ settings }) => {
      const text = attempt(() => settings.text("addressPrefix"));
      return typeof text === "string" && prefixOf(text) !== undefined ? [text] : [];
    });
  }

  /** The routes that are, or may be, part of the table. */
  private get routes(): readonly OwnRoute[] {
    const { resource } = this;
    if (resource === undefined) return [];
    const inline = resource.quoted(() => resource.settings.objects("routes"));
    const own = inline.map((settings) => ({ settings, owner: resource, isPart: true as const }));
    const separate = this.stack.ofType("network:Route").flatMap((owner) => {
      const isPart = attempt(() => isPartOf(owner, "routeTableName", resource, kind));
      return isPart === false ? [] : [{ settings: owner.settings, owner, isPart }];
    });
    return [...own, ...separate].map((route) => ({ ...route, prefix: attempt(() => prefixOfRoute(route)) }));
  }

  /**
   * The routes in the order in which Azure takes them: the longest prefix first, one's own before Azure's of the same
   * length. How long the prefixes of a service tag are is not known, but longer than none: tags come before all other
   * routes in some cases, and in all cases before those to everywhere.
   */
  private candidates(flow: Flow): readonly Candidate<Route>[] {
    const placed: { readonly length: number; readonly candidate: Candidate<Route> }[] = [];
    const [unplaced, tags]: [Candidate<Route>[], Candidate<Route>[]] = [[], []];
    for (const route of this.routes) {
      const candidate = this.candidate(route, flow);
      if (route.prefix instanceof NotKnown) unplaced.push(candidate);
      else if (typeof route.prefix === "string") tags.push(candidate);
      else placed.push({ length: route.prefix.length, candidate });
    }
    const length = unknown(new NotKnown("routes", "have a service tag, whose prefixes are not known"));
    const ordered = [...placed, ...systemRoutes(flow)].sort((one, other) => other.length - one.length);
    const ofLength = (isOne: (length: number) => boolean) =>
      ordered.filter((each) => isOne(each.length)).map(({ candidate }) => candidate);
    return [
      ...ofLength((each) => each === 32),
      ...unplaced,
      ...tags.map(({ condition, result }) => ({ condition: all(condition, length), result })),
      joinedRoute(flow),
      ...ofLength((each) => each > 0 && each < 32),
      ...tags,
      ...ofLength((each) => each === 0),
    ];
  }

  private candidate({ settings, owner, isPart, prefix }: OwnRoute, flow: Flow): Candidate<Route> {
    const isDestination = () => {
      if (prefix instanceof NotKnown) return unknown(prefix);
      if (typeof prefix !== "string") return within("destinations", prefix.addresses, partOf(flow, settings, owner));
      return goesTo([{ path: settings.pathOf("addressPrefix"), text: () => prefix }], flow, owner);
    };
    const condition = isPart === true ? isDestination() : all(isDestination(), unknown(isPart));
    return { condition, result: () => this.route(settings, owner) };
  }

  private route(settings: Properties, owner: StackResource): Route {
    const isSeparate = owner !== this.resource;
    const names = ["name", "routeName"].map((property) => attempt(() => settings.text(property)));
    const name = names.find((each) => typeof each === "string") ?? (isSeparate ? owner.name : settings.path);
    return {
      name: String(name),
      nextHopType: nextHopOf(settings, owner),
      nextHopIpAddress: () => owner.quoted(() => settings.text("nextHopIpAddress")),
      resource: owner,
      property: isSeparate ? undefined : settings.path,
      table: this.resource?.name,
      description: `route ${JSON.stringify(name)} of route table ${this.resource?.name}`,
    };
  }
}

/** The routes that Azure gives every subnet. */
function systemRoutes(flow: Flow): readonly { readonly length: number; readonly candidate: Candidate<Route> }[] {
  const prefixes = attempt(flow.virtualNetwork.prefixes);
  const own = prefixes instanceof NotKnown ? [] : prefixes;
  return [
    ...own.map((each) => systemRoute(each, NextHop.VnetLocal, flow)),
    ...privatePrefixes.map((each) => systemRoute(each, NextHop.None, flow)),
    systemRoute("0.0.0.0/0", NextHop.Internet, flow),
  ];
}

function systemRoute(text: string, nextHopType: NextHop, flow: Flow) {
  const prefix = prefixOf(text);
  const reason = () => new NotKnown("subnet", `may or may not have ${nameOf(flow.destination)} in its virtual network`);
  const result = () => ({
    name: text,
    nextHopType,
    nextHopIpAddress: () => undefined,
    resource: undefined,
    property: undefined,
    table: undefined,
    description: `Azure's own route for ${text}`,
  });
  const condition = within("destinations", prefix?.addresses ?? [], reason);
  return { length: prefix?.length ?? 0, candidate: { condition, result } };
}

/** The routes to what is joined to the virtual network: they are there where it is, and nobody knows with which prefixes. */
function joinedRoute(flow: Flow): Candidate<Route> {
  const { prefixes, beyond = () => [] } = flow.virtualNetwork;
  const own = attempt(prefixes);
  const joined = attempt(beyond);
  const reason =
    [own, joined].find((each) => each instanceof NotKnown) ??
    new NotKnown("subnet", `may or may not have ${nameOf(flow.destination)} joined to its virtual network`);
  const because = reason instanceof NotKnown ? reason : new NotKnown("subnet", "may have joined networks");
  const isUnknown = own instanceof NotKnown || joined instanceof NotKnown;
  const possible = isUnknown ? privatePrefixes : joined;
  const addresses = difference(
    difference(addressesOfAll(possible), publicAddresses),
    own instanceof NotKnown ? [] : addressesOfAll(own),
  );
  const result = () => {
    throw because;
  };
  return {
    condition: all(
      within("destinations", addresses, () => because),
      unknown(because),
    ),
    result,
  };
}

function isSameHop(one: Route, other: Route): boolean {
  if (one.nextHopType !== other.nextHopType) return false;
  if (one.nextHopType !== NextHop.VirtualAppliance) return true;
  if (one.resource === other.resource && one.property === other.property) return true;
  const [address, otherAddress] = [one, other].map((each) => attempt(each.nextHopIpAddress));
  return typeof address === "string" && address === otherAddress;
}

function nextHopOf(settings: Properties, owner: StackResource): NextHop {
  const text = owner.quoted(() => settings.text("nextHopType"));
  const known = Object.values(NextHop).find((each) => sameName(each, text ?? ""));
  if (known !== undefined) return known;
  const because = text === undefined ? "is not given" : `is ${JSON.stringify(text)}, which is no next hop`;
  throw new NotKnown(settings.pathOf("nextHopType"), `of ${owner.name} ${because}`);
}

/** The prefix of a route: as addresses, none for IPv6, or as the text that is a service tag. */
function prefixOfRoute({ settings, owner }: Pick<OwnRoute, "settings" | "owner">): Prefix | string {
  const text = owner.quoted(() => settings.text("addressPrefix"));
  if (text === undefined) throw new NotKnown(settings.pathOf("addressPrefix"), `of ${owner.name} is not given`);
  return prefixOf(text) ?? (addressesOf(text) === undefined ? text : { addresses: [], length: 0 });
}

function partOf(flow: Flow, settings: Properties, owner: StackResource): () => NotKnown {
  const because = `of ${owner.name} may or may not have ${nameOf(flow.destination)}`;
  return () => new NotKnown(settings.pathOf("addressPrefix"), because);
}
