import * as authorization from "@pulumi/azure-native/authorization";
import * as resources from "@pulumi/azure-native/resources";
import { linuxMachine, linuxProfile, patchedByAzure } from "../fleet";

const name = "lock-readonly";

function lock(level: string): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  linuxMachine(name, { resourceGroupName: group.name, osProfile: linuxProfile(patchedByAzure) });
  new authorization.ManagementLockAtResourceGroupLevel(name, { resourceGroupName: group.name, level });
}

export function met(): void {
  lock("CanNotDelete");
}

export function broken(): void {
  lock("ReadOnly");
}
