import * as pulumi from "@pulumi/pulumi";
import { eventRetries, eventSubscriptionName, eventTimes, identityDestinations } from "../../facts/schedules";
import { member } from "../shared/member";
import { notOneOf, Problems } from "../shared/problems";
import { isGuid } from "../shared/scope";
import { identityPage, outside, resourceIdOf, wrongStorageName } from "./checks";
import { type Access, type Destination, resolveDestination, wrongStorageAccount } from "./destinations";
import {
  type DeadLetterArgs,
  type EventDeliveryIdentityArgs,
  type EventDeliveryRolesArgs,
  type EventRetryPolicyArgs,
  type EventSubscriptionArgs,
  MaintenanceEventType,
} from "./event-args";
import { required } from "./required";

/** Every argument that says which events go where. */
export interface MaintenanceEventsDesignArgs {
  resourceGroupName: pulumi.Input<string>;
  maintenanceConfigurationId: pulumi.Input<string>;
  eventSubscriptions: { [name: string]: EventSubscriptionArgs };
  deadLetter?: DeadLetterArgs;
  userAssignedIdentity?: EventDeliveryIdentityArgs;
  roles?: EventDeliveryRolesArgs;
}

/** An event subscription as Azure gets it, with the name of its resource. */
export interface DesignedSubscription {
  /** Its name in the arguments. */
  readonly key: string;
  readonly name: string;
  readonly eventSubscriptionName: pulumi.Input<string> | undefined;
  readonly eventTypes: readonly MaintenanceEventType[];
  readonly destination: Destination;
  readonly retryPolicy: EventRetryPolicyArgs | undefined;
}

/** Where events go that could not be delivered. */
export interface DesignedDeadLetter {
  readonly storageAccountId: pulumi.Input<string>;
  readonly blobContainerName: pulumi.Input<string>;
  readonly access: Access;
}

const wrongConfiguration = resourceIdOf(
  "Microsoft.Maintenance/maintenanceConfigurations",
  "a maintenance configuration",
);
const wrongIdentity = resourceIdOf(
  "Microsoft.ManagedIdentity/userAssignedIdentities",
  "a user-assigned managed identity",
);

/**
 * The system topic's identity, its event subscriptions and the roles that they need.
 *
 * @throws pulumi.InputPropertiesError with every argument that is wrong
 */
export function designMaintenanceEvents(name: string, args: MaintenanceEventsDesignArgs) {
  const problems: Problems = new Problems(`MaintenanceEvents ${JSON.stringify(name)}`);
  if (args.resourceGroupName === undefined) {
    problems.add("resourceGroupName", "give the resource group of the maintenance configuration.");
  }
  const source = required("maintenanceConfigurationId", args.maintenanceConfigurationId, problems, wrongConfiguration);
  const subscriptions = resolveSubscriptions(name, args.eventSubscriptions ?? {}, problems);
  const deadLetter = args.deadLetter && resolveDeadLetter(args.deadLetter, problems);
  const userAssignedIdentity = args.userAssignedIdentity && resolveIdentity(args.userAssignedIdentity, problems);
  const accesses = [
    ...subscriptions.flatMap(({ name: child, destination }) =>
      destination.access ? [{ name: child, ...destination.access }] : [],
    ),
    ...(deadLetter ? [{ name: `${name}-dead-letter`, ...deadLetter.access }] : []),
  ];
  if (accesses.length === 0 && !problems.any) checkIdentityUse(args, problems);
  if (problems.any) problems.fail();
  return {
    source,
    subscriptions,
    deadLetter,
    identity: accesses.length === 0 ? undefined : { userAssigned: userAssignedIdentity },
    accesses: args.roles?.skip ? [] : accesses.filter(isFirst),
  };
}

/** Azure takes a role once for a principal at a place: two subscriptions may share a queue. */
function isFirst(access: Access, index: number, all: readonly Access[]): boolean {
  const samePlace = ({ place, role }: Access) =>
    role === access.role && place.every((part, at) => sameValue(part, access.place[at]));
  return all.findIndex(samePlace) === index;
}

function sameValue(one: pulumi.Input<string>, other: pulumi.Input<string> | undefined): boolean {
  const text = typeof one === "string" && typeof other === "string";
  return text ? one.toLowerCase() === other.toLowerCase() : one === other;
}

function resolveSubscriptions(
  component: string,
  subscriptions: Readonly<Record<string, EventSubscriptionArgs>>,
  problems: Problems,
): readonly DesignedSubscription[] {
  const entries = Object.entries(subscriptions);
  if (entries.length === 0) problems.add("eventSubscriptions", "give at least one: without it no event is delivered.");
  return entries.flatMap(([key, subscription]): DesignedSubscription[] => {
    const path = member("eventSubscriptions", key);
    const name = `${component}-${key}`;
    const { eventTypes = Object.values(MaintenanceEventType), eventSubscriptionName, retryPolicy } = subscription;
    checkEventTypes(`${path}.eventTypes`, eventTypes, problems);
    if (eventSubscriptionName === undefined) {
      const wrong = wrongSubscriptionName(name);
      if (wrong) problems.add(`${path}.eventSubscriptionName`, `${wrong} Give one, or the subscription another name.`);
    }
    const destination = resolveDestination(path, subscription, problems);
    checkRetryPolicy(`${path}.retryPolicy`, retryPolicy, problems);
    if (destination === undefined) return [];
    return [
      {
        key,
        name,
        eventSubscriptionName:
          eventSubscriptionName &&
          problems.checked(`${path}.eventSubscriptionName`, eventSubscriptionName, wrongSubscriptionName),
        eventTypes,
        destination,
        retryPolicy: retryPolicyFor(eventTypes, retryPolicy),
      },
    ];
  });
}

function checkEventTypes(path: string, eventTypes: readonly MaintenanceEventType[], problems: Problems): void {
  if (eventTypes.length === 0) problems.add(path, "is empty: leave it out for both events.");
  eventTypes.forEach((type, index) => {
    const wrong =
      notOneOf(type, Object.values(MaintenanceEventType)) ??
      (eventTypes.indexOf(type) < index ? "is given twice." : undefined);
    if (wrong) problems.add(`${path}[${index}]`, wrong);
  });
}

function wrongSubscriptionName(name: string): string | undefined {
  const { length, characters } = eventSubscriptionName;
  return /^[A-Za-z0-9-]+$/.test(name) && outside(name.length, length) === undefined
    ? undefined
    : `${JSON.stringify(name)} is not allowed: the name of an event subscription has ${length.from} to ${length.to} ${characters}.`;
}

function checkRetryPolicy(path: string, given: EventRetryPolicyArgs | undefined, problems: Problems): void {
  for (const name of ["maxDeliveryAttempts", "eventTimeToLiveInMinutes"] as const) {
    const value = given?.[name];
    const wrong = value === undefined ? undefined : outside(value, eventRetries[name]);
    if (wrong) problems.add(`${path}.${name}`, wrong);
  }
}

function retryPolicyFor(
  eventTypes: readonly MaintenanceEventType[],
  given: EventRetryPolicyArgs | undefined,
): EventRetryPolicyArgs | undefined {
  const before = eventTypes.every((type) => type === MaintenanceEventType.PreMaintenanceEvent);
  if (!before) return given;
  return { eventTimeToLiveInMinutes: eventTimes.preEventBeforeRunMinutes.from, ...given };
}

function resolveDeadLetter(
  { storageAccountId, blobContainerName }: DeadLetterArgs,
  problems: Problems,
): DesignedDeadLetter {
  const account = required("deadLetter.storageAccountId", storageAccountId, problems, wrongStorageAccount);
  const container = required("deadLetter.blobContainerName", blobContainerName, problems, wrongStorageName);
  return {
    storageAccountId: account,
    blobContainerName: container,
    access: {
      place: [storageAccountId, blobContainerName],
      scope: pulumi.interpolate`${account}/blobServices/default/containers/${container}`,
      role: identityDestinations.deadLetter,
    },
  };
}

function resolveIdentity({ id, principalId }: EventDeliveryIdentityArgs, problems: Problems) {
  return {
    id: required("userAssignedIdentity.id", id, problems, wrongIdentity),
    principalId: required("userAssignedIdentity.principalId", principalId, problems, (value) =>
      isGuid(value) ? undefined : `${JSON.stringify(value)} is not the object id of a principal, a GUID.`,
    ),
  };
}

/** Without a queue or a container there is nothing that an identity delivers to. */
function checkIdentityUse(
  { userAssignedIdentity, roles }: Pick<MaintenanceEventsDesignArgs, "userAssignedIdentity" | "roles">,
  problems: Problems,
): void {
  const reason = `has no effect: webhooks and functions are not reached with a managed identity. See ${identityPage}`;
  if (userAssignedIdentity) problems.add("userAssignedIdentity", reason);
  if (roles) problems.add("roles", reason);
}
