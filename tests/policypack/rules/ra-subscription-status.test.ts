import { raSubscriptionStatus as rule } from "../../../policypack/rules/roles-policies-and-locks/ra-subscription-status";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, unknown } from "../fixture";
import { customRole, grant, group, operator } from "../governance";
import { expectVerdicts } from "./expect";

const status = "Microsoft.Compute/locations/operations/read";
const role = customRole(["Microsoft.Compute/virtualMachines/assessPatches/action", status]);
const custom = { roleDefinitionId: unknown };
const assigned = grant("role", "operator", custom, { scope: ["group"], roleDefinitionId: ["role"] });
const atSubscription = { scope: "/subscriptions/0000" };
const unreachable = broken({
  property: "scope",
  found: `a resource group, and nothing in this stack grants the principal "${status}" at its subscription`,
  mustBe: "joined by a role at the subscription that reads the status of operations",
  fix: `new authorization.RoleAssignment("...", { scope: "/subscriptions/...", principalId, principalType, roleDefinitionId: "..." }) of a role with "${status}"`,
  component: "UpdateManagerAccess",
  componentFix: 'operations: ["ReadOperationStatus"], scopes: { subscription: { subscriptionId } }, customRole: {}',
});

describe("ra-subscription-status", () => {
  it("is met by a role at the subscription", () => {
    const above = grant("role", "operator", { ...custom, ...atSubscription }, { roleDefinitionId: ["role"] });
    expectVerdicts(rule, [group, operator, role, above], { "operator-role": met });
  });

  it("is met by a role at a resource group beside one at the subscription", () => {
    const reader = grant("Reader", "operator", atSubscription, {});
    expectVerdicts(rule, [group, operator, role, assigned, reader], { "operator-role": met });
  });

  it("is broken by a role at a resource group alone", () => {
    expectVerdicts(rule, [group, operator, role, assigned], { "operator-role": unreachable });
  });

  it("is broken by a role of a resource group given by its id, known by the id of its definition", () => {
    const known = {
      scope: "/subscriptions/0000/resourceGroups/fleet",
      roleDefinitionId: "/subscriptions/0000/providers/Microsoft.Authorization/roleDefinitions/guid-of-role",
    };
    expectVerdicts(rule, [operator, role, grant("role", "operator", known, {})], { "operator-role": unreachable });
  });

  it("is broken where the other role is at the resource group too", () => {
    expectVerdicts(rule, [group, operator, role, assigned, grant("Reader", "operator")], {
      "operator-role": unreachable,
    });
  });

  it("is not known while the scope is not", () => {
    const somewhere = grant("role", "operator", custom, { roleDefinitionId: ["role"] });
    expectVerdicts(rule, [operator, role, somewhere], {
      "operator-role": notKnown({ property: "scope", because: "is known only after deployment" }),
    });
  });

  it("does not apply to custom roles for something else, and says nothing of built-in ones", () => {
    const other: Declared = customRole(["Microsoft.Compute/virtualMachines/*"]);
    expectVerdicts(rule, [group, operator, other, assigned], {
      "operator-role": notApplicable("its role names no on-demand action of Update Manager"),
    });
    expectVerdicts(rule, [group, operator, grant("Virtual Machine Contributor", "operator")], {});
  });
});
