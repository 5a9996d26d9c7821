import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { designUpdateAlerts } from "../../../components/update-alerts/design";
import { failure } from "../program";
import { least, problemsOf, subscription, web } from "./problems-of";

const rulesPage = "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-log-alert-rule";
const alertsPage = "https://learn.microsoft.com/azure/update-manager/manage-alerts";
const groupsPage = "https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups";
const frequencies =
  '"PT5M", "PT10M", "PT15M", "PT30M", "PT45M", "PT1H", "PT2H", "PT3H", "PT4H", "PT5H", "PT6H" or "P1D"';

describe("the arguments of UpdateAlerts", () => {
  it("that are fewest are enough", () => assert.deepEqual(problemsOf({}), []));

  it("name a place", () => {
    assert.deepEqual(problemsOf({ resourceGroupName: undefined, scopes: undefined }), [
      "resourceGroupName: give the name of a resource group.",
      "scopes: give a resource group or subscription.",
    ]);
  });

  it("name a region of the public cloud", () => {
    const reason = `is not in the public cloud, the only one that has alerts of Update Manager. See ${alertsPage}`;
    assert.deepEqual(problemsOf({ location: "USGov Virginia" }), [`location: "USGov Virginia" ${reason}`]);
    assert.deepEqual(problemsOf({}, "chinaeast2"), [`location: the provider's "chinaeast2" ${reason}`]);
    assert.deepEqual(problemsOf({ location: "westeurope" }, "chinaeast2"), []);
  });

  it("name scopes, each once and of one kind", () => {
    const scopes = {
      web: { resourceGroupId: web.toUpperCase().replace("RESOURCEGROUPS", "resourceGroups") },
      "web again": { resourceGroupId: web },
      none: {},
      both: { resourceGroupId: web, subscriptionId: subscription },
      group: { resourceGroupId: "web" },
      subscription: { subscriptionId: "production" },
    };
    assert.deepEqual(problemsOf({ scopes }), [
      "scopes.both: has resourceGroupId and subscriptionId: give one of resourceGroupId and subscriptionId.",
      'scopes.group.resourceGroupId: "web" is not the id of a resource group.',
      "scopes.none: give one of resourceGroupId and subscriptionId.",
      'scopes.subscription.subscriptionId: "production" is not the id of a subscription.',
      'scopes["web again"]: is the same as scopes.web: leave one of them out.',
    ]);
  });

  it("name machines", () => {
    const server = `${web}/providers/Microsoft.HybridCompute/machines/server`;
    assert.deepEqual(
      problemsOf({ resourceTypes: ["Microsoft.Compute/virtualMachines"], excludedMachineIds: [server, "web"] }),
      [server, "web"].map(
        (id, index) =>
          `excludedMachineIds[${index}]: "${id}" is not the id of a machine of Microsoft.Compute/virtualMachines.`,
      ),
    );
    assert.deepEqual(problemsOf({ resourceTypes: [] }), ["resourceTypes: is empty: leave it out for both."]);
    assert.deepEqual(
      problemsOf({ resourceTypes: ["Microsoft.HybridCompute/machines", "Microsoft.HybridCompute/machines", "disks"] }),
      [
        "resourceTypes[1]: is given twice.",
        'resourceTypes[2]: "disks" is not one of "Microsoft.Compute/virtualMachines" or "Microsoft.HybridCompute/machines".',
      ],
    );
  });

  it("tune rules as Azure Monitor can be told", () => {
    assert.deepEqual(
      problemsOf({
        failedInstallations: { severity: 5, threshold: 1000, evaluationFrequency: "PT1M", lookbackDays: 31 },
        failedAssessments: { severity: 1.5, perMachine: true, threshold: 2, lookbackDays: 0 },
        missedAssessments: { evaluationFrequency: "P1D", autoResolve: true, muteActionsFor: "PT6H", maximumAgeDays: 8 },
        pendingUpdates: {
          muteActionsFor: "P3D",
          classifications: ["Critical", "Critical", "Urgent"],
          minimumUpdates: 0,
        },
      }),
      [
        "failedInstallations.lookbackDays: 31 is not a whole number from 1 to 30.",
        "failedInstallations.severity: 5 is not a whole number from 0 to 4.",
        "failedInstallations.threshold: 1000 is not a whole number from 0 to 999.",
        `failedInstallations.evaluationFrequency: "PT1M" is not one of ${frequencies}.`,
        "failedAssessments.lookbackDays: 0 is not a whole number from 1 to 7.",
        "failedAssessments.severity: 1.5 is not a whole number from 0 to 4.",
        "failedAssessments.threshold: has no effect with perMachine, where each machine has an alert: leave it out.",
        "missedAssessments.maximumAgeDays: 8 is not a whole number from 1 to 7.",
        `missedAssessments.muteActionsFor: "PT6H" is shorter than the evaluationFrequency of "P1D", so that it mutes nothing. See ${rulesPage}`,
        `missedAssessments.muteActionsFor: has no effect with autoResolve, which fires once until the alert resolves: leave one of them out. See ${rulesPage}`,
        `missedAssessments.autoResolve: a rule that looks every "P1D" can't resolve its alerts: give an evaluationFrequency of at most "PT6H". See ${rulesPage}`,
        "pendingUpdates.classifications[1]: is given twice.",
        'pendingUpdates.classifications[2]: "Urgent" is not one of "Critical", "Security", "UpdateRollup", "FeaturePack", "ServicePack", "Definition", "Tools", "Updates" or "Other".',
        `pendingUpdates.minimumUpdates: 0 is not a whole number from 1 to ${Number.MAX_SAFE_INTEGER}.`,
        `pendingUpdates.muteActionsFor: "P3D" is not one of ${frequencies.replace(' or "P1D"', ', "P1D" or "P2D"')}.`,
      ],
    );
    assert.deepEqual(problemsOf({ pendingUpdates: { classifications: [] } }), [
      "pendingUpdates.classifications: is empty: leave it out for critical and security updates.",
    ]);
  });

  it("name action groups, and never show a webhook", () => {
    assert.deepEqual(
      problemsOf({
        actionGroupIds: ["on-call"],
        actionGroup: {
          shortName: "far too long a name",
          emailAddresses: { chat: "nobody" },
          webhooks: { chat: "http://example.com/?code=hunter2" },
        },
      }),
      [
        'actionGroupIds[0]: "on-call" is not the id of an action group.',
        "actionGroup.webhooks.chat: is named as actionGroup.emailAddresses.chat is: receivers have names of their own.",
        `actionGroup.shortName: "far too long a name" is not 1 to 12 characters long. See ${groupsPage}`,
        'actionGroup.emailAddresses.chat: "nobody" is not an e-mail address.',
        "actionGroup.webhooks.chat: is not an address that begins with https://.",
      ],
    );
    assert.deepEqual(problemsOf({ actionGroup: {} }), [
      "actionGroup: tells nobody: give emailAddresses or webhooks, or leave it out.",
    ]);
  });

  it("name an identity", () => {
    assert.deepEqual(problemsOf({ identity: { userAssignedIdentityId: web, principalId: "reader" } }), [
      `identity.userAssignedIdentityId: "${web}" is not the id of a user-assigned identity.`,
      'identity.principalId: "reader" is not a GUID, as principals have.',
    ]);
  });

  it("leave nothing without an effect", () => {
    const skip = { skip: true };
    assert.deepEqual(
      problemsOf({
        failedInstallations: { skip: true, severity: 1 },
        failedAssessments: skip,
        missedAssessments: skip,
        pendingUpdates: skip,
        actionGroupIds: [],
        workbook: { skip: true, displayName: "Updates" },
      }),
      [
        "failedInstallations.severity: has no effect on what is skipped: leave it or skip out.",
        "workbook.displayName: has no effect on what is skipped: leave it or skip out.",
        "workbook.skip: every alert is skipped too, so that nothing is left.",
        "actionGroupIds: has no effect where every alert is skipped: leave it out.",
      ],
    );
    assert.deepEqual(problemsOf({ workbook: { displayName: " ", scheduleRunDays: 31 } }), [
      "workbook.scheduleRunDays: 31 is not a whole number from 1 to 30.",
      "workbook.displayName: is empty: give a name, or leave it out.",
    ]);
  });

  it("are checked when they resolve", async () => {
    const { queries } = designUpdateAlerts(
      "updates",
      { ...least, scopes: { web: { resourceGroupId: pulumi.output("web") } } },
      undefined,
    );
    assert.equal(
      ((await failure(queries)) as Error | undefined)?.message,
      'UpdateAlerts "updates" cannot be created:\n  scopes.web.resourceGroupId: "web" is not the id of a resource group.',
    );
  });
});
