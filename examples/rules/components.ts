/*
 * What the stacks made with the components of this package share: arguments with which nothing is wrong, so that each
 * stack shows only those that its rule is about.
 */
import { NetworkSecurityGroup, SecurityRule } from "@pulumi/azure-native/network";
import {
  type ArcOnboardingArgs,
  MaintenanceSchedule,
  type MaintenanceScheduleArgs,
  UpdateReadyVirtualMachine,
  type UpdateReadyVirtualMachineArgs,
} from "pulumi-azure-update-manager";
import { resourceGroup, sshPublicKey, subnet } from "./fleet";

/** An Ubuntu machine. */
export const linux: UpdateReadyVirtualMachineArgs = {
  resourceGroupName: resourceGroup.name,
  subnetId: subnet.id,
  image: "ubuntu-24.04",
  sshPublicKeys: [sshPublicKey],
};

/** A Windows Server machine. */
export const windows: UpdateReadyVirtualMachineArgs = {
  resourceGroupName: resourceGroup.name,
  subnetId: subnet.id,
  image: "windows-server-2022",
  computerName: "windows",
  adminPassword: "correct-Horse-battery-1",
};

/** A schedule for Saturday nights, less what it is assigned to. */
export const saturdays: MaintenanceScheduleArgs = {
  resourceGroupName: resourceGroup.name,
  startDateTime: "2026-01-10 02:00",
  timeZone: "Europe/Berlin",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
  duration: "03:00",
};

/** A new Ubuntu machine, as a schedule takes it. */
export function ubuntuMachine(name: string): MaintenanceScheduleArgs["virtualMachines"] {
  const machine = new UpdateReadyVirtualMachine(name, linux);
  return { machine: { id: machine.virtualMachineId } };
}

/** A new Windows Server machine, as a schedule takes it. */
export function windowsMachine(name: string): MaintenanceScheduleArgs["virtualMachines"] {
  const machine = new UpdateReadyVirtualMachine(name, windows);
  return { machine: { id: machine.virtualMachineId } };
}

/** A schedule for Saturday nights with a new Ubuntu machine. */
export function saturdayNight(name: string): MaintenanceSchedule {
  return new MaintenanceSchedule(name, { ...saturdays, virtualMachines: ubuntuMachine(name) });
}

/** A network security group from which nothing goes to the Internet, unless a rule with a lower number allows it. */
export function closedGroup(name: string): NetworkSecurityGroup {
  const group = new NetworkSecurityGroup(name, { resourceGroupName: resourceGroup.name });
  new SecurityRule(`${name}-deny`, {
    resourceGroupName: resourceGroup.name,
    networkSecurityGroupName: group.name,
    priority: 4096,
    direction: "Outbound",
    access: "Deny",
    protocol: "*",
    sourceAddressPrefix: "*",
    sourcePortRange: "*",
    destinationAddressPrefix: "Internet",
    destinationPortRange: "*",
  });
  return group;
}

/** How an Arc-enabled server gets connected: by a service principal that has its role already. */
export const onboarding: ArcOnboardingArgs = {
  servicePrincipalId: "00000000-0000-0000-0000-000000000003",
  roleAssignment: { skip: true },
};
