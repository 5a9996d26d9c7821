import * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { designUpdateAlerts, type UpdateAlertsArgs } from "./update-alerts/design";
import { withSecretWebhooks } from "./update-alerts/notification";
import { makeReader } from "./update-alerts/reader";
import { workbookSource, workbookVersion } from "./update-alerts/workbook";

/**
 * Azure Monitor alerts on what Azure Update Manager writes to Azure Resource Graph: installations that failed,
 * assessments that failed or did not take place, and critical and security updates that are pending; and a workbook of
 * the same queries. The rules read with a managed identity that is Reader at the machines' scopes, and nothing more.
 *
 * ```typescript
 * new UpdateAlerts("updates", {
 *   resourceGroupName: resourceGroup.name,
 *   scopes: { production: { subscriptionId } },
 *   actionGroup: { emailAddresses: { operations: "operations@example.com" } },
 * });
 * ```
 *
 * Each alert can be tuned, or left out with `skip: true`. Alerts over Azure Resource Graph are in preview, and exist in
 * the public cloud alone; a query finds at most 1,000 machines. Whoever deploys it needs a role that grants roles, such
 * as Role Based Access Control Administrator, at the scopes. Whoever opens the workbook reads with access of their own.
 *
 * An argument that can't be had, or that has no effect beside the others, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that is an output is
 * checked when it resolves.
 */
export class UpdateAlerts extends pulumi.ComponentResource {
  /** The resource ids of the alert rules, by the names of the alerts, such as `failedInstallations`. */
  public readonly alertRuleIds: pulumi.Output<{ [name: string]: string }>;
  /** The alerts' queries as Azure Resource Graph takes them, by the names of the alerts. */
  public readonly queries: pulumi.Output<{ [name: string]: string }>;
  /** The resource id of the identity that the rules read with; `undefined` where every alert is skipped. */
  public readonly identityId: pulumi.Output<string | undefined>;
  /** The resource id of the component's action group; `undefined` without `actionGroup`. */
  public readonly actionGroupId: pulumi.Output<string | undefined>;
  /** The resource id of the workbook; `undefined` where it is skipped. */
  public readonly workbookId: pulumi.Output<string | undefined>;

  /**
   * @param name the component's name, with which those of its resources begin
   * @param args where the machines are, and who is told of what
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: UpdateAlertsArgs, opts?: pulumi.ComponentResourceOptions) {
    const design = designUpdateAlerts(name, args, new pulumi.Config("azure-native").get("location"));
    super("pulumi-azure-update-manager:index:UpdateAlerts", name, withSecretWebhooks(args), opts);
    const { alerts, notification, workbook } = design;
    const placed = { resourceGroupName: args.resourceGroupName, location: design.location, tags: args.tags };

    const reader = alerts.length === 0 ? undefined : makeReader(this, name, design.identity, design.scopes, placed);
    const actionGroup =
      notification.actionGroup &&
      new monitor.ActionGroup(
        name,
        // Azure Monitor sends the messages of a global group from whichever region works.
        { ...placed, location: "global", enabled: true, ...notification.actionGroup },
        { parent: this },
      );
    const actionGroups = [...notification.actionGroupIds, ...(actionGroup ? [actionGroup.id] : [])];

    const rules = alerts.map(({ name: alert, slug, title, description, settings, query }) => {
      const { threshold, perMachine, ...evaluation } = settings;
      const rule = new monitor.ScheduledQueryRule(
        `${name}-${slug}`,
        {
          ...placed,
          ...evaluation,
          kind: "LogAlert",
          displayName: `Azure Update Manager: ${title}`,
          description,
          // Azure takes one alone; the query says itself which machines it looks at.
          scopes: design.scopes.slice(0, 1).map(({ id }) => id),
          identity: { type: "UserAssigned", userAssignedIdentities: reader ? [reader.id] : [] },
          // No row falls outside: Azure Monitor sees no time in what Resource Graph answers.
          windowSize: evaluation.evaluationFrequency,
          criteria: {
            allOf: [
              {
                query,
                timeAggregation: "Count",
                operator: "GreaterThan",
                threshold,
                failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
                ...(perMachine && { resourceIdColumn: "machineId" }),
              },
            ],
          },
          actions: { actionGroups },
        },
        { parent: this, dependsOn: reader?.roleAssignments },
      );
      return [alert, rule.id] as const;
    });

    const book =
      workbook &&
      new applicationinsights.Workbook(
        name,
        {
          ...placed,
          ...workbook,
          category: "workbook",
          kind: "shared",
          sourceId: workbookSource,
          version: workbookVersion,
        },
        { parent: this },
      );

    this.alertRuleIds = pulumi.output(Object.fromEntries(rules));
    this.queries = design.queries;
    this.identityId = pulumi.output(reader?.id);
    this.actionGroupId = pulumi.output(actionGroup?.id);
    this.workbookId = pulumi.output(book?.id);
    this.registerOutputs({
      alertRuleIds: this.alertRuleIds,
      queries: this.queries,
      identityId: this.identityId,
      actionGroupId: this.actionGroupId,
      workbookId: this.workbookId,
    });
  }
}
