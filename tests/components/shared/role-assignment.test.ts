import assert from "node:assert/strict";
import fc from "fast-check";
import { guidOf, roleAssignmentName, roleDefinitionIdAt } from "../../../components/shared/role-assignment";

const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const principal = "3f1d8f0a-6a0e-4b7e-9d51-0c8a4b1f7e21";
const scope = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/web";

describe("the name of a role assignment", () => {
  it("is a UUID of version 5", () => {
    // uuid.uuid5(uuid.NAMESPACE_URL, "https://management.azure.com/roleassignments/%2Fsubscriptions%2Fx/p/r") in Python
    assert.equal(guidOf("roleAssignments", "/subscriptions/x", "p", "r"), "3bcfdfb7-7b58-5955-8e0d-169c9484ad77");
  });

  it("does not depend on letter case", () => {
    assert.equal(
      roleAssignmentName(scope, principal, reader),
      roleAssignmentName(scope.toUpperCase(), principal, reader),
    );
  });

  it("is a GUID, and another one for another scope, principal or role", () => {
    const text = fc.string();
    fc.assert(
      fc.property(text, text, text, (...grant) => {
        assert.match(
          roleAssignmentName(...grant),
          /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
    fc.assert(
      fc.property(fc.tuple(text, text, text), fc.tuple(text, text, text), (one, other) => {
        const same = one.every((part, index) => part.toLowerCase() === other[index]?.toLowerCase());
        assert.equal(roleAssignmentName(...one) === roleAssignmentName(...other), same);
      }),
    );
  });
});

describe("the id of a role definition", () => {
  const tenant = `/providers/Microsoft.Authorization/roleDefinitions/${reader}`;

  it("is below the subscription of the scope", () => {
    const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
    assert.equal(roleDefinitionIdAt(scope, reader), `${subscription}${tenant}`);
    assert.equal(roleDefinitionIdAt(subscription, reader), `${subscription}${tenant}`);
  });

  it("is the tenant's at a management group", () => {
    assert.equal(roleDefinitionIdAt("/providers/Microsoft.Management/managementGroups/all", reader), tenant);
  });
});
