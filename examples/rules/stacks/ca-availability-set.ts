import * as compute from "@pulumi/azure-native/compute";
import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
import { assign, linuxMachine, resourceGroup, weekly } from "../fleet";

const name = "ca-availability-set";

function availabilitySet(): compute.AvailabilitySet {
  return new compute.AvailabilitySet(name, {
    resourceGroupName: resourceGroup.name,
    platformFaultDomainCount: 2,
    sku: { name: "Aligned" },
  });
}

/** Two machines of one availability set: the first is patched from 02:00 to 05:00, the other one from another time on. */
function otherFrom(startDateTime: string): void {
  const inSet = { availabilitySet: { id: availabilitySet().id } };
  const first = "ca-availability-first";
  assign(first, weekly(first), linuxMachine(first, inSet));
  assign(name, weekly(name, { startDateTime }), linuxMachine(name, inSet));
}

export function met(): void {
  otherFrom("2026-01-10 05:00");
}

export function broken(): void {
  otherFrom("2026-01-10 04:00");
}

export function component(): void {
  const availabilitySetId = availabilitySet().id;
  const first = new UpdateReadyVirtualMachine("ca-availability-first", { ...linux, availabilitySetId });
  new MaintenanceSchedule("ca-availability-first", {
    ...saturdays,
    virtualMachines: { machine: { id: first.virtualMachineId } },
  });
  const other = new UpdateReadyVirtualMachine(name, { ...linux, availabilitySetId });
  new MaintenanceSchedule(name, {
    ...saturdays,
    startDateTime: "2026-01-10 05:00",
    virtualMachines: { machine: { id: other.virtualMachineId } },
  });
}
