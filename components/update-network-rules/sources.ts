import { Cloud } from "../../facts/cloud";
import { inOtherCloud, type UpdateClient, ubuntuProEndpoint, updateEndpoints } from "../../facts/network";
import type { Endpoint } from "../../facts/network/endpoint";
import { OperatingSystem } from "../../facts/operating-system";
import { notOneOf, type Problems } from "../shared/problems";
import { notAnAddress } from "./addresses";
import { resolveArc } from "./arc";
import type { Destination } from "./destination";
import { suseHelperPage } from "./documents";
import { placeOf } from "./places";
import { resolvePrivateRepositories, resolveWsus } from "./servers";
import { LinuxDistribution, type UpdateSourcesArgs } from "./source-args";

/** A destination before it is known whether a proxy is on the way. */
export type SourceDestination = Omit<Destination, "viaProxy">;

/** What is reached for the sources of updates that are asked for. */
export function resolveSources(sources: UpdateSourcesArgs, cloud: Cloud, problems: Problems): SourceDestination[] {
  const found = [
    ...windowsUpdate(sources, cloud),
    ...resolveWsus(sources.wsus, cloud, problems),
    ...rhui(sources, cloud, problems),
    ...suse(sources, cloud, problems),
    ...linuxDistributions(sources, cloud, problems),
    ...ubuntuPro(sources, cloud),
    ...resolvePrivateRepositories(sources.privateRepositories, problems),
    ...resolveArc(sources.arc, cloud, problems),
  ];
  if (!Object.values(sources).some(isAskedFor)) problems.add("sources", "give at least one source of updates.");
  return found;
}

function isAskedFor(source: UpdateSourcesArgs[keyof UpdateSourcesArgs]): boolean {
  return Array.isArray(source) ? source.length > 0 : source !== undefined && source !== false;
}

function windowsUpdate({ windowsUpdate, microsoftUpdate }: UpdateSourcesArgs, cloud: Cloud): SourceDestination[] {
  if (!windowsUpdate && !microsoftUpdate) return [];
  const both = windowsUpdate && microsoftUpdate;
  const source = both ? "Windows Update and Microsoft Update" : windowsUpdate ? "Windows Update" : "Microsoft Update";
  const path = windowsUpdate ? "sources.windowsUpdate" : "sources.microsoftUpdate";
  const endpoints = known({ operatingSystem: OperatingSystem.Windows, updateSource: "public", cloud });
  return endpoints.map((endpoint) => publicDestination(endpoint, { group: "windows-update", source, path }));
}

function rhui(sources: UpdateSourcesArgs, cloud: Cloud, problems: Problems): SourceDestination[] {
  if (!sources.rhui) return [];
  const path = "sources.rhui";
  const endpoints = known({ ...linux(cloud), distribution: "Red Hat Enterprise Linux" });
  if (endpoints.every(({ fqdns }) => fqdns.length === 0)) {
    problems.add(
      path,
      `no names or addresses of its servers are documented for the cloud ${JSON.stringify(cloud)}: list the servers that the machines use in sources.privateRepositories.`,
    );
  }
  return endpoints.map((endpoint) =>
    publicDestination(endpoint, { group: "rhui", source: "RHUI", path, place: placeOf("rhui") }),
  );
}

function suse(sources: UpdateSourcesArgs, cloud: Cloud, problems: Problems): SourceDestination[] {
  if (sources.suse === undefined) return [];
  const { addresses = [], httpsOnly = false } = sources.suse;
  const path = "sources.suse.addresses";
  const checked = addresses.map((address, index) => problems.checked(`${path}[${index}]`, address, notAnAddress));
  return known({ ...linux(cloud), distribution: "SUSE Linux Enterprise Server" })
    .filter(({ protocol }) => protocol === "HTTPS" || !httpsOnly)
    .map((endpoint) => ({
      ...publicDestination(endpoint, { group: "suse", source: "SUSE", path, place: placeOf("suse") }),
      addresses: checked,
    }));
}

function linuxDistributions(sources: UpdateSourcesArgs, cloud: Cloud, problems: Problems): SourceDestination[] {
  const { linuxDistributions: distributions = [] } = sources;
  return distributions.flatMap((distribution, index) => {
    const path = `sources.linuxDistributions[${index}]`;
    const wrong = notOneOf(distribution, Object.values(LinuxDistribution));
    if (wrong !== undefined) problems.add(path, wrong);
    else if (distributions.indexOf(distribution) < index) {
      problems.add(path, `${JSON.stringify(distribution)} is there already: leave it out.`);
    } else {
      const group = distribution.toLowerCase().replace(/ /g, "-");
      const seen = new Map<string, number>();
      return known({ ...linux(cloud), distribution }).map((endpoint) => {
        const count = (seen.get(endpoint.protocol) ?? 0) + 1;
        seen.set(endpoint.protocol, count);
        const destination = publicDestination(endpoint, { group, source: distribution, path });
        return count === 1 ? destination : { ...destination, name: `${destination.name}-${count}` };
      });
    }
    return [];
  });
}

function ubuntuPro(sources: UpdateSourcesArgs, cloud: Cloud): SourceDestination[] {
  if (!sources.ubuntuPro) return [];
  const endpoint = cloud === Cloud.Public ? ubuntuProEndpoint : inOtherCloud(ubuntuProEndpoint);
  return [publicDestination(endpoint, { group: "ubuntu-pro", source: "Ubuntu Pro", path: "sources.ubuntuPro" })];
}

/** What a machine of a kind reaches. Each kind that is asked for here has endpoints, if without names. */
function known(client: UpdateClient): readonly Endpoint[] {
  return updateEndpoints(client) ?? [];
}

function linux(cloud: Cloud) {
  return { operatingSystem: OperatingSystem.Linux, updateSource: "public", cloud } as const;
}

function publicDestination(
  endpoint: Endpoint,
  { group, place = 0, ...rest }: { group: string; source: string; path: string; place?: number },
): SourceDestination {
  const { fqdns, addresses = [], serviceTags = [], protocol, ports, purpose, unconfirmed } = endpoint;
  return {
    name: `${group}-${protocol.toLowerCase()}`,
    ...rest,
    purpose,
    fqdns,
    addresses,
    serviceTags: [...serviceTags],
    protocol,
    ports: [...ports],
    ...(unconfirmed !== undefined && { unconfirmed }),
    fact: endpoint,
    group,
    place,
    own: false,
  };
}

/** What to do about the servers of SUSE, which can't be named, where a rule needs their addresses. */
export const suseAddressesNeeded = `give the addresses of SUSE's servers for the machines' region, which can't be named: \`pint microsoft servers --json --region <region>\` prints them. See ${suseHelperPage}`;
