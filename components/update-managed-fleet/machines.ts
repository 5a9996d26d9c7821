import type * as pulumi from "@pulumi/pulumi";
import { PatchOrchestration } from "../../facts/machine-settings";
import type { OperatingSystem } from "../../facts/operating-system";
import { member } from "../shared/member";
import type { UpdateReadyVirtualMachineArgs } from "../update-ready-virtual-machine";
import type { AdministratorArgs } from "../virtual-machine/administrator";
import type { AdoptionArgs } from "../virtual-machine/adoption";
import { designVirtualMachine } from "../virtual-machine/design";
import type { DiskArgs } from "../virtual-machine/disks";
import type { GuestArgs } from "../virtual-machine/guest";
import type { HostArgs } from "../virtual-machine/host";
import type { ImageArgs } from "../virtual-machine/image";
import type { PrimaryNetworkInterfaceArgs, PublicAddressArgs } from "../virtual-machine/network";
import type { PatchArgs } from "../virtual-machine/patching";
import type { UserDataArgs } from "../virtual-machine/user-data";
import { type Fleet, mergeTags } from "./fleet";
import { later, type Rehearsal, withoutOutputs } from "./rehearsal";

/** A virtual machine that the fleet creates: the arguments of an `UpdateReadyVirtualMachine`, and its ring. */
export interface FleetMachineArgs
  extends ImageArgs,
    AdministratorArgs,
    PatchArgs,
    HostArgs,
    DiskArgs,
    GuestArgs,
    UserDataArgs,
    AdoptionArgs {
  /**
   * The ring whose schedule patches the machine. Only with `patchOrchestration` `CustomerManagedSchedules`, its default.
   * Default: the ring with the most days after the start, `broad` unless `schedule.rings` says otherwise.
   */
  ring?: string;
  /** The subnet of its network interface. Default: the fleet's. */
  subnetId?: pulumi.Input<string>;
  /** Its network interface's settings. Default: a private address that Azure chooses. */
  networkInterface?: PrimaryNetworkInterfaceArgs;
  /** Network interfaces of one's own beside the component's, as the machine's size allows. Default: none. */
  additionalNetworkInterfaceIds?: pulumi.Input<string>[];
  /** Gives the machine a public IP address of its own; `{}` for one with every default. Default: none. */
  publicIpAddress?: PublicAddressArgs;
  /** The resource group of the machine. Default: the fleet's, the one that access, assessment and alerts are about. */
  resourceGroupName?: pulumi.Input<string>;
  /** The region. Default: the fleet's. */
  location?: pulumi.Input<string>;
  /** The machine's name in Azure, at most 64 characters. Default: the names of fleet and machine and a random suffix. */
  virtualMachineName?: pulumi.Input<string>;
  /** Tags of the machine and what belongs to it, beside the fleet's. Default: none. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/** A virtual machine of the fleet, as it is in Azure. */
export interface FleetMachine {
  /** The machine's resource id. */
  virtualMachineId: string;
  /** The machine's name in Azure. */
  virtualMachineName: string;
  /** The resource id of its network interface. */
  networkInterfaceId: string;
  /** The private IP address. */
  privateIpAddress?: string;
  /** The public IP address, with `publicIpAddress`. */
  publicIpAddress?: string;
  /** The principal id of the machine's own identity, with `systemAssignedIdentity`. */
  principalId?: string;
  /** The operating system. */
  operatingSystem: OperatingSystem;
  /** The ring whose schedule patches the machine; none where no schedule of the fleet does. */
  ring?: string;
}

/** The arguments for a machine; `subnetId` is the fleet's subnet, where it has one. */
export function machineArgs(
  fleet: Fleet,
  name: string,
  machine: FleetMachineArgs,
  subnetId: pulumi.Input<string> | undefined,
): UpdateReadyVirtualMachineArgs {
  const { ring, ...own } = machine;
  return {
    ...own,
    // The fleet's name says nothing inside the machine, and Windows takes no more than 15 characters.
    computerName: own.computerName ?? name,
    // Without one the machine's own design says so.
    subnetId: own.subnetId ?? (subnetId as pulumi.Input<string>),
    resourceGroupName: own.resourceGroupName ?? fleet.resourceGroupName,
    location: own.location ?? fleet.location,
    tags: mergeTags(fleet.tags, own.tags),
  };
}

/** Checks every machine. `subnetId` is what the program gives as the fleet's; `creates`: the fleet makes one itself. */
export function checkMachines(
  fleet: Fleet,
  machines: Readonly<Record<string, FleetMachineArgs>>,
  subnet: { readonly subnetId: pulumi.Input<string> | undefined; readonly creates: boolean },
  rehearsal: Rehearsal,
): void {
  for (const [name, machine] of Object.entries(machines)) {
    const subnetId = subnet.creates ? later<string>() : subnet.subnetId;
    const args = withoutOutputs(machineArgs(fleet, name, machine, subnetId));
    const elsewhere = {
      subnetId: machine.subnetId === undefined && subnet.subnetId !== undefined ? "network.subnetId" : undefined,
    };
    rehearsal.of({ path: member("machines", name), elsewhere }, () =>
      designVirtualMachine(`${fleet.name}-${name}`, args),
    );
  }
}

/** Whether schedules patch a machine, rather than Azure, its system or nobody. */
export function isScheduled({ patchOrchestration }: FleetMachineArgs): boolean {
  return patchOrchestration === undefined || patchOrchestration === PatchOrchestration.CustomerManagedSchedules;
}
