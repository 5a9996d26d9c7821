import { IPv4, isValid, isValidCIDR } from "ipaddr.js";
import { difference, type Ranges, union } from "./ranges";

/** The private addresses, to which Azure's own routes lead nowhere outside the virtual network and what is joined to it. */
export const privatePrefixes: readonly string[] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** The address at which an Azure VM finds the platform's services and the probes of load balancers. */
export const platformAddress = "168.63.129.16";

/** The address of the instance metadata service. */
export const metadataAddress = "169.254.169.254";

/** Addresses that no public host has: of the standards, and that of the platform. */
const special = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24"];
const neverPublic = [...privatePrefixes, ...special, "203.0.113.0/24", "224.0.0.0/3", `${platformAddress}/32`];

/** Every IPv4 address, as a set of numbers. */
export const everyAddress: Ranges = [[0, 2 ** 32 - 1]];

/** What texts mean: the same few are asked for again with every machine. */
const read = new Map<string, Ranges | undefined>();

/** The addresses that a public host may have. */
export const publicAddresses: Ranges = difference(everyAddress, addressesOfAll(neverPublic));

/** A CIDR prefix of IPv4 addresses: the set, and the length that decides between routes. */
export interface Prefix {
  readonly addresses: Ranges;
  readonly length: number;
}

/**
 * The IPv4 addresses that a text means: `*`, an address, a CIDR prefix or a range such as `10.0.0.4-10.0.0.9`. None for
 * IPv6. `undefined` for anything else, such as a service tag.
 */
export function addressesOf(text: string): Ranges | undefined {
  if (!read.has(text)) read.set(text, readAddresses(text));
  return read.get(text);
}

function readAddresses(text: string): Ranges | undefined {
  const trimmed = text.trim();
  if (trimmed === "*") return everyAddress;
  const prefix = prefixOf(trimmed);
  if (prefix !== undefined) return prefix.addresses;
  const [first, last, ...rest] = trimmed.split("-").map((each) => numberOf(each.trim()));
  if (first !== undefined && last !== undefined && rest.length === 0 && first <= last) return [[first, last]];
  return isValid(trimmed) || isValidCIDR(trimmed) ? [] : undefined;
}

/** The CIDR prefix that a text means, an address being one of length 32; `undefined` for anything else, IPv6 included. */
export function prefixOf(text: string): Prefix | undefined {
  const cidr = text.includes("/") ? text : `${text}/32`;
  if (!IPv4.isValidCIDRFourPartDecimal(cidr)) return undefined;
  const [, length] = IPv4.parseCIDR(cidr);
  const first = asNumber(IPv4.networkAddressFromCIDR(cidr));
  return { addresses: [[first, first + 2 ** (32 - length) - 1]], length };
}

/** The addresses that several texts mean together, without those that are no addresses. */
export function addressesOfAll(texts: readonly string[]): Ranges {
  return union(...texts.map((each) => addressesOf(each) ?? []));
}

function numberOf(text: string): number | undefined {
  return IPv4.isValidFourPartDecimal(text) ? asNumber(IPv4.parse(text)) : undefined;
}

function asNumber(address: IPv4): number {
  return address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
}
