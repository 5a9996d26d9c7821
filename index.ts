export type { ScheduledRun } from "./calendar";
export { ArcServer, type ArcServerArgs } from "./components/arc-server";
export type { ArcAgentArgs } from "./components/arc-server/agent";
export type { ArcLicenseProfileArgs, ArcMachineArgs } from "./components/arc-server/machine";
export type { ArcOnboardingArgs, OnboardingRoleAssignmentArgs } from "./components/arc-server/onboarding";
export type { SystemArgs } from "./components/arc-server/system";
export { MaintenanceEvents, type MaintenanceEventsArgs } from "./components/maintenance-events";
export type {
  AutomationRunbookArgs,
  AzureFunctionArgs,
  EventDestinationArgs,
  ServiceBusQueueArgs,
  StorageQueueArgs,
  WebhookArgs,
  WebhookEntraArgs,
} from "./components/maintenance-events/destination-args";
export {
  type DeadLetterArgs,
  type EventDeliveryIdentityArgs,
  type EventDeliveryRolesArgs,
  type EventRetryPolicyArgs,
  type EventSubscriptionArgs,
  MaintenanceEventType,
} from "./components/maintenance-events/event-args";
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
export { PeriodicAssessment } from "./components/periodic-assessment";
export {
  AuditEffect,
  type AuditPolicyArgs,
  type PeriodicAssessmentArgs,
} from "./components/periodic-assessment/design";
export {
  EnforcementMode,
  type PolicyAssignmentArgs,
  type PolicyIdentityArgs,
  type PolicyRolesArgs,
  type RemediationArgs,
  ResourceDiscoveryMode,
} from "./components/policy-assignment/arguments";
export type { MachineFilterArgs } from "./components/policy-assignment/machine-filter";
export { ScheduledPatchingPolicy } from "./components/scheduled-patching-policy";
export type {
  PrerequisitesPolicyArgs,
  ScheduledPatchingPolicyArgs,
} from "./components/scheduled-patching-policy/design";
export { PrincipalType } from "./components/shared/role-assignment";
export { UpdateAlerts } from "./components/update-alerts";
export {
  type AlertArgs,
  EvaluationFrequency,
  type FailedAssessmentsAlertArgs,
  type FailedInstallationsAlertArgs,
  type MissedAssessmentsAlertArgs,
  MuteDuration,
  PendingClassification,
  type PendingUpdatesAlertArgs,
} from "./components/update-alerts/alert-args";
export type { AlertsArgs } from "./components/update-alerts/alerts";
export type { UpdateAlertsArgs } from "./components/update-alerts/design";
export type { ActionGroupArgs, NotificationArgs } from "./components/update-alerts/notification";
export type { ReaderIdentityArgs } from "./components/update-alerts/reader";
export type { AlertScopeArgs } from "./components/update-alerts/scopes";
export type { WorkbookArgs } from "./components/update-alerts/workbook";
export { UpdateExtensions, type UpdateExtensionsArgs } from "./components/update-extensions";
export type { ExtensionArgs, UpdateExtensionArgs } from "./components/update-extensions/extensions";
export { UpdateManagedFleet } from "./components/update-managed-fleet";
export type { FleetAccessArgs, FleetPrincipalArgs } from "./components/update-managed-fleet/access";
export type { FleetAlertsArgs } from "./components/update-managed-fleet/alerts";
export type { UpdateManagedFleetArgs } from "./components/update-managed-fleet/args";
export type { FleetAssessmentArgs } from "./components/update-managed-fleet/assessment";
export type { FleetMachine, FleetMachineArgs } from "./components/update-managed-fleet/machines";
export type { FleetNetworkArgs } from "./components/update-managed-fleet/network";
export type {
  FleetDynamicScopeArgs,
  FleetScheduleArgs,
  FleetScheduledMachineArgs,
} from "./components/update-managed-fleet/schedule-args";
export { UpdateManagerAccess } from "./components/update-manager-access";
export type { CustomRoleArgs, UpdateManagerAccessArgs } from "./components/update-manager-access/design";
export { UpdateManagerOperation } from "./components/update-manager-access/operations";
export type { AccessScopeArgs } from "./components/update-manager-access/scopes";
export { UpdateNetworkRules } from "./components/update-network-rules";
export type { UpdateNetworkRulesArgs } from "./components/update-network-rules/args";
export type {
  UpdateNetworkDescription,
  UpdateNetworkStatement,
  UpdateServiceTag,
} from "./components/update-network-rules/description";
export { type UpdateDestination, UpdateProtocol } from "./components/update-network-rules/destination";
export type {
  AzureFirewallRulesArgs,
  FirewallPolicyRulesArgs,
  UpdateApplicationProtocol,
  UpdateApplicationRule,
  UpdateApplicationRuleCollection,
  UpdateNetworkRule,
  UpdateNetworkRuleCollection,
  UpdateRuleCollectionAction,
} from "./components/update-network-rules/firewall-args";
export type { NatGatewayArgs } from "./components/update-network-rules/nat-gateway";
export type { ProxyArgs, ProxySettings } from "./components/update-network-rules/proxy";
export type { RouteTableRoutesArgs, UpdateRoute } from "./components/update-network-rules/routes";
export type {
  ExistingSecurityRuleArgs,
  NetworkSecurityGroupRulesArgs,
  UpdateApplicationSecurityGroup,
  UpdateSecurityRule,
} from "./components/update-network-rules/security-rule-args";
export {
  type ArcEndpointsArgs,
  LinuxDistribution,
  type PrivateRepositoryArgs,
  type SuseUpdateInfrastructureArgs,
  type UpdateSourcesArgs,
  type WsusServersArgs,
} from "./components/update-network-rules/source-args";
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
export { WindowsUpdateClient, type WindowsUpdateClientArgs } from "./components/windows-update-client";
export type { AutomaticUpdatesArgs, ScheduledInstallArgs } from "./components/windows-update-client/automatic-updates";
export type { RunCommandArgs } from "./components/windows-update-client/design";
export type { WindowsMachineArgs, WindowsMachinesArgs } from "./components/windows-update-client/machines";
export {
  WindowsUpdateSource,
  type WindowsUpdateSourceArgs,
  type WsusClientArgs,
} from "./components/windows-update-client/source";
export { ProxyBypass } from "./facts/arc-agent";
export { Cloud } from "./facts/cloud";
export { AutomaticUpdates, PatchOrchestration } from "./facts/machine-settings";
export { OperatingSystem } from "./facts/operating-system";
