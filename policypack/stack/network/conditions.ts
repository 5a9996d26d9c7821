import { NotKnown } from "../properties";
import type { StackResource } from "../resource";
import { attempt } from "../three-valued";
import {
  addressesOf,
  addressesOfAll,
  everyAddress,
  metadataAddress,
  platformAddress,
  privatePrefixes,
  publicAddresses,
} from "./addresses";
import { all, always, any, assumption, type Case, type Condition, not, unknown, within } from "./cases";
import type { Destination, Flow } from "./flow";
import { clientPorts, portsOf } from "./ports";
import { isEmpty, type Ranges, union } from "./ranges";
import type { RuleText } from "./rule-texts";

/** All that is possible of a connection, before any rule. */
export function caseOf({ source, destination }: Flow): Case {
  const prefixes = attempt(source.prefixes);
  const sources = prefixes instanceof NotKnown ? [] : addressesOfAll(prefixes);
  const known = destination.address === undefined ? undefined : addressesOf(destination.address);
  const unknownAddresses = destination.mayBePrivate ? everyAddress : publicAddresses;
  return {
    sources: isEmpty(sources) ? everyAddress : sources,
    destinations: known === undefined || isEmpty(known) ? unknownAddresses : known,
    sourcePorts: clientPorts,
    names: destination.names,
    assumed: {},
  };
}

/** The condition that the machine's address is one of those that a rule of a resource has. */
export function isFrom(texts: readonly RuleText[], flow: Flow, owner: StackResource): Condition {
  const reason = (path: string) => () => {
    const prefixes = attempt(flow.source.prefixes);
    if (prefixes instanceof NotKnown) return prefixes;
    return new NotKnown(path, `of ${owner.name} has part of the addresses that the machine may have`);
  };
  return anyText("sources", texts, owner, reason, (text) => always(() => text.toLowerCase() === "virtualnetwork"));
}

/** The condition that the other side is one of those that a rule of a resource has: addresses and service tags. */
export function goesTo(texts: readonly RuleText[], flow: Flow, owner: StackResource): Condition {
  const reason = (path: string) => () =>
    new NotKnown(path, `of ${owner.name} may or may not have ${nameOf(flow.destination)}`);
  return anyText("destinations", texts, owner, reason, (text, path) => hasTag(text, flow, reason(path)));
}

/** The condition that a port is among those that a rule of a resource has. */
export function usesPort(side: "source" | "destination", texts: readonly RuleText[], flow: Flow, owner: StackResource) {
  const read = ({ path, text }: RuleText): Ranges => {
    const value = owner.quoted(text);
    const ports = portsOf(value);
    if (ports === undefined) throw new NotKnown(path, `of ${owner.name} is ${JSON.stringify(value)}, which is no port`);
    return ports;
  };
  const parts = texts.map((each) => ({ path: each.path, ports: attempt(() => read(each)) }));
  const known = union(...parts.map(({ ports }) => (ports instanceof NotKnown ? [] : ports)));
  const partial = () => new NotKnown(parts[0]?.path ?? "", `of ${owner.name} has part of the ports that machines use`);
  return any(
    side === "source"
      ? within("sourcePorts", known, partial)
      : always(() => known.some(([first, last]) => first <= flow.port && flow.port <= last)),
    ...unknownOf(parts.map(({ ports }) => ports)),
  );
}

/** The condition that the other side belongs to the machine's virtual network, or to what is joined to it. */
export function isInVirtualNetwork({ virtualNetwork, destination }: Flow): Condition {
  const prefixes = attempt(virtualNetwork.prefixes);
  const beyond = attempt(() => virtualNetwork.beyond?.() ?? []);
  const reason = () =>
    prefixes instanceof NotKnown
      ? prefixes
      : beyond instanceof NotKnown
        ? beyond
        : new NotKnown("subnet", `may or may not have ${nameOf(destination)} joined to its virtual network`);
  const own = prefixes instanceof NotKnown ? [] : addressesOfAll(prefixes);
  const joined = union(
    addressesOfAll(beyond instanceof NotKnown ? privatePrefixes : beyond),
    addressesOfAll(prefixes instanceof NotKnown ? privatePrefixes : []),
  );
  return any(
    within("destinations", own, reason),
    all(within("destinations", joined, reason), assumption("virtual network", reason)),
  );
}

/** The condition of a tag, which is no address, for the other side. */
function hasTag(text: string, flow: Flow, reason: () => NotKnown): Condition {
  const tag = text.trim().toLowerCase();
  if (tag === "virtualnetwork") return isInVirtualNetwork(flow);
  if (tag === "internet") return not(isInVirtualNetwork(flow));
  const platform = platformTags[tag];
  if (platform !== undefined) return within("destinations", addressesOfAll([platform]), reason);
  const { serviceTags = [], otherServiceTags = [] } = flow.destination;
  // A tag has what its variants for a region or a part of the service have, but not the other way round.
  if (serviceTags.some((each) => isVariant(each, tag))) return always(() => true);
  if (otherServiceTags.some((each) => isVariant(tag, each))) return always(() => false);
  return all(within("destinations", publicAddresses, reason), assumption(`service tag ${tag}`, reason));
}

/** The service tags that stand for one address of the platform. */
const platformTags: Readonly<Record<string, string>> = {
  azureloadbalancer: platformAddress,
  azureplatformdns: platformAddress,
  azureplatformimds: metadataAddress,
};

function isVariant(one: string, of: string): boolean {
  return `${one}.`.toLowerCase().startsWith(`${of}.`.toLowerCase());
}

/** The other side of a connection in words for a message. */
export function nameOf({ names, address }: Destination): string {
  return address ?? (names.length > 0 ? names.join(" or ") : "a public address that is not known");
}

function anyText(
  dimension: "sources" | "destinations",
  texts: readonly RuleText[],
  owner: StackResource,
  reason: (path: string) => () => NotKnown,
  other: (text: string, path: string) => Condition,
): Condition {
  const read = texts.map(({ path, text }) => ({ path, value: attempt(() => owner.quoted(text)) }));
  const tags: { readonly path: string; readonly tag: string }[] = [];
  const sets: Ranges[] = [];
  for (const { path, value } of read) {
    if (value instanceof NotKnown) continue;
    const addresses = addressesOf(value);
    if (addresses === undefined) tags.push({ path, tag: value });
    else sets.push(addresses);
  }
  return any(
    within(dimension, union(...sets), reason(texts[0]?.path ?? "")),
    ...tags.map(({ path, tag }) => other(tag, path)),
    ...unknownOf(read.map(({ value }) => value)),
  );
}

function unknownOf(values: readonly unknown[]): readonly Condition[] {
  const reason = values.find((each) => each instanceof NotKnown);
  return reason instanceof NotKnown ? [unknown(reason)] : [];
}
