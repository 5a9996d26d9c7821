import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as fc from "fast-check";
import { designUpdateAlerts } from "../../../components/update-alerts/design";
import { resourceGraph } from "../../../facts";
import { EvaluationFrequency, MuteDuration, PendingClassification, type UpdateAlertsArgs } from "../../../index";
import { resolved } from "../program";
import { errorsIn, syntaxErrors } from "./kusto-service";
import { least, problemsOf } from "./problems-of";

const { alertRules, pendingCounts } = resourceGraph;

describe("the enumerations of UpdateAlerts", () => {
  it("have the values that Azure has", () => {
    assert.deepEqual(Object.values(EvaluationFrequency), alertRules.evaluationFrequencies);
    assert.deepEqual(Object.values(MuteDuration), alertRules.muteDurations);
    assert.deepEqual(Object.values(PendingClassification), Object.keys(pendingCounts.members));
  });
});

describe("the alerts of UpdateAlerts", () => {
  it("keep the address of a webhook secret", async () => {
    const webhooks = { chat: "https://example.com/hooks/1" };
    const { notification } = designUpdateAlerts("updates", { ...least, actionGroup: { webhooks } }, undefined);
    const [receiver] = notification.actionGroup?.webhookReceivers ?? [];
    assert.equal(await pulumi.isSecret(pulumi.output(receiver?.serviceUri)), true);
  });

  it("are rules that Azure takes, with any arguments that are accepted", async () => {
    const alert = {
      severity: fc.integer({ min: -1, max: 5 }),
      evaluationFrequency: fc.constantFrom(...Object.values(EvaluationFrequency)),
      threshold: fc.integer({ min: 0, max: 999 }),
      perMachine: fc.boolean(),
      autoResolve: fc.boolean(),
      muteActionsFor: fc.constantFrom(...Object.values(MuteDuration)),
      skip: fc.boolean(),
    };
    const days = fc.integer({ min: 0, max: 31 });
    const optional = { requiredKeys: [] };
    const arbitrary = fc.record(
      {
        failedInstallations: fc.record({ ...alert, lookbackDays: days, includeWarnings: fc.boolean() }, optional),
        failedAssessments: fc.record({ ...alert, lookbackDays: days, includeWarnings: fc.boolean() }, optional),
        missedAssessments: fc.record({ ...alert, maximumAgeDays: days }, optional),
        pendingUpdates: fc.record(
          {
            ...alert,
            classifications: fc.uniqueArray(fc.constantFrom(...Object.values(PendingClassification))),
            minimumUpdates: fc.integer({ min: 0 }),
          },
          optional,
        ),
      },
      optional,
    ) as fc.Arbitrary<Partial<UpdateAlertsArgs>>;
    const accepted = arbitrary.filter((args) => problemsOf(args).length === 0);
    await fc.assert(
      fc.asyncProperty(accepted, async (args) => {
        const { alerts, queries } = designUpdateAlerts("updates", { ...least, ...args }, undefined);
        for (const { settings, query } of alerts) {
          const { evaluationFrequency, muteActionsDuration, autoMitigate, severity } = settings;
          assert.ok(severity >= 0 && severity <= 4);
          assert.ok(!autoMitigate || evaluationFrequency !== "P1D");
          assert.ok(!autoMitigate || muteActionsDuration === undefined);
          const { muteDurations } = alertRules;
          assert.ok(
            muteActionsDuration === undefined ||
              muteDurations.indexOf(muteActionsDuration) >= muteDurations.indexOf(evaluationFrequency),
          );
          assert.deepEqual(syntaxErrors(await resolved(query)), []);
        }
        for (const query of Object.values(await resolved(queries))) assert.deepEqual(errorsIn(query), []);
      }),
      { numRuns: 25 },
    );
  });
});
