export type { ScheduledRun } from "./calendar";
export { MaintenanceSchedule, type MaintenanceScheduleArgs } from "./components/maintenance-schedule";
export type { AssignedMachineArgs, AssignmentArgs } from "./components/maintenance-schedule/assignments";
export {
  type DynamicScopeArgs,
  MachineResourceType,
  TagOperator,
} from "./components/maintenance-schedule/dynamic-scope";
export {
  type DailyRecurrenceArgs,
  type HourlyRecurrenceArgs,
  type MonthlyByDateRecurrenceArgs,
  type MonthlyByWeekdayRecurrenceArgs,
  type RecurrenceArgs,
  Weekday,
  type WeeklyRecurrenceArgs,
  WeekOfMonth,
} from "./components/maintenance-schedule/recurrence";
export { type DefaultRing, defaultRings, type StagedArgs, stagedRings } from "./components/maintenance-schedule/rings";
export {
  LinuxUpdateClassification,
  type LinuxUpdatesArgs,
  type UpdatesArgs,
  WindowsUpdateClassification,
  type WindowsUpdatesArgs,
} from "./components/maintenance-schedule/updates";
export type { TimingArgs, WindowArgs } from "./components/maintenance-schedule/window";
export {
  MaintenanceScheduleAssignment,
  type MaintenanceScheduleAssignmentArgs,
} from "./components/maintenance-schedule-assignment";
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
