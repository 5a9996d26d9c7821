import { sameName } from "./arm-id";
import { groupOf, type Place, placeNamedBy, subscriptionOf } from "./place";
import type { StackResource } from "./resource";

/** The ways in which azure-native has a lock, by what is locked. */
export const managementLockTypes = [
  "authorization:ManagementLockByScope",
  "authorization:ManagementLockAtSubscriptionLevel",
  "authorization:ManagementLockAtResourceGroupLevel",
  "authorization:ManagementLockAtResourceLevel",
];

/** A lock on a subscription, a resource group or a resource, and on all that is below. */
export class ManagementLock {
  constructor(readonly resource: StackResource) {}

  /** Whether it keeps what is below from being changed, or only from being deleted. */
  is(level: "ReadOnly" | "CanNotDelete"): boolean {
    return sameName(this.resource.settings.text("level") ?? "", level);
  }

  /** What it locks. */
  get place(): Place {
    const { settings, type } = this.resource;
    if (type === "authorization:ManagementLockByScope") return placeNamedBy(this.resource, "scope");
    const subscriptionId = subscriptionOf(this.resource);
    if (type === "authorization:ManagementLockAtSubscriptionLevel") return { kind: "subscription", subscriptionId };
    const group = groupOf(this.resource);
    if (type === "authorization:ManagementLockAtResourceGroupLevel") {
      return { kind: "resource group", subscriptionId, group };
    }
    const armType = ["resourceProviderNamespace", "parentResourcePath", "resourceType"]
      .map((property) => settings.text(property) ?? "")
      .filter((part) => part !== "")
      .join("/")
      .toLowerCase();
    const [machine, another] = this.resource.allSourcesOf("resourceName");
    const text = () => settings.text("resourceName");
    const name = machine !== undefined && another === undefined ? { urn: machine.urn, text } : { text };
    return { kind: "resource", subscriptionId, group, armType, name };
  }
}
