import { raReaderPair as rule } from "../../../policypack/rules/roles-policies-and-locks/ra-reader-pair";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, schedule, unknown } from "../fixture";
import { grant, group, operator } from "../governance";
import { expectVerdicts } from "./expect";

const name = "Scheduled Patching Contributor";
const subject = `operator-${name}`;
const author = grant(name, "operator");
const unpaired = broken({
  property: "roleDefinitionId",
  found: `that of "${name}", and no other role of the principal in this stack reads machines`,
  mustBe: 'paired with "Reader" at the scope',
  fix: 'new authorization.RoleAssignment("...", { scope, principalId, principalType, roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7" })',
  component: "UpdateManagerAccess",
  componentFix: 'operations: ["AuthorSchedules"]',
});

describe("ra-reader-pair", () => {
  it("is met where the principal has a role that reads machines", () => {
    for (const role of ["Reader", "Virtual Machine Contributor", "Azure Connected Machine Resource Administrator"]) {
      expectVerdicts(rule, [group, operator, author, grant(role, "operator")], { [subject]: met });
    }
  });

  it("is met where the other role is known only after deployment", () => {
    const other = grant("Reader", "operator", { roleDefinitionId: unknown });
    expectVerdicts(rule, [group, operator, author, other], { [subject]: met });
  });

  it("is broken where it has none, or somebody else has it", () => {
    expectVerdicts(rule, [group, operator, author], { [subject]: unpaired });
    const somebody: Declared = { ...operator, name: "somebody" };
    const others = grant("Reader", "somebody", { principalId: "5b1d" });
    const given = grant(name, "operator", { principalId: "a7c2" });
    expectVerdicts(rule, [group, operator, somebody, given, others], { [subject]: unpaired });
  });

  it("is not known while principals may be the same", () => {
    const others = grant("Reader", "somebody");
    expectVerdicts(rule, [group, operator, author, others], {
      [subject]: notKnown({ property: "principalId", because: "is known only after deployment" }),
    });
  });

  it("compares principals that are given by id", () => {
    const given = { principalId: "A7C2" };
    const stack = [group, grant(name, "operator", given), grant("Reader", "operator", { principalId: "a7c2" })];
    expectVerdicts(rule, stack, { [subject]: met });
  });

  it("does not apply to a role on the schedule itself", () => {
    const onSchedule = grant(name, "operator", {}, { scope: ["weekly"] });
    expectVerdicts(rule, [schedule(), operator, onSchedule], {
      [subject]: notApplicable("it is assigned on a schedule alone, and there are no machines below that"),
    });
  });

  it("says nothing of other roles", () => {
    expectVerdicts(rule, [group, operator, grant("Contributor", "operator")], {});
    expectVerdicts(rule, [group, operator, grant(name, "operator", { roleDefinitionId: unknown })], {});
  });
});
