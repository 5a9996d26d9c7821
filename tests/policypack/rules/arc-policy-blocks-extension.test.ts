import { arcPolicyBlocksExtension as rule } from "../../../policypack/rules/arc-enabled-servers/arc-policy-blocks-extension";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, policyAssignment, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const arcType = "Microsoft.HybridCompute/machines/extensions/type";
const everySystem =
  "LinuxPatchExtension and LinuxOsUpdateExtension, or WindowsPatchExtension and WindowsOsUpdateExtension";
const ofLinux = ["LinuxPatchExtension", "LinuxOsUpdateExtension"];

/** A policy of the stack's own, with its assignment. */
function own(condition: object, effect = "deny", change: object = {}, assigned: object = {}): Declared[] {
  const assignment = policyAssignment(unknown, { policyDefinitionId: ["own"] });
  return [
    {
      name: "own",
      type: "azure-native:authorization:PolicyDefinition",
      inputs: {
        policyDefinitionName: "own",
        policyRule: {
          if: { allOf: [{ field: "type", equals: "Microsoft.HybridCompute/machines/extensions" }, condition] },
          // biome-ignore lint/suspicious/noThenProperty: the word of Azure Policy
          then: { effect },
        },
        ...change,
      },
    },
    { ...assignment, inputs: { ...assignment.inputs, ...assigned } },
  ];
}

function builtIn(approvedExtensions: unknown, effect: string | undefined = "Deny", change: object = {}): Declared {
  const id = "/providers/Microsoft.Authorization/policyDefinitions/c0e996f8-39cf-4af9-9f45-83fbde810432";
  const assignment = policyAssignment(id);
  const parameters = {
    approvedExtensions: { value: approvedExtensions },
    ...(effect && { effect: { value: effect } }),
  };
  return { ...assignment, inputs: { ...assignment.inputs, parameters, ...change } };
}

const wrongPolicy = (missing: string) =>
  broken({
    property: "policyDefinitionId",
    found: `that of a policy with a list without ${missing}`,
    mustBe: "that of one that has them",
    fix: `add ${missing} to the list`,
  });
const wrongList = (property: string, missing: string) =>
  broken({
    property,
    found: `a list without ${missing}`,
    mustBe: "a list that has them",
    fix: `add ${missing} to the list`,
  });
const other = notApplicable("the policy is none with a list of extensions");

describe("arc-policy-blocks-extension", () => {
  it("is met by a list with the extensions of one system, by type or by publisher", () => {
    for (const condition of [
      { field: arcType, notIn: ["AzureMonitorLinuxAgent", ...ofLinux] },
      { field: arcType.toLowerCase(), notIn: ["windowspatchextension", "WindowsOsUpdateExtension"] },
      { not: { field: arcType, in: ofLinux } },
      {
        field: "Microsoft.HybridCompute/machines/extensions/publisher",
        notIn: ["Microsoft.CPlat.Core", "Microsoft.SoftwareUpdateManagement"],
      },
    ]) {
      expectVerdicts(rule, own(condition), { governance: met });
    }
    expectVerdicts(rule, [builtIn(["LinuxPatchExtension"])], { governance: met });
  });

  it("is broken by a list without them, in whichever words", () => {
    expectVerdicts(rule, own({ field: arcType, notIn: ["AzureMonitorLinuxAgent", "LinuxPatchExtension"] }), {
      governance: wrongPolicy("LinuxOsUpdateExtension"),
    });
    expectVerdicts(rule, own({ anyOf: [{ not: { field: arcType, in: ["A"] } }] }), {
      governance: wrongPolicy(everySystem),
    });
    const publisher = "Microsoft.HybridCompute/machines/extensions/publisher";
    expectVerdicts(rule, own({ field: publisher, notIn: ["Microsoft.CPlat.Core"] }), {
      governance: wrongPolicy("Microsoft.SoftwareUpdateManagement"),
    });
  });

  it("is broken by a list that the assignment gives, or the definition by default", () => {
    const condition = { field: arcType, notIn: "[parameters('allowed')]" };
    const parameters = { allowed: { type: "Array", defaultValue: ["A"] }, effect: { defaultValue: "Deny" } };
    const missing = everySystem;
    const effect = "[parameters('effect')]";
    expectVerdicts(rule, own(condition, effect, { parameters }), { governance: wrongPolicy(missing) });
    expectVerdicts(rule, own(condition, effect, { parameters }, { parameters: { allowed: { value: ["B"] } } }), {
      governance: wrongList("parameters.allowed.value", missing),
    });
    const audits = { parameters: { allowed: { value: ["B"] }, effect: { value: "Audit" } } };
    expectVerdicts(rule, own(condition, effect, { parameters }, audits), { governance: met });
  });

  it("is broken by the built-in policy for Azure VMs where it denies", () => {
    expectVerdicts(rule, [builtIn(["AzureMonitorLinuxAgent"])], {
      governance: wrongList("parameters.approvedExtensions.value", "LinuxPatchExtension, or WindowsPatchExtension"),
    });
  });

  it("is met where nothing is refused", () => {
    expectVerdicts(rule, [builtIn(["A"], "Audit")], { governance: met });
    expectVerdicts(rule, [builtIn(["A"], "")], { governance: met });
    expectVerdicts(rule, [builtIn(["A"], "Deny", { enforcementMode: "DoNotEnforce" })], { governance: met });
    expectVerdicts(rule, own({ field: arcType, notIn: ["A"] }, "audit"), { governance: met });
  });

  it("does not apply to policies without such a list", () => {
    expectVerdicts(rule, own({ field: "location", notIn: ["westeurope"] }), { governance: other });
    expectVerdicts(rule, own({ field: arcType, in: ["CustomScript"] }), { governance: other });
    const definitions = "/providers/Microsoft.Authorization/policyDefinitions";
    expectVerdicts(rule, [policyAssignment(`${definitions}/59efceea-0c96-497e-a4a1-4eb2290dac15`)], {
      governance: other,
    });
    expectVerdicts(rule, [policyAssignment("/subscriptions/0/providers/Microsoft.Authorization/policyDefinitions/x")], {
      governance: other,
    });
  });

  it("is not known while the list, the effect or the policy is not", () => {
    const because = "is known only after deployment";
    expectVerdicts(rule, [builtIn(unknown)], {
      governance: notKnown({ property: "parameters.approvedExtensions.value", because }),
    });
    expectVerdicts(rule, [builtIn(["A"], unknown)], {
      governance: notKnown({ property: "parameters.effect.value", because }),
    });
    expectVerdicts(rule, [policyAssignment(unknown)], {
      governance: notKnown({ property: "policyDefinitionId", because }),
    });
    expectVerdicts(rule, own({ field: arcType, notIn: "[concat('a', 'b')]" }), {
      governance: notKnown({
        property: "policyRule.if.allOf[1].notIn",
        because: "of own is an expression that Azure Policy evaluates",
      }),
    });
  });
});
