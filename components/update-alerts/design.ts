import * as pulumi from "@pulumi/pulumi";
import type { MachineKind } from "../../facts/machine-kind";
import { cloudOfRegion } from "../../facts/regions";
import { alertRules, maintenanceRuns } from "../../facts/resource-graph";
import { MachineResourceType } from "../maintenance-schedule/dynamic-scope";
import { notOneOf, Problems, present } from "../shared/problems";
import { guidOf } from "../shared/role-assignment";
import { isMachineId } from "../shared/scope";
import { checkWhole } from "./alert-rule";
import { type AlertsArgs, type DesignedAlert, designAlerts } from "./alerts";
import { alertsPage } from "./documents";
import { type NotificationArgs, resolveNotification } from "./notification";
import { alertRule, type MachineFilter, resourceGraph } from "./queries";
import { type ReaderIdentityArgs, resolveIdentity } from "./reader";
import { type AlertScopeArgs, filteredScope, type ResolvedAlertScope, resolveAlertScopes } from "./scopes";
import { type WorkbookArgs, workbookContent } from "./workbook";

/** The arguments of `UpdateAlerts`. */
export interface UpdateAlertsArgs extends AlertsArgs, NotificationArgs {
  /** The resource group of the alert rules, of the identity, the action group and the workbook. */
  resourceGroupName: pulumi.Input<string>;
  /** Their region, one of the public cloud. Default: the provider's `azure-native:location`, else the resource group's. */
  location?: pulumi.Input<string>;
  /**
   * Where the machines are, by names of one's own, which become part of the names of resources. A rule belongs to one
   * scope, the first in the order of names; its query looks at all.
   */
  scopes: { [name: string]: AlertScopeArgs };
  /** The types of the machines. Default: both. */
  resourceTypes?: MachineResourceType[];
  /** The resource ids of machines that nobody is told of. Default: none. */
  excludedMachineIds?: pulumi.Input<string>[];
  /** The identity that the rules read with. Default: one of the component's, with Reader at the scopes. */
  identity?: ReaderIdentityArgs;
  /** The workbook. Default: one with every default. */
  workbook?: WorkbookArgs;
  /** Tags of the alert rules, of the identity, the action group and the workbook. Default: none. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

const kindOf: Readonly<Record<MachineResourceType, MachineKind>> = {
  [MachineResourceType.VirtualMachine]: "azure",
  [MachineResourceType.ArcServer]: "arc",
};

/**
 * The alerts that the arguments ask for, and what they need.
 *
 * @param defaultLocation the provider's location, where it has one
 * @throws pulumi.InputPropertiesError with every argument that is wrong
 */
export function designUpdateAlerts(name: string, args: UpdateAlertsArgs, defaultLocation: string | undefined) {
  const problems: Problems = new Problems(`UpdateAlerts ${JSON.stringify(name)}`);
  if (args.resourceGroupName === undefined) problems.add("resourceGroupName", "give the name of a resource group.");
  const location = checkLocation(args.location, defaultLocation, problems);
  const scopes = resolveAlertScopes(args.scopes ?? {}, problems);
  const alerts = designAlerts(args, problems);
  const notification = resolveNotification(args, problems);
  const identity = args.identity && resolveIdentity(args.identity, problems);
  const filter = resolveFilter(args, scopes, problems);
  const workbook = resolveWorkbook(name, args, alerts, filter, problems);
  if (alerts.length === 0) checkNothingIsLeft(args, workbook === undefined, problems);
  if (problems.any) problems.fail();
  return {
    location,
    scopes,
    identity,
    notification,
    alerts: alerts.map((alert) => ({ ...alert, query: filter.apply((known) => alert.query(alertRule, known).text) })),
    queries: filter.apply((known) => queriesOf(alerts, known)),
    workbook,
  };
}

function checkLocation(
  location: pulumi.Input<string> | undefined,
  defaultLocation: string | undefined,
  problems: Problems,
): pulumi.Input<string> | undefined {
  if (location !== undefined) return problems.checked("location", location, notServed);
  const reason = defaultLocation === undefined ? undefined : notServed(defaultLocation);
  if (reason !== undefined) problems.add("location", `the provider's ${reason}`);
  return undefined;
}

function notServed(location: string): string | undefined {
  return alertRules.clouds.includes(cloudOfRegion(location))
    ? undefined
    : `${JSON.stringify(location)} is not in the public cloud, the only one that has alerts of Update Manager. See ${alertsPage}`;
}

function resolveFilter(
  args: UpdateAlertsArgs,
  scopes: readonly ResolvedAlertScope[],
  problems: Problems,
): pulumi.Output<MachineFilter> {
  const { resourceTypes = Object.values(MachineResourceType), excludedMachineIds = [] } = args;
  if (resourceTypes.length === 0) problems.add("resourceTypes", "is empty: leave it out for both.");
  resourceTypes.forEach((type, index) => {
    const wrong = notOneOf(type, Object.values(MachineResourceType));
    const reason = wrong ?? (resourceTypes.indexOf(type) < index ? "is given twice." : undefined);
    if (reason) problems.add(`resourceTypes[${index}]`, reason);
  });
  const kinds = resourceTypes.flatMap((type) => kindOf[type] ?? []);
  const excluded = excludedMachineIds.map((id, index) =>
    problems.checked(`excludedMachineIds[${index}]`, id, (value) =>
      kinds.some((kind) => isMachineId(value, kind))
        ? undefined
        : `${JSON.stringify(value)} is not the id of a machine of ${resourceTypes.join(" or ")}.`,
    ),
  );
  return pulumi
    .all([pulumi.all(scopes.map(({ id }) => id)), pulumi.all(excluded)])
    .apply(([ids, excludedIds]) => ({ kinds, scopes: ids.map(filteredScope), excludedIds }));
}

function resolveWorkbook(
  name: string,
  args: UpdateAlertsArgs,
  alerts: readonly DesignedAlert[],
  filter: pulumi.Output<MachineFilter>,
  problems: Problems,
) {
  const { skip, ...settings } = args.workbook ?? {};
  const { displayName = `Azure Update Manager: ${name}`, scheduleRunDays = 7 } = settings;
  if (skip) {
    for (const setting of present(settings)) {
      problems.add(`workbook.${setting}`, "has no effect on what is skipped: leave it or skip out.");
    }
    return undefined;
  }
  checkWhole("workbook.scheduleRunDays", scheduleRunDays, 1, maintenanceRuns.keptDays, problems);
  const project = `${pulumi.getProject()}/${pulumi.getStack()}`;
  return {
    // Azure wants a GUID; the same stack always has the same.
    resourceName: pulumi
      .output(args.resourceGroupName)
      .apply((group) => guidOf("workbooks", group ?? "", `${project}/${name}`)),
    displayName: problems.checked("workbook.displayName", displayName, (value) =>
      value.trim() === "" ? "is empty: give a name, or leave it out." : undefined,
    ),
    serializedData: filter.apply((known) => workbookContent(alerts, known, scheduleRunDays)),
  };
}

function checkNothingIsLeft(args: UpdateAlertsArgs, noWorkbook: boolean, problems: Problems): void {
  if (noWorkbook) problems.add("workbook.skip", "every alert is skipped too, so that nothing is left.");
  const { actionGroupIds, actionGroup, identity } = args;
  for (const argument of present({ actionGroupIds, actionGroup, identity })) {
    problems.add(argument, "has no effect where every alert is skipped: leave it out.");
  }
}

function queriesOf(alerts: readonly DesignedAlert[], filter: MachineFilter): Record<string, string> {
  return Object.fromEntries(alerts.map(({ name, query }) => [name, query(resourceGraph, filter).text]));
}
