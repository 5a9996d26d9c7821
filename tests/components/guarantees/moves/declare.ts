import type * as pulumi from "@pulumi/pulumi";
import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "../../../../index";
import { resourceGroupName, subnetId } from "../../adoption/network";
import { sshPublicKey } from "../../arguments";

/** A machine and its schedule, with options that both get. */
export function declare(opts: pulumi.ComponentResourceOptions): void {
  const args = { resourceGroupName, subnetId, image: "ubuntu-24.04", sshPublicKeys: [sshPublicKey] };
  const { virtualMachineId: id } = new UpdateReadyVirtualMachine("web", args, opts);
  const timing = { startDateTime: "2027-01-09 02:00", recurrence: { weekly: {} } };
  new MaintenanceSchedule("weekly", { resourceGroupName, ...timing, virtualMachines: { web: { id } } }, opts);
}
