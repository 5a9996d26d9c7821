import type * as pulumi from "@pulumi/pulumi";
import type { DesignedAlert } from "./alerts";
import { type FilteredScope, type MachineFilter, resourceGraph, scheduleRuns } from "./queries";

/** The workbook with the queries of the alerts, and the runs of schedules. */
export interface WorkbookArgs {
  /** Leaves the workbook out. Default: false. */
  skip?: boolean;
  /** The workbook's name in the portal. Default: `Azure Update Manager:` and the component's name. */
  displayName?: pulumi.Input<string>;
  /** How far the table of schedules' runs looks back, in days, 1 to 30. Default: 7. */
  scheduleRunDays?: number;
}

/** A workbook's format, which is told with it. */
export const workbookVersion = "Notebook/1.0";

/** The source of a workbook that belongs to no other resource. */
export const workbookSource = "azure monitor";

/** A workbook's content: a table for each alert, and one of the runs of schedules. */
export function workbookContent(
  alerts: readonly DesignedAlert[],
  filter: MachineFilter,
  scheduleRunDays: number,
): string {
  const subscriptions = subscriptionIds(filter.scopes);
  const tables = [
    ...alerts.map(({ slug, title, description, query }) => ({ slug, title, description, query })),
    {
      slug: "schedule-runs",
      title: "Runs of schedules",
      description: `What became of each machine in the runs of the last ${scheduleRunDays} days.`,
      query: scheduleRuns(scheduleRunDays),
    },
  ];
  return JSON.stringify({
    version: workbookVersion,
    items: tables.flatMap(({ slug, title, description, query }) => [
      { type: 1, content: { json: `## ${title}\n\n${description}` }, name: `${slug}-text` },
      {
        type: 3,
        content: {
          version: "KqlItem/1.0",
          query: query(resourceGraph, filter).text,
          size: 0,
          noDataMessage: "No machine.",
          noDataMessageStyle: 3,
          queryType: 1,
          resourceType: "microsoft.resourcegraph/resources",
          crossComponentResources: subscriptions,
          visualization: "table",
          gridSettings: {
            formatters: [{ columnMatch: "machineId", formatter: 13, formatOptions: { showIcon: true } }],
            filter: true,
          },
        },
        name: slug,
      },
    ]),
    fallbackResourceIds: [workbookSource],
    $schema: "https://github.com/Microsoft/Application-Insights-Workbooks/blob/master/schema/workbook.json",
  });
}

function subscriptionIds(scopes: readonly FilteredScope[]): string[] {
  return [...new Set(scopes.map(({ subscription }) => `/subscriptions/${subscription.toLowerCase()}`))];
}
