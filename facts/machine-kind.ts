/** `azure`: an Azure VM (`Microsoft.Compute/virtualMachines`); `arc`: an Arc-enabled server (`Microsoft.HybridCompute/machines`). */
export type MachineKind = "azure" | "arc";

/** The ARM resource type of each kind of machine. */
export const machineResourceType: Readonly<Record<MachineKind, string>> = {
  azure: "Microsoft.Compute/virtualMachines",
  arc: "Microsoft.HybridCompute/machines",
};
