import * as eventgrid from "@pulumi/azure-native/eventgrid";
import * as pulumi from "@pulumi/pulumi";
import { maintenanceEvents } from "../facts/schedules";
import { type DesignedDeadLetter, designMaintenanceEvents } from "./maintenance-events/design";
import type {
  DeadLetterArgs,
  EventDeliveryIdentityArgs,
  EventDeliveryRolesArgs,
  EventSubscriptionArgs,
} from "./maintenance-events/event-args";
import { assignRole, PrincipalType } from "./shared/role-assignment";

/** The arguments of {@link MaintenanceEvents}. */
export interface MaintenanceEventsArgs {
  /** The resource group of the system topic, which is that of the maintenance configuration. */
  resourceGroupName: pulumi.Input<string>;
  /** The resource id of the maintenance configuration whose runs have the events, such as a `MaintenanceSchedule`'s. */
  maintenanceConfigurationId: pulumi.Input<string>;
  /** Which events go where, by names of one's own, which become part of the names of resources. */
  eventSubscriptions: { [name: string]: EventSubscriptionArgs };
  /** Where events go that could not be delivered. Default: nowhere, they are lost. */
  deadLetter?: DeadLetterArgs;
  /**
   * The identity with which events come to queues and dead-letter containers. Default: the system topic's own, which
   * has no rights but these.
   */
  userAssignedIdentity?: EventDeliveryIdentityArgs;
  /** The roles that the identity needs, each at the one queue or container. Default: they are assigned. */
  roles?: EventDeliveryRolesArgs;
  /**
   * The region of the system topic, which is that of the maintenance configuration. Default: the provider's
   * `azure-native:location`, else the resource group's.
   */
  location?: pulumi.Input<string>;
  /** The system topic's name in Azure. Default: the component's name and a random suffix. */
  systemTopicName?: pulumi.Input<string>;
  /** Tags of the system topic; event subscriptions have none. Default: none. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * What happens before and after the runs of a schedule: the Event Grid system topic of a maintenance configuration, and
 * event subscriptions that deliver its pre and post events to webhooks, Automation runbooks, Azure functions, Service
 * Bus queues and Storage queues. Queues are reached with a managed identity that may send to them and nothing else.
 *
 * ```typescript
 * new MaintenanceEvents("saturday-night", {
 *   resourceGroupName: resourceGroup.name,
 *   maintenanceConfigurationId: saturdayNight.maintenanceConfigurationId,
 *   eventSubscriptions: {
 *     start: {
 *       eventTypes: ["Microsoft.Maintenance.PreMaintenanceEvent"],
 *       azureFunction: { functionId: startMachines.id },
 *     },
 *   },
 * });
 * ```
 *
 * A pre-event is sent 30 to 40 minutes before a run: an event that is created or changed within 40 minutes of a run
 * makes Azure cancel that run. A pre-event that fails does not stop the run; what handles it can cancel the run itself,
 * until 10 minutes before its start (https://learn.microsoft.com/azure/update-manager/pre-post-scripts-overview). A
 * maintenance configuration has one system topic, so that there is one of these components for each. Whoever deploys it
 * with queues or a dead-letter container needs a role that grants roles, unless `roles.skip` is set.
 *
 * An argument that can't be had, or that has no effect beside the others, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that is an output is
 * checked when it resolves. URLs of webhooks are secrets and never part of an error.
 */
export class MaintenanceEvents extends pulumi.ComponentResource {
  /** The resource id of the system topic. */
  public readonly systemTopicId: pulumi.Output<string>;
  /** The name of the system topic in Azure. */
  public readonly systemTopicName: pulumi.Output<string>;
  /** The resource ids of the event subscriptions, by their names in the arguments. */
  public readonly eventSubscriptionIds: pulumi.Output<{ [name: string]: string }>;
  /** The object id of the identity that delivers events; `undefined` where none is needed. */
  public readonly principalId: pulumi.Output<string | undefined>;

  /**
   * @param name the component's name, with which those of its resources begin
   * @param args which events go where
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: MaintenanceEventsArgs, opts?: pulumi.ComponentResourceOptions) {
    const { source, subscriptions, deadLetter, identity, accesses } = designMaintenanceEvents(name, args);
    super("pulumi-azure-update-manager:index:MaintenanceEvents", name, args, opts);

    const { resourceGroupName, location, systemTopicName, tags } = args;
    const userAssigned = identity?.userAssigned;
    const topic = new eventgrid.SystemTopic(
      name,
      {
        resourceGroupName,
        location,
        systemTopicName,
        tags,
        source,
        topicType: maintenanceEvents.topicType,
        ...(identity && {
          identity: userAssigned
            ? {
                type: "UserAssigned",
                userAssignedIdentities: pulumi.output(userAssigned.id).apply((id) => ({ [id]: {} })),
              }
            : { type: "SystemAssigned" },
        }),
      },
      // Azure refuses to change a topic's source, and a second topic for a source.
      { parent: this, replaceOnChanges: ["source", "topicType"], deleteBeforeReplace: true },
    );
    const principalId = identity && (userAssigned ? pulumi.output(userAssigned.principalId) : principalIdOf(topic));
    const roleAssignments = principalId
      ? accesses.map(({ name: access, scope, role }) =>
          assignRole(this, access, {
            scope,
            principalId,
            principalType: PrincipalType.ServicePrincipal,
            role: role.guid,
            description: "Event Grid delivers the events of a maintenance configuration",
          }),
        )
      : [];

    const delivery = {
      type: userAssigned ? "UserAssigned" : "SystemAssigned",
      ...(userAssigned && { userAssignedIdentity: userAssigned.id }),
    };
    const eventSubscriptionIds: Record<string, pulumi.Output<string>> = {};
    for (const { key, destination, ...subscription } of subscriptions) {
      const { id } = new eventgrid.SystemTopicEventSubscription(
        subscription.name,
        {
          resourceGroupName,
          systemTopicName: topic.name,
          eventSubscriptionName: subscription.eventSubscriptionName,
          eventDeliverySchema: maintenanceEvents.eventDeliverySchema,
          filter: { includedEventTypes: [...subscription.eventTypes] },
          ...(destination.access
            ? { deliveryWithResourceIdentity: { destination: destination.properties, identity: delivery } }
            : { destination: destination.properties }),
          ...(deadLetter && {
            deadLetterWithResourceIdentity: { deadLetterDestination: blobContainer(deadLetter), identity: delivery },
          }),
          retryPolicy: subscription.retryPolicy,
        },
        {
          parent: this,
          // Without its roles the identity can't deliver the first events.
          dependsOn: roleAssignments,
          ...(destination.secret && { additionalSecretOutputs: ["destination"] }),
        },
      );
      eventSubscriptionIds[key] = id;
    }

    this.systemTopicId = topic.id;
    this.systemTopicName = topic.name;
    this.eventSubscriptionIds = pulumi.output(eventSubscriptionIds);
    this.principalId = principalId ?? pulumi.output(undefined);
    this.registerOutputs({
      systemTopicId: this.systemTopicId,
      systemTopicName: this.systemTopicName,
      eventSubscriptionIds: this.eventSubscriptionIds,
      principalId: this.principalId,
    });
  }
}

function principalIdOf(topic: eventgrid.SystemTopic): pulumi.Output<string> {
  return topic.identity.apply((identity) => {
    if (identity?.principalId === undefined) throw new pulumi.ResourceError("Azure gave the topic no identity.", topic);
    return identity.principalId;
  });
}

function blobContainer({ storageAccountId, blobContainerName }: DesignedDeadLetter) {
  return { endpointType: "StorageBlob" as const, resourceId: storageAccountId, blobContainerName };
}
