import { paPrereqPair as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-prereq-pair";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { schedule, unknown } from "../fixture";
import { group, policy, schedulePolicy } from "../governance";
import { expectVerdicts } from "./expect";

const key = "scheduleUpdates";
const other = "setSchedulePrerequisites";
const name = "Set prerequisite for Scheduling recurring updates on Azure virtual machines.";
const aside = notApplicable(`it assigns "${name}", which this rule does not concern`);
const alone = broken({
  property: "policyDefinitionId",
  found: "that of the policy on schedules alone",
  mustBe: `joined by an assignment of "${name}" at the same scope`,
  fix: 'policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/9905ca54-1471-49c6-8291-7582c04cd4d4" in an assignment beside it',
  component: "ScheduledPatchingPolicy",
  componentFix: "its default, which is without prerequisites.skip",
});

describe("pa-prereq-pair", () => {
  it("is met by the policy on prerequisites at the scope or above", () => {
    expectVerdicts(rule, [group, schedule(), schedulePolicy(), policy(other)], { [key]: met, [other]: aside });
    const above = policy(other, { scope: "/providers/Microsoft.Management/managementGroups/all" });
    expectVerdicts(rule, [group, schedule(), schedulePolicy(), above], { [key]: met, [other]: aside });
  });

  it("is broken without it, and where it is disabled or elsewhere", () => {
    expectVerdicts(rule, [group, schedule(), schedulePolicy()], { [key]: alone });
    const disabled = policy(other, { parameters: { effect: { value: "Disabled" } } });
    expectVerdicts(rule, [group, schedule(), schedulePolicy(), disabled], { [key]: alone, [other]: aside });
    const elsewhere = policy(other, { scope: "/subscriptions/0000/resourceGroups/data" });
    expectVerdicts(rule, [group, schedule(), schedulePolicy(), elsewhere], { [key]: alone, [other]: aside });
  });

  it("is broken where the policy on prerequisites leaves out the scope", () => {
    const scope = "/providers/Microsoft.Management/managementGroups/all";
    const above = policy(other, { scope, notScopes: ["/subscriptions/0000/resourceGroups/fleet"] });
    expectVerdicts(rule, [group, schedule(), schedulePolicy(), above], { [key]: alone, [other]: aside });
  });

  it("is not known while another assignment's policy is not", () => {
    const because = { property: "policyDefinitionId", because: "is known only after deployment" };
    const some = policy(other, { policyDefinitionId: unknown });
    expectVerdicts(rule, [group, schedule(), schedulePolicy(), some], {
      [key]: notKnown(because),
      [other]: notKnown(because),
    });
  });

  it("does not apply where the policy on schedules is disabled", () => {
    const parameters = { effect: { value: "Disabled" } };
    expectVerdicts(rule, [group, policy(key, { parameters })], {
      [key]: notApplicable("the policy changes no machines"),
    });
  });
});
