import assert from "node:assert/strict";
import { parseEventLog } from "../../tools/engine/engine-events";

const urn = "urn:pulumi:dev::app::azure-native:compute:VirtualMachine::web";
const policy = { policyName: "vm-patch-mode", policyPackName: "azure-update-manager", policyPackVersion: "0.1.0" };

describe("parseEventLog", () => {
  it("reads findings, remediations, steps, changes and errors", () => {
    const log = [
      {
        sequence: 0,
        policyEvent: { ...policy, resourceUrn: urn, message: "What.\nWhy.\n", enforcementLevel: "mandatory" },
      },
      { sequence: 1, policyEvent: { ...policy, resourceUrn: "", message: "All of it.", enforcementLevel: "advisory" } },
      {
        sequence: 2,
        resourcePreEvent: { metadata: { op: "create", urn, type: "azure-native:compute:VirtualMachine" } },
      },
      { sequence: 3, diagnosticEvent: { severity: "info", message: "hello\n" } },
      { sequence: 4, diagnosticEvent: { severity: "error", message: "preview failed\n" } },
      { sequence: 5, summaryEvent: { resourceChanges: { create: 1 } } },
      {
        sequence: 6,
        policyRemediationEvent: { ...policy, resourceUrn: urn, before: { a: 1 }, after: { a: 2 } },
      },
      { sequence: 7, cancelEvent: {} },
    ];
    assert.deepEqual(parseEventLog(log.map((event) => `${JSON.stringify(event)}\n`).join("")), {
      findings: [
        {
          policyPackName: "azure-update-manager",
          policyName: "vm-patch-mode",
          enforcementLevel: "mandatory",
          urn,
          message: "What.\nWhy.",
        },
        {
          policyPackName: "azure-update-manager",
          policyName: "vm-patch-mode",
          enforcementLevel: "advisory",
          urn: undefined,
          message: "All of it.",
        },
      ],
      remediations: [{ policyName: "vm-patch-mode", urn, before: { a: 1 }, after: { a: 2 } }],
      steps: [{ op: "create", urn, type: "azure-native:compute:VirtualMachine" }],
      changes: { create: 1 },
      errors: ["preview failed"],
    });
  });

  it("reads nothing from an operation that did not start", () => {
    assert.deepEqual(parseEventLog(""), { findings: [], remediations: [], steps: [], changes: {}, errors: [] });
  });
});
