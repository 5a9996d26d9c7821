import { machineResourceType } from "../../facts/machine-kind";

/** Where an Arc-enabled server's resource is. */
export interface ArcMachineId {
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly machineName: string;
}

const machine =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.HybridCompute\/machines\/([^/]+)$/i;

/** The parts of an Arc-enabled server's resource id; `undefined` where it is the id of something else. */
export function parseArcMachineId(id: string): ArcMachineId | undefined {
  const [, subscriptionId, resourceGroupName, machineName] = machine.exec(id) ?? [];
  if (subscriptionId === undefined || resourceGroupName === undefined || machineName === undefined) return undefined;
  return { subscriptionId, resourceGroupName, machineName };
}

/** What is wrong with a value that must be an Arc-enabled server's resource id. */
export function notAnArcMachineId(id: string): string | undefined {
  if (parseArcMachineId(id)) return undefined;
  return `${JSON.stringify(id)} is not the id of a ${machineResourceType.arc} resource.`;
}

const privateLinkScope =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.HybridCompute\/privateLinkScopes\/[^/]+$/i;

/** What is wrong with a value that must be the id of a private link scope of Azure Arc. */
export function notAPrivateLinkScopeId(id: string): string | undefined {
  if (privateLinkScope.test(id)) return undefined;
  return `${JSON.stringify(id)} is not the id of a Microsoft.HybridCompute/privateLinkScopes resource.`;
}

const license =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.HybridCompute\/licenses\/[^/]+$/i;

/** What is wrong with a value that must be the id of a licence for Extended Security Updates. */
export function notALicenseId(id: string): string | undefined {
  return license.test(id)
    ? undefined
    : `${JSON.stringify(id)} is not the id of a Microsoft.HybridCompute/licenses resource.`;
}

const gateway =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.HybridCompute\/gateways\/[^/]+$/i;

/** What is wrong with a value that must be the id of an Arc gateway. */
export function notAGatewayId(id: string): string | undefined {
  return gateway.test(id)
    ? undefined
    : `${JSON.stringify(id)} is not the id of a Microsoft.HybridCompute/gateways resource.`;
}
