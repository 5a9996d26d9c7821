import assert from "node:assert/strict";
import {
  type BuiltInPolicy,
  builtInPolicies,
  builtInPolicy,
  type PolicyKey,
  policyDefinitionId,
  policyParameterProblems,
} from "../../../facts/policies";
import { builtInRole } from "../../../facts/roles";

const policy = (key: PolicyKey): BuiltInPolicy => {
  const found = builtInPolicy(key);
  assert.ok(found);
  return found;
};

describe("builtInPolicy", () => {
  it("is found by key, GUID and id", () => {
    const guid = "59efceea-0c96-497e-a4a1-4eb2290dac15";
    for (const text of [
      "configurePeriodicAssessment",
      guid,
      guid.toUpperCase(),
      policyDefinitionId(guid),
      policyDefinitionId(guid).toLowerCase(),
      `${policyDefinitionId(guid)}/versions/4.*.*`,
    ]) {
      assert.equal(builtInPolicy(text)?.key, "configurePeriodicAssessment", text);
    }
  });

  it("is not found by another GUID, nor by the id of another resource", () => {
    assert.equal(builtInPolicy("00000000-0000-0000-0000-000000000000"), undefined);
    assert.equal(
      builtInPolicy("/providers/Microsoft.Authorization/policySetDefinitions/59efceea-0c96-497e-a4a1-4eb2290dac15"),
      undefined,
    );
  });

  it("has the five of the category", () => {
    assert.deepEqual(
      builtInPolicies.map(({ key, guid, versions, effects }) => [key, guid, versions[0], effects[0]]),
      [
        ["auditPeriodicAssessment", "bd876905-5b84-4f73-ab2d-2e7a7c4568d9", "3.9.0", "Audit"],
        ["configurePeriodicAssessment", "59efceea-0c96-497e-a4a1-4eb2290dac15", "4.10.0", "Modify"],
        ["setSchedulePrerequisites", "9905ca54-1471-49c6-8291-7582c04cd4d4", "1.3.0", "DeployIfNotExists"],
        ["configureArcPeriodicAssessment", "bfea026e-043f-4ff4-9d1b-bf301ca7ff46", "2.3.0", "Modify"],
        ["scheduleUpdates", "ba0df93e-e4ac-479a-aac2-134bbae39a1a", "3.14.0", "DeployIfNotExists"],
      ],
    );
  });

  it("asks for roles exactly where it remediates", () => {
    const roles = (key: PolicyKey) => policy(key).roles.map((guid) => builtInRole(guid)?.name);
    assert.deepEqual(roles("auditPeriodicAssessment"), []);
    assert.deepEqual(roles("configurePeriodicAssessment"), ["Contributor"]);
    assert.deepEqual(roles("setSchedulePrerequisites"), ["Contributor"]);
    assert.deepEqual(roles("scheduleUpdates"), ["Contributor"]);
    assert.deepEqual(roles("configureArcPeriodicAssessment"), ["Azure Connected Machine Resource Administrator"]);
  });
});

describe("policyParameterProblems", () => {
  const id = "/subscriptions/0/resourceGroups/g/providers/Microsoft.Maintenance/maintenanceConfigurations/c";

  it("takes the parameters that a definition has, and values that are not known yet", () => {
    assert.deepEqual(policyParameterProblems(policy("auditPeriodicAssessment"), {}), []);
    assert.deepEqual(
      policyParameterProblems(policy("scheduleUpdates"), {
        maintenanceConfigurationResourceId: id,
        operatingSystemTypes: ["Linux"],
        tagValues: [{ key: "patch", value: "yes" }],
        locations: undefined,
      }),
      [],
    );
    assert.deepEqual(
      policyParameterProblems(policy("scheduleUpdates"), { maintenanceConfigurationResourceId: undefined }),
      [],
    );
  });

  it("finds what is missing", () => {
    assert.deepEqual(policyParameterProblems(policy("scheduleUpdates"), {}), [
      'maintenanceConfigurationResourceId is missing: the policy "Schedule recurring updates using Azure Update Manager" has no default for it',
    ]);
  });

  it("finds tags of the other policies' form", () => {
    assert.deepEqual(
      policyParameterProblems(policy("configurePeriodicAssessment"), { tagValues: [{ key: "patch", value: "yes" }] }),
      ['tagValues is [{"key":"patch","value":"yes"}], which is not of the type Object'],
    );
    assert.deepEqual(policyParameterProblems(policy("setSchedulePrerequisites"), { tagValues: { patch: "yes" } }), [
      'tagValues is {"patch":"yes"}, which is not of the type Array',
    ]);
  });

  it("finds values that are not allowed, in lists too, and in another letter case", () => {
    assert.deepEqual(
      policyParameterProblems(policy("configurePeriodicAssessment"), { osType: "linux", assessmentMode: null }),
      [
        'osType is "linux": allowed values are Windows, Linux',
        "assessmentMode is null, which is not of the type String",
      ],
    );
    assert.deepEqual(
      policyParameterProblems(policy("setSchedulePrerequisites"), { operatingSystemTypes: ["Linux", "macOS"] }),
      ['operatingSystemTypes is "macOS": allowed values are Windows, Linux'],
    );
  });

  it("finds a parameter that the definition has not", () => {
    assert.deepEqual(policyParameterProblems(policy("configurePeriodicAssessment"), { effect: "Audit" }), [
      'effect is no parameter of "Configure periodic checking for missing system updates on azure virtual machines": it has assessmentMode, osType, locations, tagValues, tagOperator',
    ]);
  });
});
