import { paRole as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-role";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { unknown } from "../fixture";
import { grant, group, operator, policy } from "../governance";
import { expectVerdicts } from "./expect";

const key = "configurePeriodicAssessment";
const ungranted = (found: string, role = "Contributor", guid = "b24988ac-6180-42a0-ab88-20f7382dd24c") =>
  broken({
    property: "identity",
    found,
    mustBe: `granted "${role}" at the scope of the assignment`,
    component: "PeriodicAssessment",
    fix: `new authorization.RoleAssignment("...", { scope: assignment.scope, principalId, principalType: "ServicePrincipal", roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/${guid}" }) with the principal id of the identity`,
    componentFix: "its default, which is without roles.skip",
  });

describe("pa-role", () => {
  it("is met by the documented role, or Owner, at the scope", () => {
    expectVerdicts(rule, [group, policy(key), grant("Contributor", key)], { [key]: met });
    expectVerdicts(rule, [group, policy(key), grant("Owner", key)], { [key]: met });
  });

  it("is met by the scope of the assignment itself, and by one above", () => {
    expectVerdicts(rule, [group, policy(key), grant("Contributor", key, {}, { scope: [key] })], { [key]: met });
    const scope = "/subscriptions/0000/resourceGroups/fleet";
    const above = grant("Contributor", key, { scope: "/subscriptions/0000" }, {});
    expectVerdicts(rule, [policy(key, { scope }), above], { [key]: met });
  });

  it("is met by a role that is known only after deployment", () => {
    expectVerdicts(rule, [group, policy(key), grant("Reader", key, { roleDefinitionId: unknown })], { [key]: met });
  });

  it("is met by a user-assigned identity of the stack with the role", () => {
    const assigned = policy(key, { identity: { type: "UserAssigned", userAssignedIdentities: [unknown] } });
    const own = { ...assigned, from: { ...assigned.from, identity: ["operator"] } };
    expectVerdicts(rule, [group, operator, own, grant("Contributor", "operator")], { [key]: met });
    expectVerdicts(rule, [group, operator, own], { [key]: ungranted("granted no role in this stack") });
  });

  it("is broken without a role", () => {
    expectVerdicts(rule, [group, policy(key)], { [key]: ungranted("granted no role in this stack") });
  });

  it("is broken by another role", () => {
    expectVerdicts(rule, [group, policy(key), grant("Virtual Machine Contributor", key)], {
      [key]: ungranted('granted "Virtual Machine Contributor" in this stack'),
    });
  });

  it("asks for the role of the policy for Arc-enabled servers", () => {
    const arc = "configureArcPeriodicAssessment";
    expectVerdicts(rule, [group, policy(arc), grant("Contributor", arc)], {
      [arc]: ungranted(
        'granted "Contributor" in this stack',
        "Azure Connected Machine Resource Administrator",
        "cd570a14-e51a-42ad-bac8-bafd67325302",
      ),
    });
  });

  it("is broken by the role at another scope", () => {
    const elsewhere = { ...group, name: "elsewhere", inputs: { resourceGroupName: "images" } };
    expectVerdicts(rule, [group, elsewhere, policy(key), grant("Contributor", key, {}, { scope: ["elsewhere"] })], {
      [key]: ungranted('granted "Contributor" in this stack'),
    });
  });

  it("is not known while the scope of the role is not", () => {
    expectVerdicts(rule, [group, policy(key), grant("Contributor", key, {}, {})], {
      [key]: notKnown({ property: "scope", because: "is known only after deployment" }),
    });
  });

  it("does not apply to identities and roles of elsewhere", () => {
    const identity = { type: "UserAssigned", userAssignedIdentities: ["/subscriptions/0000/..."] };
    expectVerdicts(rule, [group, policy(key, { identity })], {
      [key]: notApplicable("its identity is not part of this stack"),
    });
    expectVerdicts(
      rule,
      [group, policy(key)],
      { [key]: notApplicable("the roles of identities are granted elsewhere") },
      { grantedElsewhere: true },
    );
  });

  it("does not apply to an audit", () => {
    expectVerdicts(rule, [group, policy("auditPeriodicAssessment")], {
      auditPeriodicAssessment: notApplicable("the policy changes no machines"),
    });
  });
});
