import assert from "node:assert/strict";
import fc from "fast-check";
import { builtInPolicy, policyParameterProblems } from "../../../facts/policies";
import {
  PeriodicAssessment,
  type PeriodicAssessmentArgs,
  type RemediationArgs,
  ScheduledPatchingPolicy,
  type ScheduledPatchingPolicyArgs,
} from "../../../index";
import { type Registered, registered } from "../program";
import { identity, maintenanceConfigurationId, managementGroup, resourceGroup, subscription } from "./arguments";

const some = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const common = {
  scope: fc.constantFrom(managementGroup, subscription, resourceGroup),
  location: fc.constant("westeurope"),
  excludedScopes: maybe(some(`${subscription}/resourceGroups/sandbox`)),
  // Identities of their own would all have one principal here, and so the same role twice.
  userAssignedIdentity: fc.constant(identity),
  roles: maybe(
    fc.constantFrom({ skip: true }, { additionalScopes: { images: `${subscription}/resourceGroups/images` } }),
  ),
  enforcementMode: maybe(fc.constantFrom("Default" as const, "DoNotEnforce" as const)),
  remediation: maybe(
    fc.constantFrom<RemediationArgs>(
      { skip: true },
      { run: "2" },
      { resourceCount: 50_000, parallelDeployments: 30, failureThreshold: 1 },
      { resourceDiscoveryMode: "ExistingNonCompliant" },
    ),
  ),
  osTypes: maybe(some("Linux" as const, "Windows" as const)),
  locations: maybe(some("westeurope", "North Europe")),
};

const assessment: fc.Arbitrary<PeriodicAssessmentArgs> = fc.record({
  ...common,
  resourceTypes: maybe(some("Microsoft.Compute/virtualMachines" as const, "Microsoft.HybridCompute/machines" as const)),
  tags: maybe(fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { minKeys: 1, noNullPrototype: true })),
  assessmentMode: maybe(fc.constantFrom("AutomaticByPlatform" as const, "ImageDefault" as const)),
  audit: maybe(fc.constantFrom({}, { effect: "Deny" as const })),
});

const scheduledPatching: fc.Arbitrary<ScheduledPatchingPolicyArgs> = fc.record({
  ...common,
  maintenanceConfigurationId: fc.constant(maintenanceConfigurationId),
  resourceGroups: maybe(some("web", "data")),
  tags: maybe(fc.dictionary(fc.string({ minLength: 1 }), fc.tuple(fc.string()), { minKeys: 1, noNullPrototype: true })),
  prerequisites: maybe(fc.record({ skip: fc.boolean() })),
});

describe("whatever arguments the constructors take, policies", () => {
  const check = (resources: Registered[], rolesSkipped: boolean) => {
    const inputsOf = (type: string) =>
      resources.filter((resource) => resource.type.endsWith(`:${type}`)).map(({ inputs }) => inputs);
    const roles = inputsOf("RoleAssignment");
    for (const { policyDefinitionId, parameters, scope } of inputsOf("PolicyAssignment")) {
      const policy = builtInPolicy(String(policyDefinitionId)) ?? assert.fail();
      const values = Object.entries(parameters as Record<string, { value: unknown }>);
      const plain = Object.fromEntries(values.map(([name, { value }]) => [name, value]));
      assert.deepEqual(policyParameterProblems(policy, plain), []);
      for (const role of rolesSkipped ? [] : policy.roles) {
        assert.ok(roles.some((one) => one.scope === scope && String(one.roleDefinitionId).endsWith(role)));
      }
    }
    const names = roles.map(({ roleAssignmentName }) => roleAssignmentName);
    assert.equal(new Set(names).size, names.length, "a role is assigned twice");
  };

  it("of PeriodicAssessment get parameters that they have and the roles that they document", async () => {
    await fc.assert(
      fc.asyncProperty(assessment, async (args) => {
        check(await registered(() => new PeriodicAssessment("daily", args)), args.roles?.skip === true);
      }),
      { numRuns: 30 },
    );
  });

  it("of ScheduledPatchingPolicy get parameters that they have and the roles that they document", async () => {
    await fc.assert(
      fc.asyncProperty(scheduledPatching, async (args) => {
        check(await registered(() => new ScheduledPatchingPolicy("weekly", args)), args.roles?.skip === true);
      }),
      { numRuns: 30 },
    );
  });
});
