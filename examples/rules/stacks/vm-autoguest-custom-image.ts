import { UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux } from "../components";
import { linuxMachine, linuxProfile, patchedByAzure, storageProfile, ubuntu } from "../fleet";

const name = "vm-autoguest-custom-image";

export function met(): void {
  linuxMachine(name, { osProfile: linuxProfile(patchedByAzure), storageProfile: storageProfile(ubuntu) });
}

export function broken(): void {
  const id =
    "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/web";
  linuxMachine(name, { osProfile: linuxProfile(patchedByAzure), storageProfile: storageProfile({ id }) });
}

export function component(): void {
  new UpdateReadyVirtualMachine(name, { ...linux, patchOrchestration: "AzureManagedSafeDeployment" });
}
