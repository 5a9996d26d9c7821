import type * as pulumi from "@pulumi/pulumi";
import type { Cloud } from "../../facts/cloud";
import { updateEndpoints } from "../../facts/network";
import { OperatingSystem } from "../../facts/operating-system";
import { notOneOf, type Problems } from "../shared/problems";
import { notAHostPattern, notAnAddress, notAPort } from "./addresses";
import { UpdateProtocol } from "./destination";
import { mostPrivateRepositories, placeOf, placeOfRepository } from "./places";
import type { PrivateRepositoryArgs, WsusServersArgs } from "./source-args";
import type { SourceDestination } from "./sources";

/** What Windows machines reach where their source is WSUS. */
export function resolveWsus(wsus: WsusServersArgs | undefined, cloud: Cloud, problems: Problems): SourceDestination[] {
  if (wsus === undefined) return [];
  const path = "sources.wsus";
  const places = whereabouts(wsus, path, problems);
  const ports = { HTTP: wsus.httpPort, HTTPS: wsus.httpsPort };
  checkPort(`${path}.httpPort`, wsus.httpPort, problems);
  checkPort(`${path}.httpsPort`, wsus.httpsPort, problems);
  const endpoints = updateEndpoints({ operatingSystem: OperatingSystem.Windows, updateSource: "wsus", cloud }) ?? [];
  const resolved = endpoints.map((endpoint) => {
    const port = ports[endpoint.protocol];
    return {
      name: `wsus-${endpoint.protocol.toLowerCase()}`,
      source: "WSUS",
      purpose: endpoint.purpose,
      ...places,
      serviceTags: [],
      protocol: endpoint.protocol,
      ports: port === undefined ? [...endpoint.ports] : [port],
      fact: endpoint,
      group: "wsus",
      place: placeOf("wsus"),
      own: true,
      path,
    };
  });
  if (resolved.length > 1 && new Set(resolved.flatMap((destination) => destination.ports)).size === 1) {
    problems.add(`${path}.httpsPort`, `${resolved[0]?.ports[0]} is the port for HTTP already: give another.`);
  }
  return resolved;
}

/** What machines reach where their source is a repository of one's own. */
export function resolvePrivateRepositories(
  repositories: readonly PrivateRepositoryArgs[] = [],
  problems: Problems,
): SourceDestination[] {
  if (repositories.length > mostPrivateRepositories) {
    problems.add(
      "sources.privateRepositories",
      `there are ${repositories.length} of them: one set of rules has at most ${mostPrivateRepositories}.`,
    );
  }
  return repositories.map((repository, index) => {
    const { name, protocol = UpdateProtocol.HTTPS } = repository;
    const path = `sources.privateRepositories[${index}]`;
    if (typeof name !== "string" || !/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(name)) {
      problems.add(
        `${path}.name`,
        `${JSON.stringify(name)} is not a name of at most 40 lower-case letters, digits and hyphens between those.`,
      );
    } else if (repositories.findIndex((other) => other.name === name) < index) {
      problems.add(`${path}.name`, `${JSON.stringify(name)} is the name of another one: give each its own.`);
    }
    const wrongProtocol = notOneOf(protocol, Object.values(UpdateProtocol));
    if (wrongProtocol !== undefined) problems.add(`${path}.protocol`, wrongProtocol);
    checkPort(`${path}.port`, repository.port, problems);
    return {
      name: `repository-${name}`,
      source: `private repository ${name}`,
      purpose: "a repository of one's own",
      ...whereabouts(repository, path, problems),
      serviceTags: [],
      protocol,
      ports: [repository.port ?? (protocol === UpdateProtocol.HTTPS ? 443 : 80)],
      fact: { source: [] },
      group: `repository-${name}`,
      place: placeOfRepository(index),
      own: true,
      path,
    };
  });
}

function whereabouts(
  { fqdns = [], addresses = [] }: { fqdns?: pulumi.Input<string>[]; addresses?: pulumi.Input<string>[] },
  path: string,
  problems: Problems,
) {
  if (fqdns.length === 0 && addresses.length === 0) {
    problems.add(path, "give its fqdns, its addresses or both: rules need to know where it is.");
  }
  return {
    fqdns: fqdns.map((fqdn, index) => problems.checked(`${path}.fqdns[${index}]`, fqdn, notAHostPattern)),
    addresses: addresses.map((address, index) =>
      problems.checked(`${path}.addresses[${index}]`, address, notAnAddress),
    ),
  };
}

function checkPort(path: string, port: number | undefined, problems: Problems): void {
  const wrong = port === undefined ? undefined : notAPort(port);
  if (wrong !== undefined) problems.add(path, wrong);
}
