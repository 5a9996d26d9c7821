import { maintenanceEvents } from "../../facts/schedules";
import { parseArmId, sameName } from "./arm-id";
import { sameSetting } from "./maintenance";
import { NotKnown } from "./properties";
import type { StackResource } from "./resource";
import { attempt, findOf } from "./three-valued";

const configurationType = "maintenance:MaintenanceConfiguration";

/** A system topic of Event Grid. */
export class SystemTopic {
  constructor(readonly resource: StackResource) {}

  /** Whether its type is that of the events of maintenance configurations. */
  get hasMaintenanceType(): boolean {
    return sameName(this.resource.settings.text("topicType") ?? "", maintenanceEvents.topicType);
  }

  /** Whether its source is a maintenance configuration, of this stack or another. */
  get hasMaintenanceSource(): boolean {
    const id = attempt(() => this.resource.settings.text("source"));
    if (!(id instanceof NotKnown)) {
      return parseArmId(id ?? "")?.type === "microsoft.maintenance/maintenanceconfigurations";
    }
    // An id that is computed from another resource may be put together from that one's name.
    if (this.resource.sourcesOf("source", configurationType).length === 0) throw id;
    return true;
  }

  /** Whether it is about maintenance configurations at all, as its type or its source tells. */
  get isOfMaintenance(): boolean {
    return attempt(() => this.hasMaintenanceSource) === true || this.hasMaintenanceType;
  }

  /** Whether both topics have the same source. */
  sharesSourceWith(other: SystemTopic): boolean {
    const [one, another] = [this, other].map(({ resource }) => resource.sourcesOf("source", configurationType));
    if (one?.length === 1 && another?.length === 1) return one[0]?.urn === another[0]?.urn;
    const [id, otherId] = [this, other].map(({ resource }) => resource.settings.text("source"));
    return id !== undefined && otherId !== undefined && sameName(id, otherId);
  }
}

/** The topic that an event subscription is on; `undefined` where it is not part of the stack. */
export function topicOf(subscription: StackResource, topics: readonly SystemTopic[]): SystemTopic | undefined {
  const property = "systemTopicName";
  const [source, another] = subscription.sourcesOf(property, "eventgrid:SystemTopic");
  if (source !== undefined && another === undefined) return topics.find(({ resource }) => resource.urn === source.urn);
  return findOf(topics, ({ resource }) => sameSetting(subscription, property, resource, property));
}
