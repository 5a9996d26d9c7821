import assert from "node:assert/strict";
import { scheduleOutcome, scheduleScenarios } from "../../../facts/machine-settings";

const outcomeOf = (azureOrchestrated: boolean, bypass: boolean, scheduleAttached: boolean) =>
  scheduleOutcome({ azureOrchestrated, bypass, scheduleAttached });

describe("scheduleOutcome", () => {
  it("has one row for each combination", () => {
    const keys = scheduleScenarios.map(({ azureOrchestrated, bypass, scheduleAttached }) =>
      [azureOrchestrated, bypass, scheduleAttached].join(),
    );
    assert.equal(new Set(keys).size, 8);
    assert.equal(keys.length, 8);
  });

  it("runs the schedule with all three, and with nothing less", () => {
    assert.deepEqual(outcomeOf(true, true, true), {
      outcome: "the schedule runs",
      scheduleRuns: true,
      platformPatches: false,
      prerequisitesNotMet: false,
      source: [
        {
          document: "MicrosoftDocs/azure-docs articles/update-manager/prerequsite-for-schedule-patching.md",
          retrieved: "2026-11-23",
        },
      ],
    });
    assert.equal(scheduleScenarios.filter(({ scheduleRuns }) => scheduleRuns).length, 1);
  });

  it("lets the platform patch an orchestrated machine that has neither bypass nor schedule, and no other", () => {
    assert.equal(outcomeOf(true, false, false).outcome, "automatic VM guest patching runs");
    assert.deepEqual(
      scheduleScenarios.filter(({ platformPatches }) => platformPatches).map(({ outcome }) => outcome),
      ["automatic VM guest patching runs"],
    );
  });

  it("ends a schedule with an error wherever it does not run", () => {
    for (const scenario of scheduleScenarios) {
      assert.equal(scenario.prerequisitesNotMet, scenario.scheduleAttached && !scenario.scheduleRuns);
    }
    assert.equal(
      outcomeOf(true, false, true).outcome,
      "nothing runs: the schedule ends with the error that prerequisites are not met",
    );
  });

  it("patches nothing without a schedule where the flag is set or the platform does not orchestrate", () => {
    assert.equal(outcomeOf(true, true, false).outcome, "nothing runs");
    assert.equal(outcomeOf(false, true, false).outcome, "nothing runs");
    assert.equal(outcomeOf(false, false, false).outcome, "nothing runs by Azure");
  });
});
