import type { MachineKind } from "../../facts/machine-kind";
import type { OperatingSystem } from "../../facts/operating-system";
import type { StackResource } from "./resource";

/** A machine that Update Manager patches, of either kind, as far as schedules ask for it. */
export interface Machine {
  readonly kind: MachineKind;
  readonly resource: StackResource;
  /** Throws `NotKnown` where nothing tells. */
  readonly operatingSystem: OperatingSystem;
  /** Whether it asks for hotpatching. Throws `NotKnown` where that is not known. */
  readonly asksForHotpatching: boolean;
}

/** The resource of each kind of machine in azure-native, and the input that names it. */
export const machineResources: Readonly<Record<MachineKind, { readonly type: string; readonly nameProperty: string }>> =
  {
    azure: { type: "compute:VirtualMachine", nameProperty: "vmName" },
    arc: { type: "hybridcompute:Machine", nameProperty: "machineName" },
  };
