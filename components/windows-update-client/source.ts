import type * as pulumi from "@pulumi/pulumi";
import { legacyWsusPorts, wsusEndpoints } from "../../facts/network";
import { isPlain, notOneOf, type Problems } from "../shared/problems";
import { notAHostName } from "../update-network-rules/addresses";
import { clientPage, settingsPage, wsusPage } from "./documents";

/** Where updates come from. */
export const WindowsUpdateSource = {
  /**
   * Windows Update: updates of Windows alone. On virtual machines that Azure patches by `AutomaticByPlatform`, Azure may
   * register Microsoft Update again.
   */
  WindowsUpdate: "WindowsUpdate",
  /** Microsoft Update: updates of Windows and of other Microsoft products, such as SQL Server. */
  MicrosoftUpdate: "MicrosoftUpdate",
  /** A server of Windows Server Update Services; which products' updates it has is chosen there. */
  Wsus: "Wsus",
} as const;
export type WindowsUpdateSource = (typeof WindowsUpdateSource)[keyof typeof WindowsUpdateSource];

/** The server of Windows Server Update Services (WSUS) that updates come from. They have to be approved there. */
export interface WsusClientArgs {
  /**
   * The server's URL with its port, such as `https://wsus.example.com:8531`. By HTTP, port 8530, whoever is on the way
   * can change what machines are told to install.
   */
  serverUrl: pulumi.Input<string>;
  /**
   * The computer groups of WSUS that the machines say they are in. It takes WSUS to be set to client-side targeting; a
   * single server puts a machine into one group. Default: none, groups are assigned on the server.
   */
  targetGroups?: pulumi.Input<string>[];
  /**
   * Whether the machines keep away from Windows Update on the Internet altogether. Services that need it, such as
   * Delivery Optimization, may then stop to work. Default: false.
   */
  blockInternetLocations?: boolean;
  /** Whether updates are accepted that are signed by a publisher that the machines trust. Default: false, Microsoft alone. */
  allowTrustedPublishers?: boolean;
}

/** Where updates come from. */
export interface WindowsUpdateSourceArgs {
  /**
   * Where updates come from. To take machines off WSUS, give `WindowsUpdate` or `MicrosoftUpdate`. Default: `Wsus` with
   * `wsus`, else left as it is.
   */
  updateSource?: WindowsUpdateSource;
  /** The WSUS server. With `updateSource: "Wsus"` it is needed, with any other it is an error. Default: none. */
  wsus?: WsusClientArgs;
}

/** Where updates come from; `undefined` where that is left as it is. */
export type ResolvedSource =
  | { readonly updateSource: "WindowsUpdate" | "MicrosoftUpdate" }
  | { readonly updateSource: "Wsus"; readonly wsus: WsusClientArgs };

/** The source that the arguments ask for. */
export function resolveSource(args: WindowsUpdateSourceArgs, problems: Problems): ResolvedSource | undefined {
  const { wsus, updateSource = wsus && WindowsUpdateSource.Wsus } = args;
  if (updateSource === undefined) return undefined;
  const wrong = notOneOf(updateSource, Object.values(WindowsUpdateSource));
  if (wrong !== undefined) problems.add("updateSource", `${wrong} See ${clientPage}`);
  const resolved = wsus && resolveWsus(wsus, problems);
  if (updateSource !== WindowsUpdateSource.Wsus) {
    if (resolved && wrong === undefined) {
      problems.add(
        "wsus",
        `contradicts updateSource ${JSON.stringify(updateSource)}: updates come from one source. Leave out one of the two. See ${clientPage}`,
      );
    }
    return { updateSource };
  }
  if (resolved === undefined) {
    problems.add("wsus", `updateSource is "Wsus": give the server, as wsus.serverUrl. See ${clientPage}`);
    return undefined;
  }
  return { updateSource, wsus: resolved };
}

function resolveWsus({ serverUrl, targetGroups, ...flags }: WsusClientArgs, problems: Problems): WsusClientArgs {
  if (serverUrl === undefined) problems.add("wsus.serverUrl", `give the server's URL. See ${wsusPage}`);
  const seen = new Set<string>();
  const groups = targetGroups?.map((group, index) => {
    const path = `wsus.targetGroups[${index}]`;
    if (isPlain(group)) {
      if (seen.has(String(group).toLowerCase())) problems.add(path, `${JSON.stringify(group)} is there already.`);
      seen.add(String(group).toLowerCase());
    }
    return problems.checked(path, group, notATargetGroup);
  });
  if (groups?.length === 0) problems.add("wsus.targetGroups", "is empty: leave it out, or give a group.");
  return {
    ...flags,
    serverUrl: serverUrl === undefined ? "" : problems.checked("wsus.serverUrl", serverUrl, notAServerUrl),
    targetGroups: groups,
  };
}

function notATargetGroup(group: string): string | undefined {
  // A semicolon separates groups; what can't be printed can't be part of a name.
  if (typeof group === "string" && group.trim() === group && /^[^;\p{C}]+$/u.test(group)) return undefined;
  return `${JSON.stringify(group)} is not the name of a computer group, without semicolons and without spaces at its ends. See ${settingsPage}`;
}

/** The ports of WSUS, by the scheme of its URL: the current first, then that of WSUS 3.2 and older. */
const ports = {
  http: [portOf("HTTP"), legacyWsusPorts.HTTP],
  https: [portOf("HTTPS"), legacyWsusPorts.HTTPS],
} as const;

function portOf(protocol: "HTTP" | "HTTPS"): number | undefined {
  return wsusEndpoints.find((endpoint) => endpoint.protocol === protocol)?.ports[0];
}

// With a user name in it, a URL may hold a password, too.
const shown = (url: string) => (/^[^/]*\/\/[^/]*@/.test(url) ? "a URL with a user name" : JSON.stringify(url));

function notAServerUrl(url: string): string | undefined {
  const [, scheme, host, port] = /^(https?):\/\/([^/:@?#\s]+)(?::(\d{1,5}))?$/.exec(url) ?? [];
  if ((scheme !== "http" && scheme !== "https") || host === undefined || notAHostName(host) !== undefined) {
    return `${shown(url)} is not "https://host:8531" or "http://host:8530". See ${wsusPage}`;
  }
  const [current, legacy] = ports[scheme];
  if (port === undefined) {
    return `${shown(url)} has no port: WSUS listens on ${current}, in version 3.2 and older on ${legacy}. Write the one that it is. See ${wsusPage}`;
  }
  const other = scheme === "http" ? "https" : "http";
  if (ports[other].includes(Number(port))) {
    return `${shown(url)} has the port that WSUS speaks ${other.toUpperCase()} on: the port for ${scheme.toUpperCase()} is ${current}. See ${wsusPage}`;
  }
  if (Number(port) < 1 || Number(port) > 65535) {
    return `${shown(url)} has no port from 1 to 65535. See ${wsusPage}`;
  }
  return undefined;
}
