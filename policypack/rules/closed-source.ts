import { type Endpoint, retiredRhuiAddresses, rhuiServers, suseEndpoints } from "../../facts/network";
import { type Connection, connectionsTo, eachNameOf } from "../stack/network/connections";
import { waysRound } from "../stack/network/default-route";
import type { DecidingRule } from "../stack/network/flow";
import type { MachineNetwork } from "../stack/network/reachability";
import type { UpdateSources } from "../stack/network/update-sources";
import { NotKnown } from "../stack/properties";
import { attempt, firstOf } from "../stack/three-valued";
import type { Broken } from "./rule";

/**
 * A connection that a machine needs for its updates, and the rule that denies it. Of the names that the machine asks for,
 * the connection has those that are denied, and after them those of which that is not known.
 */
export interface Closed {
  readonly connection: Connection;
  readonly rule: DecidingRule;
}

/** What decides on a machine's connections in one place: the rule that denies one; `undefined` where it is allowed. */
export type Denial = (connection: Connection) => DecidingRule | undefined;

/** The connections that a machine needs for its updates, without those that no document confirms where there are others. */
export function neededConnections({ publicEndpoints }: UpdateSources): readonly Connection[] {
  const confirmed = publicEndpoints.filter(({ unconfirmed }) => unconfirmed === undefined);
  return connectionsTo(confirmed.length > 0 ? confirmed : publicEndpoints);
}

/** The first of some connections that is denied. Throws `NotKnown` where none is, but one may be. */
export function firstClosed(connections: readonly Connection[], denial: Denial): Closed | undefined {
  return firstOf(
    ...connections.map((connection) => () => {
      const rule = denial(connection);
      return rule && { connection: deniedPartOf(connection, denial), rule };
    }),
  );
}

/** A connection that is denied, without the names by which it is allowed: no finding is to send anybody to these. */
function deniedPartOf(connection: Connection, denial: Denial): Connection {
  const asked = eachNameOf(connection).map((each) => ({
    names: each.destination.names,
    rule: attempt(() => denial(each)),
  }));
  const isUnknown = (rule: unknown) => rule instanceof NotKnown;
  const closed = asked.filter(({ rule }) => rule !== undefined && !isUnknown(rule));
  const names = [...closed, ...asked.filter(({ rule }) => isUnknown(rule))].flatMap((each) => each.names);
  // Where each of several subnets denies another name, no single one is known to be denied.
  return closed.length === 0 ? connection : { ...connection, destination: { ...connection.destination, names } };
}

/**
 * The rule of a firewall of the stack that denies a connection which routes take there. Throws {@link NotKnown} where they
 * take it to what is not visible here.
 */
export function firewallDenial(network: MachineNetwork): Denial {
  return (connection) => {
    const route = network.routeOf(connection);
    if (!waysRound.includes(route.nextHopType)) return undefined;
    const { access, rule } = network.decisionOf(network.firewallBehind(route), connection);
    return access === "Deny" ? rule : undefined;
  };
}

/**
 * What a finding says of a connection that is closed. Throws {@link NotKnown} where no document of Azure says that the
 * machine needs it.
 */
export function closed({ connection, rule }: Closed): Pick<Broken, "property" | "found" | "mustBe"> {
  if (connection.endpoint.unconfirmed !== undefined) {
    const because = "is an image whose sources of updates no document of Azure lists";
    throw new NotKnown("storageProfile.imageReference", because);
  }
  const { protocol, port } = connection;
  return {
    property: "networkProfile",
    found: `closed to ${placeOf(connection)} on ${protocol.toUpperCase()} ${port} by ${rule.description}`,
    mustBe: "open to it for the machine to get its updates",
  };
}

/** The other side of a connection in words: by name where it is about part of its names, since others reach the address. */
export function placeOf({ endpoint, destination }: Connection): string {
  const { address, names } = destination;
  const purpose = endpoint.purpose.replace(/\. .*$/s, "").replace(/, unless .*$/s, "");
  const isPart = names.length > 0 && names.length < endpoint.fqdns.length;
  return address === undefined || isPart ? (names[0] ?? purpose) : `${address} of ${purpose}`;
}

/** Every one of some connections that is known to be denied. */
export function allClosed(connections: readonly Connection[], denial: Denial): readonly Closed[] {
  return connections.flatMap((connection) => {
    const rule = attempt(() => denial(connection));
    return rule === undefined || rule instanceof NotKnown ? [] : [{ connection, rule }];
  });
}

/** Security rules that open connections, as code: by service tag, else by their addresses, else to the Internet. */
export function securityRuleFor(...closedOnes: readonly [Closed, ...Closed[]]): string {
  const places = new Set(closedOnes.map(({ rule }) => (rule.isDefault ? "" : JSON.stringify(rule.name))));
  if (places.size > 1) return closedOnes.map((each) => securityRuleFor(each)).join(", and ");
  const [before] = places;
  const [isOne, rules] = [closedOnes.length === 1, closedOnes.map(securityRule).join(" and ")];
  const place = before ? ` of ${isOne ? "a lower priority number" : "lower priority numbers"} than ${before}` : "";
  return `add ${isOne ? "a security rule" : "security rules"}${place}: ${rules}`;
}

function securityRule({ connection: { endpoint, port, protocol } }: Closed): string {
  const [tag] = endpoint.serviceTags ?? [];
  const { addresses = [] } = endpoint;
  const destination =
    tag === undefined && addresses.length > 0
      ? `destinationAddressPrefixes: ${JSON.stringify(addresses)}`
      : `destinationAddressPrefix: ${JSON.stringify(tag ?? "Internet")}`;
  return `{ name: "allow-updates-${port}", direction: "Outbound", access: "Allow", protocol: "${protocol}", sourceAddressPrefix: "*", sourcePortRange: "*", ${destination}, destinationPortRange: "${port}" }`;
}

/** A rule of Azure Firewall that opens a connection, as code: by name, else by its addresses. */
export function firewallRuleFor({ connection, rule }: Closed, fqdnTag?: string): string {
  const { endpoint, port, application } = connection;
  const { names } = connection.destination;
  const place = rule.isDefault ? "" : ` before ${JSON.stringify(rule.name)}`;
  const from = 'sourceAddresses: ["ADDRESSES OF THE SUBNET"]';
  const protocols = (fqdnTag === undefined ? [[application === "HTTPS" ? "Https" : "Http", port]] : tagProtocols)
    .map(([protocolType, each]) => `{ protocolType: "${protocolType}", port: ${each} }`)
    .join(", ");
  if (fqdnTag !== undefined || names.length > 0) {
    const target = fqdnTag === undefined ? `targetFqdns: ${JSON.stringify(names)}` : `fqdnTags: ["${fqdnTag}"]`;
    return `add an application rule that allows it${place}: { ruleType: "ApplicationRule", name: "updates", ${from}, protocols: [${protocols}], ${target} }`;
  }
  const addresses = JSON.stringify(endpoint.addresses ?? ["ADDRESSES OF THE SERVERS"]);
  return `add a network rule that allows it${place}: { ruleType: "NetworkRule", name: "updates", ${from}, ipProtocols: ["TCP"], destinationAddresses: ${addresses}, destinationPorts: ["${port}"] }`;
}

const tagProtocols = [
  ["Http", 80],
  ["Https", 443],
] as const;

/** Whether a connection is one to a server of Red Hat Update Infrastructure. */
export function isRhui({ destination }: Connection): boolean {
  return rhuiServers.some(({ address }) => address === destination.address);
}

/** The servers of Red Hat Update Infrastructure that a list of addresses opens, those given up included. */
export interface RhuiList {
  readonly open: readonly Connection[];
  readonly closed: readonly Closed[];
  readonly retired: readonly string[];
}

/**
 * The list of RHUI servers by which a machine is let out, where one has part of them, or only those given up; `undefined`
 * where all are open, or none is and nothing looks like a list.
 */
export function partialRhuiList(connections: readonly Connection[], denial: Denial): RhuiList | undefined {
  const servers = connections.filter(isRhui);
  const [first] = servers;
  if (first === undefined) return undefined;
  const decided = servers.map((connection) => ({ connection, rule: denial(connection) }));
  const denied = decided.flatMap(({ connection, rule }) => (rule === undefined ? [] : [{ connection, rule }]));
  if (denied.length === 0) return undefined;
  const open = decided.flatMap(({ connection, rule }) => (rule === undefined ? [connection] : []));
  // Machines ask for the servers by name: rules that go by names decide on these addresses as on the others.
  const retired = retiredRhuiAddresses.publicCloud.filter(
    (address) => denial({ ...first, destination: { ...first.destination, address } }) === undefined,
  );
  return open.length + retired.length === 0 ? undefined : { open, closed: denied, retired };
}

/** Whether a connection is one to SUSE's update infrastructure. */
export function isSuse({ endpoint }: Connection): boolean {
  return suseEndpoints.some(({ purpose }) => purpose === endpoint.purpose);
}

/** The sources of a machine as the component takes them. */
export function sourcesOf(endpoint: Endpoint): string {
  if (endpoint.serviceTags !== undefined) return "{ windowsUpdate: true }";
  if (endpoint.addresses !== undefined) return "{ rhui: true }";
  if (endpoint.fqdns.length === 0) return '{ suse: { addresses: ["ADDRESSES"] } }';
  return `{ linuxDistributions: ["${endpoint.purpose.replace(/^packages of (\S+).*$/, "$1")}"] }`;
}
