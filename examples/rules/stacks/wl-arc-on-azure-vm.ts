import * as compute from "@pulumi/azure-native/compute";
import { assign, linuxMachine, resourceGroup, weekly } from "../fleet";

const name = "wl-arc-on-azure-vm";

function machineThatRuns(commandToExecute: string): void {
  const machine = linuxMachine(name);
  assign(name, weekly(name), machine);
  new compute.VirtualMachineExtension(name, {
    resourceGroupName: resourceGroup.name,
    vmName: machine.name,
    publisher: "Microsoft.Azure.Extensions",
    type: "CustomScript",
    typeHandlerVersion: "2.1",
    settings: { commandToExecute },
  });
}

export function met(): void {
  machineThatRuns("apt-get install --yes nginx");
}

export function broken(): void {
  machineThatRuns("curl -L https://aka.ms/azcmagent | bash && azcmagent connect --resource-group shop");
}
