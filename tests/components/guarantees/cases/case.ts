import type * as pulumi from "@pulumi/pulumi";
import { subscriptionId } from "../../../../tools/registration";

/** What the tests of the guarantees need to know of a component. */
export interface ComponentCase<Args extends object = object> {
  readonly component: new (
    name: string,
    args: Args,
    opts?: pulumi.ComponentResourceOptions,
  ) => pulumi.ComponentResource;
  /** What the names of its examples begin with. */
  readonly slug: string;
  /** Argument sets that the constructor accepts. The first has every child and tags. */
  readonly accepted: readonly Args[];
  /** The arguments that may be outputs, e.g. `scopes.*.subscriptionId`. */
  readonly outputs: readonly string[];
  /** Type and name of every child that the first set makes for a component called `it`. */
  readonly children: readonly string[];
  /**
   * The rules that some arguments go against in so many words, such as those that leave a part to somebody else: the
   * constructor takes what the pack can't know to be right. Default: none.
   */
  readonly against?: readonly string[];
  /** What the stack must have beside the component for the rules to be content. Default: nothing. */
  readonly beside?: (component: pulumi.ComponentResource, args: Args, opts: pulumi.ComponentResourceOptions) => void;
}

/** A case, as all of them are listed together. */
export function defineCase<Args extends object>(definition: ComponentCase<Args>): ComponentCase {
  return definition as unknown as ComponentCase;
}

export const subscription = `/subscriptions/${subscriptionId}`;
export const resourceGroup = `${subscription}/resourceGroups/patching`;

/** The id of a resource, e.g. `id("Microsoft.Compute/disks/data")`. */
export const id = (resource: string) => `${resourceGroup}/providers/${resource}`;

export const maintenanceConfigurationId = id("Microsoft.Maintenance/maintenanceConfigurations/weekly");
export const linuxMachineId = id("Microsoft.Compute/virtualMachines/estate-linux");
export const windowsMachineId = id("Microsoft.Compute/virtualMachines/estate-windows");
export const arcServerId = id("Microsoft.HybridCompute/machines/ledger");
export const userAssignedIdentity = {
  id: id("Microsoft.ManagedIdentity/userAssignedIdentities/updates"),
  principalId: "55555555-5555-5555-5555-555555555555",
};
export const principalId = "66666666-6666-6666-6666-666666666666";
export const tags = { team: "platform" };
