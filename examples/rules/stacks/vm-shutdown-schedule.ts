import * as devtestlab from "@pulumi/azure-native/devtestlab";
import * as pulumi from "@pulumi/pulumi";
import { assign, linuxMachine, resourceGroup, weekly } from "../fleet";

const name = "vm-shutdown-schedule";

export function met(): void {
  declare("2200");
}

/** The schedule patches from 02:00 to 05:00. */
export function broken(): void {
  declare("0300");
}

function declare(time: string): void {
  const machine = linuxMachine(name);
  assign(name, weekly(name), machine);
  new devtestlab.GlobalSchedule(name, {
    resourceGroupName: resourceGroup.name,
    // Azure takes no other name for the auto-shutdown of a VM.
    name: pulumi.interpolate`shutdown-computevm-${machine.name}`,
    status: "Enabled",
    taskType: "ComputeVmShutdownTask",
    dailyRecurrence: { time },
    timeZoneId: "W. Europe Standard Time",
    targetResourceId: machine.id,
  });
}
