import {
  type Endpoint,
  otherServiceTags,
  windowsUpdateFqdnTag,
  windowsUpdateServiceTags,
} from "../../../facts/network";
import type { Flow } from "./flow";

/** A connection that a machine makes to an endpoint, wherever the machine is. */
export type Connection = Omit<Flow, "source" | "virtualNetwork"> & { readonly endpoint: Endpoint };

/**
 * The connections that a machine makes to some endpoints: one for each port, and for each address where these are
 * documented, since every one of them is needed. Any of an endpoint's names may be asked for in each.
 */
export function connectionsTo(endpoints: readonly Endpoint[]): readonly Connection[] {
  return endpoints.flatMap((endpoint) =>
    endpoint.ports.flatMap((port) =>
      (endpoint.addresses ?? [undefined]).map((address) => connection(endpoint, port, address)),
    ),
  );
}

/** The same connection for each of the names that a machine asks for in it; itself where it asks for none. */
export function eachNameOf(connection: Connection): readonly Connection[] {
  const { destination } = connection;
  if (destination.names.length === 0) return [connection];
  return destination.names.map((name) => ({ ...connection, destination: { ...destination, names: [name] } }));
}

/** A connection to a server of one's own, whose address may be a private one. */
export function connectionsToOwn(endpoint: Endpoint): readonly Connection[] {
  return connectionsTo([endpoint]).map((each) => ({
    ...each,
    destination: { ...each.destination, mayBePrivate: true },
  }));
}

/** A connection to a public address of which nothing is known, for what is asked of the Internet as a whole. */
export const toTheInternet: Connection = {
  endpoint: { fqdns: [], protocol: "HTTPS", ports: [443], purpose: "the Internet", source: [] },
  protocol: "Tcp",
  port: 443,
  application: "HTTPS",
  destination: { names: [] },
};

function connection(endpoint: Endpoint, port: number, address: string | undefined): Connection {
  const { protocol, fqdns, serviceTags = [], otherFqdnTags } = endpoint;
  const isWindowsUpdate = windowsUpdateServiceTags.some(({ tag }) => serviceTags.includes(tag));
  return {
    endpoint,
    protocol: "Tcp",
    port,
    application: protocol,
    destination: {
      names: fqdns,
      ...(address === undefined ? {} : { address }),
      serviceTags,
      ...(isWindowsUpdate ? { otherServiceTags: tagsBeside(serviceTags), fqdnTags: [windowsUpdateFqdnTag.tag] } : {}),
      ...(otherFqdnTags === undefined ? {} : { otherFqdnTags }),
    },
  };
}

/** The tags that are documented for another purpose than an endpoint's own: the other half of Windows Update, and those that are taken for it. */
function tagsBeside(serviceTags: readonly string[]): readonly string[] {
  const others = otherServiceTags.map(({ tag }) => tag).filter((tag) => tag !== "Internet");
  return [...windowsUpdateServiceTags.map(({ tag }) => tag), ...others].filter((tag) => !serviceTags.includes(tag));
}
