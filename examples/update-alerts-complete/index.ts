import { Machine } from "@pulumi/azure-native/hybridcompute";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { ActionGroup } from "@pulumi/azure-native/monitor";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { UpdateAlerts } from "pulumi-azure-update-manager";

const monitoring = new ResourceGroup("monitoring");
const web = new ResourceGroup("web");
const data = new ResourceGroup("data");

const testServer = new Machine("test-server", {
  resourceGroupName: data.name,
  vmId: "5d2f6c1e-8a64-4f0b-9a3f-0e1b7c9d2a85",
  osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } },
});
const reader = new UserAssignedIdentity("reader", { resourceGroupName: monitoring.name });
const onCall = new ActionGroup("on-call", {
  resourceGroupName: monitoring.name,
  location: "global",
  groupShortName: "on-call",
  enabled: true,
  emailReceivers: [{ name: "on-call", emailAddress: "on-call@example.com" }],
});

const alerts = new UpdateAlerts("updates", {
  resourceGroupName: monitoring.name,
  location: "westeurope",
  scopes: { web: { resourceGroupId: web.id }, data: { resourceGroupId: data.id } },
  resourceTypes: ["Microsoft.Compute/virtualMachines", "Microsoft.HybridCompute/machines"],
  excludedMachineIds: [testServer.id],
  identity: { userAssignedIdentityId: reader.id, principalId: reader.principalId },
  actionGroupIds: [onCall.id],
  actionGroup: {
    shortName: "patching",
    emailAddresses: { operations: "operations@example.com" },
    webhooks: { chat: "https://example.com/hooks/patching" },
  },
  failedInstallations: {
    severity: 0,
    evaluationFrequency: "PT15M",
    lookbackDays: 3,
    includeWarnings: true,
    perMachine: true,
    autoResolve: true,
  },
  failedAssessments: { enabled: false, lookbackDays: 2, includeWarnings: true, evaluationFrequency: "PT2H" },
  missedAssessments: { maximumAgeDays: 4, threshold: 2, evaluationFrequency: "P1D", muteActionsFor: "P2D" },
  pendingUpdates: {
    classifications: ["Critical", "Security", "UpdateRollup"],
    minimumUpdates: 5,
    threshold: 10,
    autoResolve: false,
  },
  workbook: { displayName: "Updates of web and data", scheduleRunDays: 30 },
  tags: { team: "platform" },
});

export const alertRuleIds = alerts.alertRuleIds;
export const actionGroupId = alerts.actionGroupId;
export const workbookId = alerts.workbookId;
