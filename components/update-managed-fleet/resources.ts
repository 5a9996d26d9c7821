import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceSchedule } from "../maintenance-schedule";
import { MaintenanceScheduleAssignment } from "../maintenance-schedule-assignment";
import { withSecretWebhooks } from "../update-alerts/notification";
import { UpdateNetworkRules } from "../update-network-rules";
import { UpdateReadyVirtualMachine } from "../update-ready-virtual-machine";
import type { UpdateManagedFleetArgs } from "./args";
import type { FleetDesign } from "./design";
import { type FleetMachine, machineArgs } from "./machines";
import { denyInternet } from "./network";
import { assignsAny } from "./schedule";

/** The network of a fleet, and the rules for it. */
export interface FleetNetwork {
  readonly subnetId: pulumi.Input<string> | undefined;
  readonly rules: UpdateNetworkRules | undefined;
}

/** Creates the network that machines need, and their way to their updates. */
export function createNetwork(parent: pulumi.ComponentResource, { fleet, network: design }: FleetDesign): FleetNetwork {
  if (design === undefined) return { subnetId: undefined, rules: undefined };
  const { name, resourceGroupName, location, tags } = fleet;
  const { addressPrefix } = design;
  const rulesOf = (group: pulumi.Input<string>) =>
    design.rules && new UpdateNetworkRules(name, design.rules(group), { parent });
  if (addressPrefix === undefined) return { subnetId: design.subnetId, rules: rulesOf("") };

  const common = { resourceGroupName, location, tags };
  const securityGroup = new network.NetworkSecurityGroup(name, common, { parent });
  const rules = rulesOf(securityGroup.name);
  if (design.deniesInternet) {
    const { name: securityRuleName, ...rule } = denyInternet;
    new network.SecurityRule(
      `${name}-${securityRuleName}`,
      {
        resourceGroupName,
        networkSecurityGroupName: securityGroup.name,
        securityRuleName,
        description: "What updates need is allowed by the rules before.",
        sourceAddressPrefix: "*",
        sourcePortRange: "*",
        destinationPortRange: "*",
        ...rule,
      },
      { parent },
    );
  }
  const virtualNetwork = new network.VirtualNetwork(
    name,
    { ...common, addressSpace: { addressPrefixes: [addressPrefix] } },
    { parent },
  );
  const subnet = new network.Subnet(
    name,
    {
      resourceGroupName,
      virtualNetworkName: virtualNetwork.name,
      addressPrefix,
      defaultOutboundAccess: false,
      networkSecurityGroup: { id: securityGroup.id },
      natGateway: rules && { id: rules.natGatewayId },
    },
    // A machine installs what it lacks at its first start: by then it has a way out.
    { parent, dependsOn: rules },
  );
  return { subnetId: subnet.id, rules };
}

/** Creates the machines. */
export function createMachines(
  parent: pulumi.ComponentResource,
  { fleet, machines }: FleetDesign,
  subnetId: pulumi.Input<string> | undefined,
): Readonly<Record<string, UpdateReadyVirtualMachine>> {
  return Object.fromEntries(
    Object.entries(machines).map(([name, machine]) => [
      name,
      new UpdateReadyVirtualMachine(`${fleet.name}-${name}`, machineArgs(fleet, name, machine, subnetId), { parent }),
    ]),
  );
}

/** The fleet's schedules and those of one's own, by ring. */
export interface FleetRings {
  readonly schedules: Readonly<Record<string, MaintenanceSchedule>>;
  readonly maintenanceConfigurationIds: Readonly<Record<string, pulumi.Output<string>>>;
}

/** Creates the schedules, and assigns the machines. */
export function createRings(
  parent: pulumi.ComponentResource,
  { fleet, schedule }: FleetDesign,
  machines: Readonly<Record<string, UpdateReadyVirtualMachine>>,
): FleetRings {
  const ids = Object.fromEntries(Object.entries(machines).map(([name, machine]) => [name, machine.virtualMachineId]));
  const schedules: Record<string, MaintenanceSchedule> = {};
  const maintenanceConfigurationIds: Record<string, pulumi.Output<string>> = {};
  for (const ring of schedule.rings) {
    const name = `${fleet.name}-${ring.name}`;
    if ("schedule" in ring) {
      const args = ring.schedule(ids);
      // A schedule that nothing is assigned to patches nothing.
      if (!assignsAny(args)) continue;
      const created = new MaintenanceSchedule(name, args, { parent });
      schedules[ring.name] = created;
      maintenanceConfigurationIds[ring.name] = created.maintenanceConfigurationId;
    } else {
      const args = ring.assignment(ids);
      maintenanceConfigurationIds[ring.name] = pulumi.output(args.maintenanceConfigurationId);
      if (assignsAny(args)) new MaintenanceScheduleAssignment(name, args, { parent });
    }
  }
  return { schedules, maintenanceConfigurationIds };
}

/** The machines as data. */
export function describeMachines(
  machines: Readonly<Record<string, UpdateReadyVirtualMachine>>,
  ringOf: Readonly<Record<string, string>>,
): pulumi.Output<{ [name: string]: FleetMachine }> {
  const described = Object.entries(machines).map(([name, machine]) => {
    const { virtualMachineId, virtualMachineName, networkInterfaceId, operatingSystem } = machine;
    const { privateIpAddress, publicIpAddress, principalId } = machine;
    const known = { virtualMachineId, virtualMachineName, networkInterfaceId, operatingSystem };
    return [name, { ...known, privateIpAddress, publicIpAddress, principalId, ring: ringOf[name] }] as const;
  });
  return pulumi.output(Object.fromEntries(described)) as pulumi.Output<{ [name: string]: FleetMachine }>;
}

/** The arguments as the state may have them: what is secret in a part is so in the fleet. */
export function recorded(args: UpdateManagedFleetArgs): UpdateManagedFleetArgs {
  const { machines = {}, alerts } = args;
  return {
    ...args,
    machines: Object.fromEntries(
      Object.entries(machines).map(([name, machine]) => [
        name,
        machine.adminPassword === undefined
          ? machine
          : { ...machine, adminPassword: pulumi.secret(machine.adminPassword) },
      ]),
    ),
    ...(alerts && { alerts: withSecretWebhooks(alerts) }),
  };
}
