import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { UpdateAlerts, type UpdateAlertsArgs } from "../../index";
import { registered, resolved } from "./program";
import { least, subscription, web } from "./update-alerts/problems-of";

const data = `${subscription}/resourceGroups/data`;
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const principalId = "3f1d8f0a-6a0e-4b7e-9d51-0c8a4b1f7e21";
const identityId = `${web}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/reader`;
const onCall = `${web}/providers/Microsoft.Insights/actionGroups/on-call`;

const rule = "azure-native:monitor:ScheduledQueryRule";
const assignment = "azure-native:authorization:RoleAssignment";

/** What a component registers below itself, by type and name: the order is that in which inputs resolve. */
const resourcesOf = async (args: UpdateAlertsArgs) =>
  new Map(
    (await registered(() => new UpdateAlerts("updates", args)))
      .slice(1)
      .map(({ type, name, inputs }) => [`${type} ${name}`, inputs]),
  );

describe("UpdateAlerts", () => {
  it("alerts with the fewest arguments, read by an identity of its own", async () => {
    const resources = await resourcesOf(least);
    assert.deepEqual([...resources.keys()].sort(), [
      "azure-native:applicationinsights:Workbook updates",
      `${assignment} updates-web-reader`,
      "azure-native:managedidentity:UserAssignedIdentity updates",
      `${rule} updates-failed-assessments`,
      `${rule} updates-failed-installations`,
      `${rule} updates-missed-assessments`,
      `${rule} updates-pending-updates`,
    ]);
    assert.deepEqual(resources.get("azure-native:managedidentity:UserAssignedIdentity updates"), {
      resourceGroupName: "web",
    });
    assert.deepEqual(resources.get(`${rule} updates-failed-installations`), {
      resourceGroupName: "web",
      kind: "LogAlert",
      displayName: "Azure Update Manager: Failed update installations",
      description: "Runs of Azure Update Manager failed to install updates within a day.",
      enabled: true,
      severity: 1,
      autoMitigate: true,
      evaluationFrequency: "PT1H",
      windowSize: "PT1H",
      scopes: [web],
      identity: {
        type: "UserAssigned",
        userAssignedIdentities: ["azure-native:managedidentity:UserAssignedIdentity/updates"],
      },
      criteria: {
        allOf: [
          {
            query: [
              'arg("").patchinstallationresources',
              'where type in~ ("microsoft.compute/virtualmachines/patchinstallationresults", "microsoft.hybridcompute/machines/patchinstallationresults")',
              'where (subscriptionId =~ "00000000-0000-0000-0000-000000000000" and resourceGroup =~ "web")',
              'extend machineId = tostring(split(tolower(id), "/patchinstallationresults/")[0])',
              "extend ended = todatetime(properties.lastModifiedDateTime)",
              'where tostring(properties.status) in~ ("Failed") and ended > ago(1d)',
              "summarize failedRuns = count(), lastFailure = max(ended) by machineId",
            ].join("\n| "),
            timeAggregation: "Count",
            operator: "GreaterThan",
            threshold: 0,
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
          },
        ],
      },
      actions: { actionGroups: [] },
    });
  });

  it("gives the others their own severity and frequency", async () => {
    const resources = await resourcesOf(least);
    const settings = ["failed-assessments", "missed-assessments", "pending-updates"].map((slug) => {
      const { severity, evaluationFrequency, autoMitigate, description } =
        resources.get(`${rule} updates-${slug}`) ?? {};
      return { severity, evaluationFrequency, autoMitigate, description };
    });
    const warning = { severity: 2, evaluationFrequency: "PT6H", autoMitigate: true };
    assert.deepEqual(settings, [
      {
        ...warning,
        description: "The latest assessment of machines for missing updates failed, within a day.",
      },
      { ...warning, description: "Machines that run were not assessed for missing updates within 2 days." },
      {
        ...warning,
        description: "Machines lack updates of the classifications Critical, Security, as of their latest assessment.",
      },
    ]);
  });

  it("has a given identity read, and tells all action groups", async () => {
    const resources = await resourcesOf({
      ...least,
      scopes: { web: { resourceGroupId: web }, all: { subscriptionId: pulumi.output(subscription) } },
      identity: { userAssignedIdentityId: identityId, principalId },
      actionGroupIds: [onCall],
      actionGroup: {
        emailAddresses: { operations: "operations@example.com" },
        webhooks: { chat: "https://example.com/hooks/1" },
      },
      location: "westeurope",
      tags: { team: "platform" },
      failedInstallations: { perMachine: true, muteActionsFor: "P1D", enabled: false, severity: 0 },
      failedAssessments: { skip: true },
      missedAssessments: { skip: true },
      pendingUpdates: { evaluationFrequency: "P1D", threshold: 3 },
      workbook: { skip: true },
    });
    const placed = { resourceGroupName: "web", tags: { team: "platform" } };
    assert.deepEqual([...resources.keys()].sort(), [
      `${assignment} updates-all-reader`,
      `${assignment} updates-web-reader`,
      "azure-native:monitor:ActionGroup updates",
      `${rule} updates-failed-installations`,
      `${rule} updates-pending-updates`,
    ]);
    assert.deepEqual(resources.get("azure-native:monitor:ActionGroup updates"), {
      ...placed,
      location: "global",
      enabled: true,
      groupShortName: "Updates",
      emailReceivers: [{ name: "operations", emailAddress: "operations@example.com", useCommonAlertSchema: true }],
      webhookReceivers: [{ name: "chat", serviceUri: "https://example.com/hooks/1", useCommonAlertSchema: true }],
    });
    assert.deepEqual(resources.get(`${assignment} updates-all-reader`), {
      roleAssignmentName: "d591003c-f592-501b-b774-6ce67bc53ab6",
      scope: subscription,
      principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${reader}`,
      description: "Azure Update Manager: alerts",
    });
    const { criteria: failedCriteria, ...failed } = resources.get(`${rule} updates-failed-installations`) ?? {};
    assert.deepEqual(failed, {
      ...placed,
      location: "westeurope",
      kind: "LogAlert",
      displayName: "Azure Update Manager: Failed update installations",
      description: "Runs of Azure Update Manager failed to install updates within a day.",
      enabled: false,
      severity: 0,
      autoMitigate: false,
      muteActionsDuration: "P1D",
      evaluationFrequency: "PT1H",
      windowSize: "PT1H",
      scopes: [subscription],
      identity: { type: "UserAssigned", userAssignedIdentities: [identityId] },
      actions: { actionGroups: [onCall, "azure-native:monitor:ActionGroup/updates"] },
    });
    const [failedCondition] = (failedCriteria as { allOf: Record<string, unknown>[] }).allOf;
    assert.equal(failedCondition?.resourceIdColumn, "machineId");
    const pending = resources.get(`${rule} updates-pending-updates`) ?? {};
    const [pendingCondition] = (pending.criteria as { allOf: Record<string, unknown>[] }).allOf;
    assert.deepEqual([pending.autoMitigate, pending.windowSize, pendingCondition?.threshold], [false, "P1D", 3]);
    assert.equal(pendingCondition?.resourceIdColumn, undefined);
  });

  it("leaves the roles of a given identity alone without its principal", async () => {
    const resources = await resourcesOf({ ...least, identity: { userAssignedIdentityId: identityId } });
    assert.deepEqual(
      [...resources.keys()].filter((key) => !key.startsWith(rule)),
      ["azure-native:applicationinsights:Workbook updates"],
    );
  });

  it("has a workbook alone where every alert is skipped", async () => {
    const skip = { skip: true };
    const resources = await resourcesOf({
      ...least,
      failedInstallations: skip,
      failedAssessments: skip,
      missedAssessments: skip,
      pendingUpdates: skip,
    });
    assert.deepEqual([...resources.keys()], ["azure-native:applicationinsights:Workbook updates"]);
  });

  it("shows in a workbook what the rules look at, as Azure Resource Graph takes it", async () => {
    const scopes = { web: { resourceGroupId: web }, data: { resourceGroupId: data } };
    const { serializedData, ...workbook } =
      (await resourcesOf({ ...least, scopes })).get("azure-native:applicationinsights:Workbook updates") ?? {};
    assert.deepEqual(workbook, {
      resourceGroupName: "web",
      resourceName: "0be3e8e8-b4f8-52e7-a646-0fe4d6111e73",
      displayName: "Azure Update Manager: updates",
      category: "workbook",
      kind: "shared",
      sourceId: "azure monitor",
      version: "Notebook/1.0",
    });
    const content = JSON.parse(String(serializedData)) as {
      items: { type: number; name: string; content: Record<string, unknown> }[];
    };
    const names = ["failed-installations", "failed-assessments", "missed-assessments", "pending-updates"];
    assert.deepEqual(
      content.items.map(({ name }) => name),
      [...names, "schedule-runs"].flatMap((name) => [`${name}-text`, name]),
    );
    assert.deepEqual(content.items[8], {
      type: 1,
      content: {
        json: "## Runs of schedules\n\nWhat became of each machine in the runs of the last 7 days.",
      },
      name: "schedule-runs-text",
    });
    const tables = content.items.filter(({ type }) => type === 3);
    assert.deepEqual(
      [...new Set(tables.map((table) => JSON.stringify(table.content.crossComponentResources)))],
      [JSON.stringify([subscription])],
    );

    let queries: Record<string, string> = {};
    await registered(async () => {
      queries = await resolved(new UpdateAlerts("updates", { ...least, scopes }).queries);
    });
    assert.deepEqual(
      tables.slice(0, 4).map((table) => table.content.query),
      Object.values(queries),
    );
    assert.deepEqual(Object.keys(queries), [
      "failedInstallations",
      "failedAssessments",
      "missedAssessments",
      "pendingUpdates",
    ]);
  });

  it("makes a secret of a webhook's address, in the action group and in its own arguments", async () => {
    const secret: Record<string, Promise<boolean>> = {};
    const transformations: pulumi.ResourceTransformation[] = [
      ({ type, props }) => {
        const address = props.actionGroup?.webhooks?.pager ?? props.webhookReceivers?.[0]?.serviceUri;
        if (address !== undefined) secret[type] = pulumi.isSecret(pulumi.output(address));
        return undefined;
      },
    ];
    const actionGroup = { webhooks: { pager: "https://pager.example.com/key" } };
    await registered(() => new UpdateAlerts("alerts", { ...least, actionGroup }, { transformations }));
    assert.deepEqual(
      await Promise.all(Object.entries(secret).map(async ([type, isSecret]) => [type, await isSecret])),
      [
        ["pulumi-azure-update-manager:index:UpdateAlerts", true],
        ["azure-native:monitor:ActionGroup", true],
      ],
    );
  });

  it("gives out what it made", async () => {
    let outputs: unknown;
    await registered(async () => {
      const alerts = new UpdateAlerts("updates", {
        ...least,
        actionGroup: { emailAddresses: { operations: "operations@example.com" } },
        pendingUpdates: { skip: true },
        missedAssessments: { skip: true },
      });
      const { alertRuleIds, identityId, actionGroupId, workbookId } = alerts;
      outputs = await resolved(pulumi.output({ alertRuleIds, identityId, actionGroupId, workbookId }));
    });
    assert.deepEqual(outputs, {
      alertRuleIds: {
        failedInstallations: `${rule}/updates-failed-installations`,
        failedAssessments: `${rule}/updates-failed-assessments`,
      },
      identityId: "azure-native:managedidentity:UserAssignedIdentity/updates",
      actionGroupId: "azure-native:monitor:ActionGroup/updates",
      workbookId: "azure-native:applicationinsights:Workbook/updates",
    });
  });
});
