import { isIPv4 } from "node:net";

/** What is wrong with an address or prefix, or `undefined` where nothing is. */
export function notAnAddress(value: string): string | undefined {
  const [address = "", length, ...rest] = value.split("/");
  const prefix = length === undefined || (/^\d{1,2}$/.test(length) && Number(length) <= 32);
  if (isIPv4(address) && prefix && rest.length === 0) return undefined;
  return `${JSON.stringify(value)} is not an IPv4 address, such as "10.0.1.4", or a prefix, such as "10.0.1.0/24".`;
}

/** The same for where machines are, as a firewall takes it: `*` is everywhere. */
export function notASource(value: string): string | undefined {
  const wrong = value === "*" ? undefined : notAnAddress(value);
  return wrong && `${wrong.slice(0, -1)}, or "*".`;
}

/** The same as a network security group takes it: service tags such as `VirtualNetwork` stand for addresses. */
export function notASourceOrTag(value: string): string | undefined {
  const wrong = /^[A-Z][A-Za-z]+(\.[A-Za-z0-9]+)?$/.test(value) ? undefined : notASource(value);
  return wrong && `${wrong.slice(0, -1)}, or a service tag.`;
}

const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const name = new RegExp(`^${label}(\\.${label})*$`, "i");

/** What is wrong with a host name, or `undefined` where nothing is. */
export function notAHostName(value: string): string | undefined {
  return name.test(value) && value.length <= 253
    ? undefined
    : `${JSON.stringify(value)} is not a host name, such as "updates.example.com".`;
}

/** The same for a name that may stand for every name below it, by a leading `*.`. */
export function notAHostPattern(value: string): string | undefined {
  return notAHostName(value.replace(/^\*\./, "")) && notAHostName(value);
}

/** What is wrong with a TCP port, or `undefined` where nothing is. */
export function notAPort(value: number): string | undefined {
  if (Number.isInteger(value) && value >= 1 && value <= 65535) return undefined;
  return `${value} is not a port: a whole number from 1 to 65535.`;
}
