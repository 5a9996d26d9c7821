import { paIdentity as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-identity";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { schedule, unknown } from "../fixture";
import { policy } from "../governance";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const withoutIdentity = (found: string, component: string) =>
  broken({
    property: "identity.type",
    found,
    mustBe: '"SystemAssigned" or "UserAssigned" for the policy to change machines',
    fix: 'identity: { type: "SystemAssigned" }',
    component,
    componentFix: "its default",
  });

describe("pa-identity", () => {
  it("is met by an assignment with identity and location", () => {
    expectVerdicts(rule, [policy("scheduleUpdates")], { scheduleUpdates: met });
    expectVerdicts(rule, [policy("scheduleUpdates", { location: unknown })], { scheduleUpdates: met });
  });

  it("is broken without an identity", () => {
    expectVerdicts(rule, [policy("configurePeriodicAssessment", { identity: undefined })], {
      configurePeriodicAssessment: withoutIdentity("not set", "PeriodicAssessment"),
    });
    expectVerdicts(rule, [policy("setSchedulePrerequisites", { identity: { type: "None" } })], {
      setSchedulePrerequisites: withoutIdentity('"None"', "ScheduledPatchingPolicy"),
    });
  });

  it("is broken without a location", () => {
    const { inputs, ...assignment } = policy("configureArcPeriodicAssessment");
    const { location: _, ...rest } = inputs as Record<string, unknown>;
    expectVerdicts(rule, [{ ...assignment, inputs: rest }], {
      configureArcPeriodicAssessment: broken({
        property: "location",
        found: "not set",
        mustBe: "the region that the managed identity is kept in",
        fix: 'location: "westeurope"',
        component: "PeriodicAssessment",
        componentFix: 'location: "westeurope"',
      }),
    });
  });

  it("is not known while the policy or the identity is not", () => {
    const because = "is known only after deployment";
    expectVerdicts(rule, [policy("scheduleUpdates", { policyDefinitionId: unknown })], {
      scheduleUpdates: notKnown({ property: "policyDefinitionId", because }),
    });
    expectVerdicts(rule, [policy("scheduleUpdates", { identity: { type: unknown } })], {
      scheduleUpdates: notKnown({ property: "identity.type", because }),
    });
  });

  it("does not apply to audits, to disabled policies and to those of others", () => {
    const identity = undefined;
    const changesNothing = notApplicable("the policy changes no machines");
    expectVerdicts(rule, [policy("auditPeriodicAssessment", { identity })], {
      auditPeriodicAssessment: changesNothing,
    });
    const parameters = { effect: { value: "disabled" } };
    expectVerdicts(rule, [policy("scheduleUpdates", { identity, parameters })], { scheduleUpdates: changesNothing });
    const policyDefinitionId =
      "/providers/Microsoft.Authorization/policyDefinitions/06a78e20-9358-41c9-923c-fb736d382a4d";
    expectVerdicts(rule, [policy("scheduleUpdates", { policyDefinitionId, identity })], {
      scheduleUpdates: notApplicable("it assigns none of Update Manager's policies"),
    });
  });
});

describe("pa-identity as a remediation", () => {
  const change = { path: "identity.type", value: "SystemAssigned" };

  it("gives an identity to an assignment that has a location", () => {
    expectChanges(rule, policy("scheduleUpdates", { identity: undefined }), change);
    expectChanges(rule, policy("scheduleUpdates", { identity: { type: "None" } }), change);
  });

  it("leaves alone what has one, what has no location, what changes no machines, and other resources", () => {
    expectChanges(rule, policy("scheduleUpdates"));
    const { location: _, ...inputs } = policy("scheduleUpdates", { identity: undefined }).inputs as {
      location: string;
    };
    expectChanges(rule, { ...policy("scheduleUpdates"), inputs });
    expectChanges(rule, policy("auditPeriodicAssessment", { identity: undefined }));
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, policy("scheduleUpdates", { identity: { type: unknown } }), "identity.type");
  });
});
