import * as compute from "@pulumi/azure-native/compute";
import { assign, linuxMachine, resourceGroup, weekly } from "../fleet";

const name = "wl-vmss";

export function met(): void {
  assign(name, weekly(name), linuxMachine(name));
}

export function broken(): void {
  const scaleSet = new compute.VirtualMachineScaleSet(name, {
    resourceGroupName: resourceGroup.name,
    orchestrationMode: compute.OrchestrationMode.Flexible,
    platformFaultDomainCount: 1,
  });
  assign(name, weekly(name), linuxMachine(name, { virtualMachineScaleSet: { id: scaleSet.id } }));
}
