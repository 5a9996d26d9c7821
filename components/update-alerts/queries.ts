import type { MachineKind } from "../../facts/machine-kind";
import {
  assessmentJoin,
  assessments,
  installations,
  machines as machineTable,
  maintenanceRuns,
  pendingCounts,
  type ResultTable,
} from "../../facts/resource-graph";
import { joined, type Kusto, kusto, named, pipe } from "./kusto";

/** Where a query runs: in Azure Resource Graph itself, or in an alert rule, which reaches it through Azure Monitor. */
export interface Dialect {
  table(name: string): Kusto;
  readonly join: Kusto;
}

/** In Azure Resource Graph itself, as its explorer and workbooks do. */
export const resourceGraph: Dialect = { table: named, join: kusto`join kind=leftouter` };

/** In an alert rule. */
export const alertRule: Dialect = {
  table: (name) => kusto`arg("").${named(name)}`,
  join: kusto`join kind=leftouter ${named(assessmentJoin.hint)}`,
};

/** The machines that a query looks at. */
export interface MachineFilter {
  readonly kinds: readonly MachineKind[];
  readonly scopes: readonly FilteredScope[];
  /** The resource ids of machines that are left out. */
  readonly excludedIds: readonly string[];
}

/** A subscription, or one of its resource groups. */
export interface FilteredScope {
  readonly subscription: string;
  readonly resourceGroup?: string;
}

/** A query that finds one row for each machine that something is wrong with. */
export type Query = (dialect: Dialect, filter: MachineFilter) => Kusto;

/** Machines with runs that failed to install updates in the last days. */
export function failedInstallations(statuses: readonly string[], days: number): Query {
  return (dialect, filter) =>
    pipe(
      results(dialect, installations, filter),
      kusto`extend ended = todatetime(properties.lastModifiedDateTime)`,
      kusto`where tostring(properties.status) in~ ${statuses} and ended > ago(${days}d)`,
      kusto`summarize failedRuns = count(), lastFailure = max(ended) by machineId`,
    );
}

/** Machines whose latest assessment failed, in the last days. */
export function failedAssessments(statuses: readonly string[], days: number): Query {
  return (dialect, filter) =>
    pipe(
      results(dialect, assessments, filter),
      kusto`extend ended = todatetime(properties.lastModifiedDateTime), status = tostring(properties.status)`,
      kusto`where status in~ ${statuses} and ended > ago(${days}d)`,
      kusto`project machineId, status, ended`,
    );
}

/** Machines that run, have existed for some days, and were not assessed in that time. */
export function missedAssessments(days: number): Query {
  return (dialect, filter) => {
    const created = named(machineTable.created);
    const assessed = pipe(
      dialect.table(assessments.name),
      kusto`where type in~ ${filter.kinds.map((kind) => assessments.type[kind])}`,
      kusto`project assessedId = ${machineIdIn(assessments)}, lastAssessment = todatetime(properties.lastModifiedDateTime)`,
    );
    return pipe(
      dialect.table(machineTable.name),
      kusto`where type in~ ${filter.kinds.map((kind) => machineTable.type[kind])}`,
      inScopes(filter),
      kusto`where ${joined(filter.kinds.map(isRunning), " or ")}`,
      kusto`where isnull(todatetime(${created})) or todatetime(${created}) < ago(${days}d)`,
      kusto`project machineId = tolower(id)`,
      notExcluded(filter),
      kusto`${dialect.join} (${assessed}) on $left.machineId == $right.assessedId`,
      kusto`where isnull(lastAssessment) or lastAssessment < ago(${days}d)`,
      kusto`project machineId, lastAssessment`,
    );
  };
}

/** Machines that lack at least so many updates of some classifications, as of their latest assessment. */
export function pendingUpdates(classifications: readonly string[], minimum: number): Query {
  const count = (classification: string) =>
    kusto`coalesce(toint(properties.availablePatchCountByClassification.${named(pendingCounts.members[classification] ?? "")}), 0)`;
  return (dialect, filter) =>
    pipe(
      results(dialect, assessments, filter),
      kusto`extend pendingUpdates = ${joined(classifications.map(count), " + ")}`,
      kusto`where pendingUpdates >= ${minimum}`,
      kusto`project machineId, pendingUpdates, assessed = todatetime(properties.lastModifiedDateTime)`,
    );
}

/** What became of each machine in the runs of schedules of the last days, latest first. */
export function scheduleRuns(days: number): Query {
  return (dialect, filter) =>
    pipe(
      dialect.table(maintenanceRuns.name),
      kusto`where type =~ ${maintenanceRuns.type}`,
      inScopes(filter),
      kusto`where tostring(properties.maintenanceScope) =~ "InGuestPatch"`,
      kusto`extend started = todatetime(properties.startDateTime), machineId = tolower(tostring(properties.resourceId))`,
      kusto`where started > ago(${days}d)`,
      kusto`where ${joined(filter.kinds.map(isOfKind), " or ")}`,
      notExcluded(filter),
      kusto`project machineId, status = tostring(properties.status), started, ended = todatetime(properties.endDateTime), schedule = tostring(properties.maintenanceConfigurationId)`,
      kusto`order by started desc`,
    );
}

/** The summaries in a table, each with the id of its machine. */
function results(dialect: Dialect, table: ResultTable, filter: MachineFilter): Kusto {
  return pipe(
    dialect.table(table.name),
    kusto`where type in~ ${filter.kinds.map((kind) => table.type[kind])}`,
    inScopes(filter),
    kusto`extend machineId = ${machineIdIn(table)}`,
    notExcluded(filter),
  );
}

// The case of ids differs from table to table.
function machineIdIn({ idSeparator }: ResultTable): Kusto {
  return kusto`tostring(split(tolower(id), ${idSeparator})[0])`;
}

function isRunning(kind: MachineKind): Kusto {
  const { property, value } = machineTable.running[kind];
  return kusto`tostring(${named(property)}) =~ ${value}`;
}

function isOfKind(kind: MachineKind): Kusto {
  return kusto`machineId contains ${`/providers/${machineTable.type[kind]}/`}`;
}

function inScopes({ scopes }: MachineFilter): Kusto {
  const conditions = scopes.map(({ subscription, resourceGroup }) =>
    resourceGroup === undefined
      ? kusto`subscriptionId =~ ${subscription}`
      : kusto`(subscriptionId =~ ${subscription} and resourceGroup =~ ${resourceGroup})`,
  );
  return kusto`where ${joined(conditions, " or ")}`;
}

function notExcluded({ excludedIds }: MachineFilter): Kusto | undefined {
  return excludedIds.length === 0 ? undefined : kusto`where machineId !in~ ${excludedIds}`;
}
