import type { MachineKind } from "../../facts/machine-kind";

const idOf = (namespace: string, type: string) =>
  new RegExp(`^/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/${namespace}/${type}/([^/]+)$`, "i");

/**
 * How the machines of each kind are named in arguments and in Azure. The pattern of their ids has groups for the
 * subscription, the resource group and the name.
 */
export const machineKinds = {
  azure: {
    noun: "an Azure virtual machine",
    argument: "virtualMachines",
    providerName: "Microsoft.Compute",
    resourceType: "virtualMachines",
    id: idOf("Microsoft\\.Compute", "virtualMachines"),
  },
  arc: {
    noun: "an Arc-enabled server",
    argument: "arcServers",
    providerName: "Microsoft.HybridCompute",
    resourceType: "machines",
    id: idOf("Microsoft\\.HybridCompute", "machines"),
  },
} as const satisfies Record<MachineKind, object>;

/** Where a machine is, from its id. */
export interface MachineLocation {
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly name: string;
}

/** Where a machine of a kind is; `undefined` where the id is none of such a machine. */
export function parseMachineId(id: string, machineKind: MachineKind): MachineLocation | undefined {
  const [, subscriptionId, resourceGroupName, name] = machineKinds[machineKind].id.exec(id) ?? [];
  if (subscriptionId === undefined || resourceGroupName === undefined || name === undefined) return undefined;
  return { subscriptionId, resourceGroupName, name };
}

/** What is wrong with an id that is none of a machine of a kind. */
export function wrongMachineId(id: string, machineKind: MachineKind): string {
  const other = Object.values(machineKinds).find((kind) => kind.id.test(id));
  const reason = `${JSON.stringify(id)} is not the resource id of ${machineKinds[machineKind].noun}`;
  return other ? `${reason} but of ${other.noun}: give it under ${other.argument}.` : `${reason}.`;
}
