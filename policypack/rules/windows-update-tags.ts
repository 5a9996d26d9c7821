import { windowsUpdateServiceTags } from "../../facts/network";
import type { Connection } from "../stack/network/connections";
import type { DecidingRule } from "../stack/network/flow";
import type { MachineNetwork } from "../stack/network/reachability";

/** One of the two service tags of Windows Update that network security groups open, and the other, which they do not. */
export interface TagOpenedAlone {
  readonly opened: string;
  readonly closed: Connection;
  /** The rule that denies the other. */
  readonly rule: DecidingRule;
}

/** The service tag of Windows Update that a machine's network security groups open without the other, where they do. */
export function tagOpenedAlone(
  network: Pick<MachineNetwork, "denialOf">,
  connections: readonly Connection[],
): TagOpenedAlone | undefined {
  const decided = connections.map((connection) => ({ connection, rule: network.denialOf(connection) }));
  const open = decided.find(({ rule }) => rule === undefined)?.connection;
  const denied = decided.find(({ rule }) => rule !== undefined);
  const [opened] = open?.destination.serviceTags ?? [];
  if (open === undefined || opened === undefined || denied?.rule === undefined) return undefined;
  if (network.denialOf(withoutTags(open)) === undefined) return undefined;
  return { opened, closed: denied.connection, rule: denied.rule };
}

/** The connection if the tags did not have its addresses: where it is denied then, a tag has opened it. */
function withoutTags(connection: Connection): Connection {
  const { destination } = connection;
  const otherServiceTags = [...(destination.otherServiceTags ?? []), ...windowsUpdateServiceTags.map(({ tag }) => tag)];
  return { ...connection, destination: { ...destination, serviceTags: [], otherServiceTags } };
}
