import { type Connection, connectionsTo, toTheInternet } from "../stack/network/connections";
import type { UpdateSources } from "../stack/network/update-sources";
import { NotKnown } from "../stack/properties";
import { attempt } from "../stack/three-valued";

/**
 * The connections that a machine makes to public sources of updates. Where nothing tells which these are, one to something
 * on the Internet that no more precise route is there for.
 */
export function publicConnections(sources: UpdateSources): readonly Connection[] {
  const endpoints = attempt(() => sources.publicEndpoints);
  return endpoints instanceof NotKnown ? [toTheInternet] : connectionsTo(endpoints);
}
