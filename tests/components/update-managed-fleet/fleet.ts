import * as pulumi from "@pulumi/pulumi";
import { designFleet } from "../../../components/update-managed-fleet/design";
import { UpdateManagedFleet, type UpdateManagedFleetArgs } from "../../../index";
import { unwrapped } from "../../../tools/registration";
import { sshPublicKey } from "../arguments";
import type { Registered } from "../program";

export const subscriptionId = "00000000-0000-0000-0000-000000000000";
export const group = `/subscriptions/${subscriptionId}/resourceGroups/shop`;
export const principalId = "3f1d8f0a-6a0e-4b7e-9d51-0c8a4b1f7e21";
export const subnetId = `${group}/providers/Microsoft.Network/virtualNetworks/own/subnets/machines`;

export const ubuntu = { image: "ubuntu-24.04", sshPublicKeys: [sshPublicKey] };

/** The fewest arguments. */
export const minimal: UpdateManagedFleetArgs = {
  resourceGroupName: "shop",
  location: "westeurope",
  machines: { web: ubuntu },
};

/** Everything but the machines and their network is left out. */
export const bare: UpdateManagedFleetArgs = {
  ...minimal,
  schedule: { skip: true },
  assessment: { skip: true },
  alerts: { skip: true },
};

/** A fleet, and what it registers below itself; each resource has an id as Azure gives it. */
export interface Deployed {
  readonly fleet: UpdateManagedFleet;
  readonly resources: readonly Registered[];
  /** The inputs of every resource as the engine gets them, less what is secret there. */
  readonly open: readonly string[];
}

/** Runs a program of one fleet, with every resource and function of Azure stood in for. */
export async function deployed(
  args: UpdateManagedFleetArgs,
  opts?: pulumi.ComponentResourceOptions,
): Promise<Deployed> {
  const resources: Registered[] = [];
  const open: string[] = [];
  let principals = 0;
  pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        resources.push({ type, name, inputs: unwrapped(inputs) as Registered["inputs"] });
        open.push(JSON.stringify(inputs, (_, value) => (pulumi.runtime.isRpcSecret(value) ? "secret" : value)));
        const state = { ...inputs, name: `${name}1a2b3c4d` };
        if (type.endsWith(":UserAssignedIdentity") || type.endsWith(":PolicyAssignment")) {
          principals += 1;
          const principal = `11111111-2222-3333-4444-${String(principals).padStart(12, "0")}`;
          Object.assign(state, { principalId: principal, identity: { principalId: principal } });
        }
        return { id: idOf(type, name), state: { ...state, ipConfigurations: [{ privateIPAddress: "10.0.0.4" }] } };
      },
      call: () => ({ subscriptionId }),
    },
    "project",
    "stack",
    false,
  );
  try {
    return { fleet: new UpdateManagedFleet("shop", args, opts), resources, open };
  } finally {
    await pulumi.runtime.disconnect();
  }
}

function idOf(type: string, name: string): string {
  const [, module = "", resource = ""] = type.split(":");
  const arm: Record<string, string> = {
    Subnet: "Microsoft.Network/virtualNetworks/shop1a2b3c4d/subnets",
    VirtualMachine: "Microsoft.Compute/virtualMachines",
    MaintenanceConfiguration: "Microsoft.Maintenance/maintenanceConfigurations",
    NatGateway: "Microsoft.Network/natGateways",
  };
  return `${group}/providers/${arm[resource] ?? `Microsoft.${module}/${resource}`}/${name}1a2b3c4d`;
}

/** `type name` of every resource of Azure, in order of the text. */
export function named(resources: readonly Registered[]): string[] {
  return resources
    .filter(({ type }) => type.startsWith("azure-native:"))
    .map(({ type, name }) => `${type.split(":").at(-1)} ${name}`)
    .sort();
}

/** The inputs of the one resource of a type that has a name. */
export function inputsOf(resources: readonly Registered[], type: string, name: string): Record<string, unknown> {
  return resources.find((one) => one.type.endsWith(`:${type}`) && one.name === name)?.inputs ?? {};
}

/** What is found to be wrong with arguments of any shape, each as `path: reason`. */
export function problemsOf(args: object, defaultLocation?: string): string[] {
  try {
    designFleet("shop", args as UpdateManagedFleetArgs, defaultLocation);
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
  }
}
