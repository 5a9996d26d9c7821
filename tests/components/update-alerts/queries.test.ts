import assert from "node:assert/strict";
import * as fc from "fast-check";
import { kusto } from "../../../components/update-alerts/kusto";
import {
  alertRule,
  failedAssessments,
  failedInstallations,
  type MachineFilter,
  missedAssessments,
  pendingUpdates,
  type Query,
  resourceGraph,
  scheduleRuns,
} from "../../../components/update-alerts/queries";
import { resourceGraph as facts } from "../../../facts";
import { errorsIn, literalValue, syntaxErrors } from "./kusto-service";

const subscription = "00000000-0000-0000-0000-000000000000";
const machine = `/subscriptions/${subscription}/resourceGroups/web/providers/Microsoft.Compute/virtualMachines/test`;

const whole: MachineFilter = {
  kinds: ["azure", "arc"],
  scopes: [{ subscription, resourceGroup: "web" }, { subscription: "99999999-9999-9999-9999-999999999999" }],
  excludedIds: [machine],
};
const least: MachineFilter = { kinds: ["arc"], scopes: [{ subscription }], excludedIds: [] };

const queries: Readonly<Record<string, Query>> = {
  failedInstallations: failedInstallations(["Failed", "CompletedWithWarnings"], 3),
  failedAssessments: failedAssessments(["Failed"], 1),
  missedAssessments: missedAssessments(2),
  pendingUpdates: pendingUpdates(["Critical", "Security"], 5),
  scheduleRuns: scheduleRuns(7),
};

const inScopes = `where (subscriptionId =~ "${subscription}" and resourceGroup =~ "web") or subscriptionId =~ "99999999-9999-9999-9999-999999999999"`;

describe("the queries of alerts", () => {
  it("find machines with runs that failed", () => {
    assert.equal(
      queries.failedInstallations?.(alertRule, whole).text,
      [
        'arg("").patchinstallationresources',
        'where type in~ ("microsoft.compute/virtualmachines/patchinstallationresults", "microsoft.hybridcompute/machines/patchinstallationresults")',
        inScopes,
        'extend machineId = tostring(split(tolower(id), "/patchinstallationresults/")[0])',
        `where machineId !in~ ("${machine}")`,
        "extend ended = todatetime(properties.lastModifiedDateTime)",
        'where tostring(properties.status) in~ ("Failed", "CompletedWithWarnings") and ended > ago(3d)',
        "summarize failedRuns = count(), lastFailure = max(ended) by machineId",
      ].join("\n| "),
    );
  });

  it("find machines whose latest assessment failed", () => {
    assert.equal(
      queries.failedAssessments?.(resourceGraph, least).text,
      [
        "patchassessmentresources",
        'where type in~ ("microsoft.hybridcompute/machines/patchassessmentresults")',
        `where subscriptionId =~ "${subscription}"`,
        'extend machineId = tostring(split(tolower(id), "/patchassessmentresults/")[0])',
        "extend ended = todatetime(properties.lastModifiedDateTime), status = tostring(properties.status)",
        'where status in~ ("Failed") and ended > ago(1d)',
        "project machineId, status, ended",
      ].join("\n| "),
    );
  });

  it("find machines that run and were not assessed", () => {
    const expected = (table: (name: string) => string, join: string) =>
      [
        table("resources"),
        'where type in~ ("microsoft.compute/virtualmachines", "microsoft.hybridcompute/machines")',
        inScopes,
        'where tostring(properties.extended.instanceView.powerState.code) =~ "PowerState/running" or tostring(properties.status) =~ "Connected"',
        "where isnull(todatetime(properties.timeCreated)) or todatetime(properties.timeCreated) < ago(2d)",
        "project machineId = tolower(id)",
        `where machineId !in~ ("${machine}")`,
        `${join} (${table("patchassessmentresources")}`,
        'where type in~ ("microsoft.compute/virtualmachines/patchassessmentresults", "microsoft.hybridcompute/machines/patchassessmentresults")',
        'project assessedId = tostring(split(tolower(id), "/patchassessmentresults/")[0]), lastAssessment = todatetime(properties.lastModifiedDateTime)) on $left.machineId == $right.assessedId',
        "where isnull(lastAssessment) or lastAssessment < ago(2d)",
        "project machineId, lastAssessment",
      ].join("\n| ");
    assert.equal(
      queries.missedAssessments?.(alertRule, whole).text,
      expected((name) => `arg("").${name}`, "join kind=leftouter hint.remote=left"),
    );
    assert.equal(
      queries.missedAssessments?.(resourceGraph, whole).text,
      expected((name) => name, "join kind=leftouter"),
    );
  });

  it("find machines that lack updates", () => {
    assert.equal(
      queries.pendingUpdates?.(resourceGraph, least).text,
      [
        "patchassessmentresources",
        'where type in~ ("microsoft.hybridcompute/machines/patchassessmentresults")',
        `where subscriptionId =~ "${subscription}"`,
        'extend machineId = tostring(split(tolower(id), "/patchassessmentresults/")[0])',
        "extend pendingUpdates = coalesce(toint(properties.availablePatchCountByClassification.critical), 0) + coalesce(toint(properties.availablePatchCountByClassification.security), 0)",
        "where pendingUpdates >= 5",
        "project machineId, pendingUpdates, assessed = todatetime(properties.lastModifiedDateTime)",
      ].join("\n| "),
    );
  });

  it("list what became of machines in the runs of schedules", () => {
    assert.equal(
      queries.scheduleRuns?.(resourceGraph, least).text,
      [
        "maintenanceresources",
        'where type =~ "microsoft.maintenance/applyupdates"',
        `where subscriptionId =~ "${subscription}"`,
        'where tostring(properties.maintenanceScope) =~ "InGuestPatch"',
        "extend started = todatetime(properties.startDateTime), machineId = tolower(tostring(properties.resourceId))",
        "where started > ago(7d)",
        'where machineId contains "/providers/microsoft.hybridcompute/machines/"',
        "project machineId, status = tostring(properties.status), started, ended = todatetime(properties.endDateTime), schedule = tostring(properties.maintenanceConfigurationId)",
        "order by started desc",
      ].join("\n| "),
    );
  });

  for (const [name, query] of Object.entries(queries)) {
    it(`are Kusto that fits the tables: ${name}`, () => {
      for (const filter of [whole, least]) {
        assert.deepEqual(errorsIn(query(resourceGraph, filter).text), []);
        assert.deepEqual(syntaxErrors(query(alertRule, filter).text), []);
      }
    });

    it(`use nothing that a rule over Azure Resource Graph must not: ${name}`, () => {
      const words = query(alertRule, whole).text.split(/\W+/);
      assert.deepEqual(
        facts.alertRules.unsupported.filter((unsupported) => words.includes(unsupported)),
        [],
      );
    });

    it(`find the machine by a column that a rule can fire on: ${name}`, () => {
      assert.deepEqual(errorsIn(`${query(resourceGraph, whole).text}\n| project strcat(machineId, "")`), []);
    });
  }

  it("are checked by a service that finds what is wrong", () => {
    assert.deepEqual(errorsIn('resources | where typ =~ "a"'), [
      "The name 'typ' does not refer to any known column, table, variable or function.",
    ]);
    assert.equal(syntaxErrors('resources | where type == "a').length, 1);
  });
});

describe("kusto", () => {
  const text = () =>
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom('"', "\\", '\\"', "\u2028", "\u0085", "'", "\n"));

  it("keeps any text a value", () => {
    fc.assert(
      fc.property(text(), (value) => {
        assert.equal(literalValue(kusto`${value}`.text), value);
        assert.deepEqual(errorsIn(kusto`resources | where name =~ ${value} | project name`.text), []);
      }),
    );
  });

  it("keeps any machines and resource groups values in every query", () => {
    const filter = fc.record({
      kinds: fc.constant(["azure", "arc"] as const),
      scopes: fc.array(fc.record({ subscription: text(), resourceGroup: text() }), { minLength: 1, maxLength: 3 }),
      excludedIds: fc.array(text(), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(filter, fc.constantFrom(...Object.values(queries)), (machines, query) => {
        assert.deepEqual(errorsIn(query(resourceGraph, machines).text), []);
      }),
    );
  });

  it("writes pieces, lists and numbers", () => {
    assert.equal(
      kusto`where ${kusto`a`} in ${["x", 'y"']} and b < ago(${3}d)`.text,
      'where a in ("x", "y\\"") and b < ago(3d)',
    );
  });
});
