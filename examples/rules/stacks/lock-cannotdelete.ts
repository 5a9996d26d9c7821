import * as authorization from "@pulumi/azure-native/authorization";
import type { VirtualMachine } from "@pulumi/azure-native/compute";
import { assign, linuxMachine, linuxProfile, patchedByAzure, weekly } from "../fleet";

const name = "lock-cannotdelete";

function lock({ id }: VirtualMachine): void {
  new authorization.ManagementLockByScope(name, { scope: id, level: "CanNotDelete" });
}

export function met(): void {
  lock(linuxMachine(name, { osProfile: linuxProfile(patchedByAzure) }));
}

export function broken(): void {
  const machine = linuxMachine(name);
  assign(name, weekly(name), machine);
  lock(machine);
}
