import { getClientConfigOutput } from "@pulumi/azure-native/authorization";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { UpdateAlerts } from "pulumi-azure-update-manager";

const config = new pulumi.Config();
const { subscriptionId } = getClientConfigOutput();

const monitoring = new ResourceGroup("monitoring");
const scopes = {
  platform: { subscriptionId },
  workloads: { subscriptionId: config.require("workloadSubscriptionId") },
};
const tags = { environment: "production" };

// A machine whose updates failed may be half patched, so that somebody looks at it at once.
const urgent = new UpdateAlerts("urgent", {
  resourceGroupName: monitoring.name,
  scopes,
  tags,
  actionGroup: { shortName: "on-call", webhooks: { pager: config.requireSecret("pagerAddress") } },
  failedInstallations: { evaluationFrequency: "PT15M", severity: 1, perMachine: true },
  failedAssessments: { skip: true },
  missedAssessments: { skip: true },
  pendingUpdates: { skip: true },
  workbook: { skip: true },
});

// The rest is work for a weekday. Updates count as pending only where a machine lacks more than one round brings.
const routine = new UpdateAlerts("routine", {
  resourceGroupName: monitoring.name,
  scopes,
  tags,
  actionGroup: { emailAddresses: { platform: "platform-team@example.com" } },
  failedInstallations: { skip: true },
  missedAssessments: { maximumAgeDays: 3 },
  pendingUpdates: { minimumUpdates: 5, evaluationFrequency: "P1D", muteActionsFor: "P2D" },
});

export const alertRuleIds = pulumi.all([urgent.alertRuleIds, routine.alertRuleIds]);
export const workbookId = routine.workbookId;
