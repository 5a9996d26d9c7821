import type * as pulumi from "@pulumi/pulumi";
import type { EventDestinationArgs } from "./destination-args";

/** The events of a schedule. */
export const MaintenanceEventType = {
  /** Sent 30 to 40 minutes before a run; what handles it has 20 minutes. */
  PreMaintenanceEvent: "Microsoft.Maintenance.PreMaintenanceEvent",
  /** Sent when a run is done. */
  PostMaintenanceEvent: "Microsoft.Maintenance.PostMaintenanceEvent",
} as const;
export type MaintenanceEventType = (typeof MaintenanceEventType)[keyof typeof MaintenanceEventType];

/** How long Event Grid tries to deliver an event. */
export interface EventRetryPolicyArgs {
  /** The most attempts, 1 to 30. Default: 30. */
  maxDeliveryAttempts?: number;
  /**
   * How long to try, in minutes, 1 to 1440. Default: 30 for a subscription to pre-events alone, because a pre-event that
   * comes after its run has begun does harm; 1440 for others.
   */
  eventTimeToLiveInMinutes?: number;
}

/** Events, and where they are delivered: one of the destinations. */
export interface EventSubscriptionArgs extends EventDestinationArgs {
  /** The events to deliver. Default: both. */
  eventTypes?: MaintenanceEventType[];
  /** The name in Azure: 3 to 64 letters, digits and hyphens. Default: the component's name and this subscription's. */
  eventSubscriptionName?: pulumi.Input<string>;
  /** How long to try. Default: see its members. */
  retryPolicy?: EventRetryPolicyArgs;
}

/** Where events go that could not be delivered: a blob container. They come there with the topic's managed identity. */
export interface DeadLetterArgs {
  /** The resource id of the storage account. */
  storageAccountId: pulumi.Input<string>;
  /** The name of the blob container. */
  blobContainerName: pulumi.Input<string>;
}

/** A user-assigned managed identity. */
export interface EventDeliveryIdentityArgs {
  /** The resource id of the identity. */
  id: pulumi.Input<string>;
  /** The object id of its principal in Microsoft Entra, which gets the roles. */
  principalId: pulumi.Input<string>;
}

/** The roles that the topic's identity needs at queues and dead-letter containers. */
export interface EventDeliveryRolesArgs {
  /** Assigns none: somebody else does. Default: false. */
  skip?: boolean;
}
