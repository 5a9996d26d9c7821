import type { MachineKind } from "../../facts/machine-kind";
import { parseMachineId } from "./machine-kinds";

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is a GUID, as Microsoft Entra gives its principals. */
export function isGuid(text: string): boolean {
  return guid.test(text);
}

/** Whether an id is that of a resource group. */
export function isResourceGroupId(id: string): boolean {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i.test(id);
}

/** Whether an id is that of a management group. */
export function isManagementGroupId(id: string): boolean {
  return /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+$/i.test(id);
}

/** The id of a subscription that is given by its GUID or by its id; `undefined` where it is neither. */
export function subscriptionIdOf(text: string): string | undefined {
  const subscription = /^\/subscriptions\/([^/]+)$/i.exec(text)?.[1] ?? text;
  return isGuid(subscription) ? `/subscriptions/${subscription}` : undefined;
}

/** The smallest scope around a scope at which Azure lets a custom role be assignable: never a single machine. */
export function assignableScopeOf(scope: string): string {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(scope)?.[0] ?? scope;
}

/** Whether an id is that of a machine of some kind. */
export function isMachineId(id: string, machineKind: MachineKind): boolean {
  return parseMachineId(id, machineKind) !== undefined;
}
