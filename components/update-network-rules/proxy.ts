import { isIPv4 } from "node:net";
import * as pulumi from "@pulumi/pulumi";
import { platformEndpoints } from "../../facts/network";
import { isPlain, type Problems } from "../shared/problems";
import { notAHostName, notAHostPattern, notAnAddress, notAPort } from "./addresses";
import type { Destination } from "./destination";
import { placeOf } from "./places";
import { arcAgentCommands, linuxScript, windowsScript } from "./proxy-scripts";
import type { ArcEndpointsArgs } from "./source-args";

/** An HTTP proxy between the machines and public sources of updates. It can't ask for a password: Windows gives none. */
export interface ProxyArgs {
  /** Its host name or IPv4 address. */
  host: pulumi.Input<string>;
  /** Its port. */
  port: number;
  /** Its IPv4 addresses, which a network security group needs. Default: `host`, where that is an address. */
  addresses?: pulumi.Input<string>[];
  /**
   * Host names and addresses that machines reach past it; a leading `*.` stands for every name below. Those of Azure's
   * platform and of servers of one's own under `sources` always are among them. Default: none.
   */
  bypass?: string[];
}

/** The settings that send machines through a proxy. Each script may run any number of times, as root or administrator. */
export interface ProxySettings {
  /** The proxy's URL. */
  url: string;
  /** What machines reach past it. */
  bypass: string[];
  /** A shell script for Linux: apt, dnf or yum, and zypper. Only apt and zypper can reach single names past a proxy. */
  linuxScript: string;
  /** A PowerShell script for Windows: WinHTTP, which is what Windows Update heeds. */
  windowsScript: string;
  /** Commands for the Connected Machine agent, with `sources.arc`; otherwise none. */
  arcAgentCommands: string[];
}

/** A proxy, and the settings that send machines through it. */
export interface ProxyDesign {
  readonly destination: Destination;
  readonly settings: pulumi.Output<ProxySettings>;
}

/** The proxy as something that machines reach, and its settings. */
export function resolveProxy(
  { host, port, addresses, bypass = [] }: ProxyArgs,
  own: readonly Pick<Destination, "fqdns" | "addresses">[],
  { arc, addressesNeeded }: { readonly arc: ArcEndpointsArgs | undefined; readonly addressesNeeded: boolean },
  problems: Problems,
): ProxyDesign {
  const wrongPort = notAPort(port);
  if (wrongPort !== undefined) problems.add("proxy.port", wrongPort);
  const checkedHost = problems.checked("proxy.host", host, notAHost);
  const given = addresses?.map((address, index) =>
    problems.checked(`proxy.addresses[${index}]`, address, notAnAddress),
  );
  for (const [index, value] of bypass.entries()) {
    const wrong = notAnAddress(value) && notAHostPattern(value);
    if (wrong !== undefined) problems.add(`proxy.bypass[${index}]`, wrong);
  }
  const platform = [...new Set(platformEndpoints.map(({ address }) => address))];
  const direct = own.flatMap((server) => [...server.fqdns, ...server.addresses]);
  const settings = pulumi.all([checkedHost, pulumi.all([...direct])]).apply(([name, servers]): ProxySettings => {
    const url = `http://${name}:${port}`;
    const past = [...new Set(["localhost", "127.0.0.1", ...platform, ...servers, ...bypass])];
    return {
      url,
      bypass: past,
      linuxScript: linuxScript(url, past),
      windowsScript: windowsScript(`${name}:${port}`, past),
      arcAgentCommands: arc ? arcAgentCommands(url, arc.privateLinkScope ?? false) : [],
    };
  });
  return {
    destination: {
      name: "proxy",
      source: "the proxy",
      purpose: "the proxy that public sources are reached through",
      fqdns: isPlain(host) && !isIPv4(host) ? [host] : [],
      addresses: given ?? addressesOf(host, addressesNeeded, problems),
      serviceTags: [],
      protocol: "HTTP",
      ports: [port],
      viaProxy: false,
      fact: { source: [] },
      group: "proxy",
      place: placeOf("proxy"),
      own: true,
      path: "proxy",
    },
    settings,
  };
}

/** The host, where it is an address: one that is an output is taken for one where an address is needed. */
function addressesOf(host: pulumi.Input<string>, needed: boolean, problems: Problems): pulumi.Input<string>[] {
  if (isPlain(host)) return isIPv4(host) ? [host] : [];
  if (!needed) return [];
  return [problems.checked("proxy.addresses", host, (value) => (isIPv4(value) ? undefined : missingAddresses))];
}

const missingAddresses = "give its addresses, since proxy.host is a name: a network security group can't name hosts.";

/** Says nothing of the value, which may hold a password where it is a URL. */
function notAHost(host: string): string | undefined {
  if (notAHostName(host) === undefined) return undefined;
  return "this is not a host name or an IPv4 address: give one of those without a scheme, a port or credentials.";
}
