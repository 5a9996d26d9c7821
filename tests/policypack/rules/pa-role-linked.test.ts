import { paRoleLinked as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-role-linked";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { schedule } from "../fixture";
import { grant, group, policy, schedulePolicy } from "../governance";
import { expectVerdicts } from "./expect";

const key = "scheduleUpdates";
const elsewhere = schedule({ resourceGroupName: "patching" });
const unreachable = broken({
  property: "parameters.maintenanceConfigurationResourceId.value",
  found: "a schedule outside the scope of the assignment, at which its identity is granted no such role in this stack",
  mustBe: 'one at which the identity is granted "Contributor"',
  component: "ScheduledPatchingPolicy",
  fix: 'new authorization.RoleAssignment("...", { scope: schedule.id, principalId, principalType: "ServicePrincipal", roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c" }) with the principal id of the identity',
  componentFix: "its default, which is without roles.skip",
});

describe("pa-role-linked", () => {
  it("is met by the role at a schedule elsewhere, or at its resource group", () => {
    const atSchedule = grant("Contributor", key, {}, { scope: ["weekly"] });
    expectVerdicts(rule, [group, elsewhere, schedulePolicy(), atSchedule], { [key]: met });
    const scope = "/subscriptions/0000/resourceGroups/PATCHING";
    const atGroup = grant("Contributor", key, { scope }, {});
    expectVerdicts(rule, [group, elsewhere, schedulePolicy(), atGroup], { [key]: met });
  });

  it("is broken by a schedule elsewhere without the role there", () => {
    expectVerdicts(rule, [group, elsewhere, schedulePolicy(), grant("Contributor", key)], { [key]: unreachable });
    const reader = grant("Reader", key, {}, { scope: ["weekly"] });
    expectVerdicts(rule, [group, elsewhere, schedulePolicy(), reader], { [key]: unreachable });
  });

  it("is broken by a schedule of another subscription", () => {
    const id = (subscription: string) =>
      `/subscriptions/${subscription}/resourceGroups/fleet/providers/Microsoft.Maintenance/maintenanceConfigurations/nightly`;
    const at = (subscription: string) =>
      policy(key, {
        scope: "/subscriptions/0000",
        parameters: { maintenanceConfigurationResourceId: { value: id(subscription) } },
      });
    expectVerdicts(rule, [at("1111")], { [key]: unreachable });
    expectVerdicts(rule, [at("0000")], {
      [key]: notApplicable("the schedule lies within the scope of the assignment"),
    });
  });

  it("is not known while the subscription of the schedule is not", () => {
    const inSubscription = schedulePolicy({ scope: "/subscriptions/0000" });
    expectVerdicts(rule, [elsewhere, inSubscription], {
      [key]: notKnown({
        property: "scope",
        because: "is a subscription, and that of this stack is known only after deployment",
      }),
    });
  });

  it("is not known below a management group", () => {
    const scope = "/providers/Microsoft.Management/managementGroups/landing-zones";
    expectVerdicts(rule, [elsewhere, schedulePolicy({ scope })], {
      [key]: notKnown({
        property: "scope",
        because: "is a management group, and no stack tells which subscriptions belong to it",
      }),
    });
  });

  it("does not apply to a schedule in the scope, to identities of elsewhere, and to other policies", () => {
    expectVerdicts(rule, [group, schedule(), schedulePolicy()], {
      [key]: notApplicable("the schedule lies within the scope of the assignment"),
    });
    expectVerdicts(rule, [group, elsewhere, schedulePolicy({ identity: { type: "UserAssigned" } })], {
      [key]: notApplicable("its identity is not part of this stack"),
    });
    expectVerdicts(
      rule,
      [group, elsewhere, schedulePolicy()],
      { [key]: notApplicable("the roles of identities are granted elsewhere") },
      { grantedElsewhere: true },
    );
    expectVerdicts(rule, [group, policy("configurePeriodicAssessment")], {
      configurePeriodicAssessment: notApplicable(
        'it assigns "Configure periodic checking for missing system updates on azure virtual machines", which this rule does not concern',
      ),
    });
  });
});
