export {
  UpdateReadyVirtualMachine,
  type UpdateReadyVirtualMachineArgs,
} from "./components/update-ready-virtual-machine";
export type { AdministratorArgs } from "./components/virtual-machine/administrator";
export type { AdoptedResourcesArgs, AdoptionArgs } from "./components/virtual-machine/adoption";
export {
  type DataDiskArgs,
  type DiskArgs,
  DiskCaching,
  DiskDeleteOption,
  type OperatingSystemDiskArgs,
  StorageAccountType,
} from "./components/virtual-machine/disks";
export type { GuestArgs } from "./components/virtual-machine/guest";
export type { BootDiagnosticsArgs, HostArgs, SecurityArgs } from "./components/virtual-machine/host";
export type { ImageArgs, MarketplaceImageArgs, PurchasePlanArgs } from "./components/virtual-machine/image";
export type { NetworkArgs, PrimaryNetworkInterfaceArgs, PublicAddressArgs } from "./components/virtual-machine/network";
export {
  AssessmentMode,
  type GuestPatchSettingsArgs,
  type PatchArgs,
  RebootSetting,
} from "./components/virtual-machine/patching";
export type { UserDataArgs } from "./components/virtual-machine/user-data";
export { PatchOrchestration } from "./facts/machine-settings";
export { OperatingSystem } from "./facts/operating-system";
