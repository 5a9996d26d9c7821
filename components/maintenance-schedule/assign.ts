import * as authorization from "@pulumi/azure-native/authorization";
import * as maintenance from "@pulumi/azure-native/maintenance";
import * as pulumi from "@pulumi/pulumi";
import { machineKinds } from "../shared/machine-kinds";
import type { Problems } from "../shared/problems";
import type { Assignments } from "./assignments";
import { locateMachine } from "./locate-machine";

/** Creates the assignments of a maintenance configuration, as children of a component that has the given name. */
export function assign(
  parent: pulumi.ComponentResource,
  name: string,
  maintenanceConfigurationId: pulumi.Input<string>,
  { machines, dynamicScopes }: Assignments,
  problems: Problems,
): void {
  const subscriptionId =
    machines.length > 0 ? authorization.getClientConfigOutput({ parent }).subscriptionId : pulumi.output("");
  for (const machine of machines) {
    const { providerName, resourceType } = machineKinds[machine.machineKind];
    const target = locateMachine(machine, subscriptionId, problems);
    new maintenance.ConfigurationAssignment(
      `${name}-${machine.name}`,
      {
        providerName,
        resourceType,
        resourceGroupName: target.resourceGroupName,
        resourceName: target.name,
        location: machine.location,
        maintenanceConfigurationId,
      },
      { parent },
    );
  }
  for (const { name: scope, resourceGroupName, filter } of dynamicScopes) {
    const child = `${name}-${scope}`;
    const args = { maintenanceConfigurationId, filter };
    if (resourceGroupName === undefined) {
      new maintenance.ConfigurationAssignmentsForSubscription(child, args, { parent });
    } else {
      new maintenance.ConfigurationAssignmentsForResourceGroup(child, { ...args, resourceGroupName }, { parent });
    }
  }
}
