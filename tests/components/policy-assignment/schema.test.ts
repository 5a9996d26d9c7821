import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AnalyzeResult, Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";

const root = join(__dirname, "../../..");

describe("the schema of access and policies", () => {
  let result: AnalyzeResult;

  before(function () {
    this.timeout(120_000);
    const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const names = new Set(["UpdateManagerAccess", "PeriodicAssessment", "ScheduledPatchingPolicy"]);
    result = new Analyzer(root, packageJson.name, packageJson, names).analyze();
  });

  it("has every argument and output, for every language", () => {
    const shape = Object.fromEntries(
      Object.entries(result.components).map(([name, { inputs, outputs }]) => [
        name,
        {
          required: Object.keys(inputs).filter((input) => !inputs[input]?.optional),
          optional: Object.keys(inputs)
            .filter((input) => inputs[input]?.optional)
            .sort(),
          outputs: Object.keys(outputs),
        },
      ]),
    );
    const common = [
      "enforcementMode",
      "excludedScopes",
      "location",
      "locations",
      "nonComplianceMessage",
      "osTypes",
      "remediation",
      "roles",
      "tagOperator",
      "tags",
      "userAssignedIdentity",
    ];
    assert.deepEqual(shape, {
      PeriodicAssessment: {
        required: ["scope"],
        optional: [...common, "assessmentMode", "audit", "configure", "resourceTypes"].sort(),
        outputs: ["policyAssignmentIds"],
      },
      ScheduledPatchingPolicy: {
        required: ["maintenanceConfigurationId", "scope"],
        optional: [...common, "prerequisites", "resourceGroups"].sort(),
        outputs: ["policyAssignmentIds"],
      },
      UpdateManagerAccess: {
        required: ["principalId", "principalType", "operations", "scopes"],
        optional: ["customRole", "resourceTypes"],
        outputs: ["roleAssignmentIds", "roleNames", "customRoleDefinitionId"],
      },
    });
  });

  it("describes every argument", () => {
    const types = [...Object.values(result.components), ...Object.values(result.typeDefinitions)];
    const undescribed = types.flatMap((type) =>
      Object.entries("inputs" in type ? type.inputs : (type.properties ?? {}))
        .filter(([, property]) => !property.description)
        .map(([name]) => `${type.name}.${name}`),
    );
    assert.deepEqual(undescribed, []);
  });

  it("has enumerations as enumerations, and no types of another package", () => {
    const enumerations = Object.values(result.typeDefinitions).filter((type) => type.enum);
    assert.deepEqual(enumerations.map(({ name }) => name).sort(), [
      "AssessmentMode",
      "AuditEffect",
      "EnforcementMode",
      "MachineResourceType",
      "OperatingSystem",
      "PrincipalType",
      "ResourceDiscoveryMode",
      "TagOperator",
      "UpdateManagerOperation",
    ]);
    assert.deepEqual(result.dependencies, []);
  });
});
