import { paRemediation as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-remediation";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, unknown } from "../fixture";
import { group, policy, policySet, setAssignment } from "../governance";
import { expectVerdicts } from "./expect";

const key = "setSchedulePrerequisites";
const task = (type: string, of: readonly string[], policyAssignmentId: string = unknown): Declared => ({
  name: "task",
  type: `azure-native:policyinsights:${type}`,
  inputs: { remediationName: "task", policyAssignmentId },
  from: { policyAssignmentId: of },
});
const without = broken({
  property: "policyDefinitionId",
  found: "that of a policy that changes machines, without a remediation task in this stack",
  mustBe: "joined by a remediation task for the machines that exist",
  fix: 'new policyinsights.RemediationAtSubscription("...", { policyAssignmentId: assignment.id }), or that of another scope',
  component: "ScheduledPatchingPolicy",
  componentFix: "its default, which is without remediation.skip",
});

describe("pa-remediation", () => {
  it("is met by a task of the assignment, of whatever scope", () => {
    for (const level of ["Resource", "ResourceGroup", "Subscription", "ManagementGroup"]) {
      expectVerdicts(rule, [group, policy(key), task(`RemediationAt${level}`, [key])], { [key]: met });
    }
  });

  it("is met by a task that has the id of the assignment", () => {
    const id = "/subscriptions/0000/resourceGroups/fleet/providers/Microsoft.Authorization/policyAssignments/a";
    const deployed = { ...policy(key), outputs: { id } };
    expectVerdicts(rule, [group, deployed, task("RemediationAtResourceGroup", [], id.toUpperCase())], { [key]: met });
  });

  it("is broken without a task, and by one of another assignment", () => {
    expectVerdicts(rule, [group, policy(key)], { [key]: without });
    const other = policy("auditPeriodicAssessment");
    const unrelated = task("RemediationAtResourceGroup", ["auditPeriodicAssessment"]);
    expectVerdicts(rule, [group, policy(key), other, unrelated], {
      [key]: without,
      auditPeriodicAssessment: notApplicable("the policy changes no machines"),
    });
  });

  it("asks for a task of each policy in a set of the stack", () => {
    const set = policySet([key, "configurePeriodicAssessment"]);
    const stack = [group, set, setAssignment()];
    expectVerdicts(rule, stack, { governance: without });
    const of = (reference: string) => {
      const { inputs, ...declared } = task("RemediationAtResourceGroup", ["governance"]);
      return { ...declared, name: reference, inputs: { ...inputs, policyDefinitionReferenceId: reference } };
    };
    expectVerdicts(rule, [...stack, of("configurePeriodicAssessment")], { governance: without });
    expectVerdicts(rule, [...stack, of("configurePeriodicAssessment"), of(key)], { governance: met });
  });

  it("is not known while the assignment of a task is not", () => {
    const deployed = { ...policy(key), outputs: { id: "/subscriptions/0000/..." } };
    expectVerdicts(rule, [group, deployed, task("RemediationAtResourceGroup", [])], {
      [key]: notKnown({ property: "policyAssignmentId", because: "is known only after deployment" }),
    });
  });
});
