import { Cloud } from "./cloud";
import { azureDocs, computeSchema, monitorDocs, updateManager } from "./documents";
import type { MachineKind } from "./machine-kind";
import { type Fact, source } from "./source";

/** A table of Azure Resource Graph that Update Manager writes its results to, one row for each result. */
export interface ResultTable extends Fact {
  readonly name: string;
  /** The `type` of the rows that are a summary of one machine's result. */
  readonly type: Readonly<Record<MachineKind, string>>;
  /** What divides a row's `id` into that of its machine and that of the result, in lower case. */
  readonly idSeparator: string;
  /** The members of `properties` in those rows. */
  readonly properties: readonly string[];
  /** How long a row is kept, in days. */
  readonly keptDays: number;
}

const queryLogs = updateManager("query-logs");

/** The latest assessment of each machine. */
export const assessments: ResultTable = {
  name: "patchassessmentresources",
  type: {
    azure: "microsoft.compute/virtualmachines/patchassessmentresults",
    arc: "microsoft.hybridcompute/machines/patchassessmentresults",
  },
  idSeparator: "/patchassessmentresults/",
  properties: [
    ...["rebootPending", "patchServiceUsed", "osType", "startDateTime", "lastModifiedDateTime", "startedBy"],
    ...["errorDetails", "availablePatchCountByClassification", "status"],
  ],
  keptDays: 7,
  source: source(queryLogs, updateManager("sample-query-logs"), updateManager("manage-alerts")),
};

/** The runs that installed updates, one-time and by schedule. */
export const installations: ResultTable = {
  name: "patchinstallationresources",
  type: {
    azure: "microsoft.compute/virtualmachines/patchinstallationresults",
    arc: "microsoft.hybridcompute/machines/patchinstallationresults",
  },
  idSeparator: "/patchinstallationresults/",
  properties: [
    ...["installationActivityId", "maintenanceWindowExceeded", "lastModifiedDateTime", "notSelectedPatchCount"],
    ...["installedPatchCount", "excludedPatchCount", "pendingPatchCount", "patchServiceUsed", "failedPatchCount"],
    ...["startDateTime", "rebootStatus", "startedBy", "status", "osType", "errorDetails", "maintenanceRunId"],
  ],
  keptDays: 30,
  source: source(queryLogs, updateManager("sample-query-logs")),
};

/** The states of a result. */
export const resultStatuses: Fact & { readonly values: readonly string[] } = {
  values: ["NotStarted", "InProgress", "Failed", "Succeeded", "CompletedWithWarnings"],
  source: source(queryLogs),
};

/** The records of schedules' runs, one for each machine of a run. */
export const maintenanceRuns: Fact & {
  readonly name: string;
  readonly type: string;
  readonly properties: readonly string[];
  readonly keptDays: number;
} = {
  name: "maintenanceresources",
  type: "microsoft.maintenance/applyupdates",
  properties: [
    ...["maintenanceConfigurationId", "maintenanceScope", "resourceId", "correlationId", "startDateTime"],
    ...["endDateTime", "status"],
  ],
  keptDays: 30,
  source: source(queryLogs, updateManager("sample-query-logs")),
  unconfirmed: "The article does not list status, nor what it can be; the records have it.",
};

/** The machines themselves, with how to tell those that run. */
export const machines: Fact & {
  readonly name: string;
  readonly type: Readonly<Record<MachineKind, string>>;
  /** The path of the property that tells the machine's state, and its value where the machine runs. */
  readonly running: Readonly<Record<MachineKind, { readonly property: string; readonly value: string }>>;
  /** The path of the time at which an Azure VM was created; Arc-enabled servers do not have it. */
  readonly created: string;
} = {
  name: "resources",
  type: { azure: "microsoft.compute/virtualmachines", arc: "microsoft.hybridcompute/machines" },
  running: {
    azure: { property: "properties.extended.instanceView.powerState.code", value: "PowerState/running" },
    arc: { property: "properties.status", value: "Connected" },
  },
  created: "properties.timeCreated",
  source: source(azureDocs("governance/resource-graph/concepts/query-language"), computeSchema),
};

/** The members of `availablePatchCountByClassification`, by the classification's name. */
export const pendingCounts: Fact & { readonly members: Readonly<Record<string, string>> } = {
  members: {
    Critical: "critical",
    Security: "security",
    UpdateRollup: "updateRollup",
    FeaturePack: "featurePack",
    ServicePack: "servicePack",
    Definition: "definition",
    Tools: "tools",
    Updates: "updates",
    Other: "other",
  },
  source: source(updateManager("sample-query-logs")),
};

/** Whether `resources` may be joined to the assessments in one query. */
export const assessmentJoin: Fact & { readonly supported: boolean; readonly hint: string } = {
  supported: true,
  hint: "hint.remote=left",
  source: source(monitorDocs("logs/azure-monitor-data-explorer-proxy")),
  unconfirmed:
    "The article asks for a hint in every join, and shows it only beside a table of a Log Analytics workspace.",
  conflict: {
    says: "PatchAssessmentResources can't be joined to other tables.",
    source: {
      document: azureDocs("governance/resource-graph/concepts/query-language"),
      retrieved: "2026-11-23",
    },
    resolution: "The article dates from 2021; queries in public use join resources to it, in a left outer join.",
  },
};

const logAlerts = monitorDocs("alerts/alerts-create-log-alert-rule");
const ruleDocument =
  "hashicorp/terraform-provider-azurerm website/docs/r/monitor_scheduled_query_rules_alert_v2.html.markdown";

/** What a log search alert rule takes whose query is one over Azure Resource Graph. */
export const alertRules: Fact & {
  /** A query finds no more rows than this. */
  readonly maximumRows: number;
  /** One managed identity serves no more rules than this. */
  readonly rulesPerIdentity: number;
  /** The resources that a rule is scoped to. */
  readonly scopes: number;
  /** The clouds that have such rules. */
  readonly clouds: readonly Cloud[];
  /** The built-in role of the identity, at what the query reads. */
  readonly role: string;
  /** How often a query with a join can run, shortest first. */
  readonly evaluationFrequencies: readonly string[];
  /** How long actions can be muted after an alert. */
  readonly muteDurations: readonly string[];
  /** A rule that resolves its alerts is evaluated at least this often. */
  readonly slowestStateful: string;
  readonly severities: { readonly minimum: number; readonly maximum: number };
  /** What a query must not use. */
  readonly unsupported: readonly string[];
} = {
  maximumRows: 1000,
  rulesPerIdentity: 50,
  scopes: 1,
  clouds: [Cloud.Public],
  role: "Reader",
  evaluationFrequencies: [
    ...["PT5M", "PT10M", "PT15M", "PT30M", "PT45M", "PT1H", "PT2H", "PT3H", "PT4H", "PT5H", "PT6H", "P1D"],
  ],
  muteDurations: [
    ...["PT5M", "PT10M", "PT15M", "PT30M", "PT45M", "PT1H", "PT2H", "PT3H", "PT4H", "PT5H", "PT6H", "P1D", "P2D"],
  ],
  slowestStateful: "PT6H",
  severities: { minimum: 0, maximum: 4 },
  unsupported: [
    ...["smv-apply", "rand", "arg_max", "arg_min", "avg", "avg_if", "countif", "sumif", "percentile", "percentiles"],
    ...["percentilew", "percentilesw", "stdev", "stdevif", "stdevp", "variance", "variancep", "varianceif"],
    ...["bag_unpack", "pivot", "narrow", "AggregatedValue"],
  ],
  source: source(
    logAlerts,
    updateManager("manage-alerts"),
    monitorDocs("logs/azure-monitor-data-explorer-proxy"),
    ruleDocument,
    "MicrosoftDocs/azure-dev-docs issues/1131",
  ),
};
