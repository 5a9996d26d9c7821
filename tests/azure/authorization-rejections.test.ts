import assert from "node:assert/strict";
import type { PropertyMap } from "../../tools/azure/property-values";
import { Estate } from "./estate";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const group = `${subscription}/resourceGroups/rg`;
const guid = (digit: string) => "00000000-0000-0000-0000-000000000000".replaceAll("0", digit);
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

describe("the offline Azure refuses", () => {
  let estate: Estate;

  beforeEach(async () => {
    estate = await Estate.open();
    await estate.group();
  });
  afterEach(() => estate.close());

  const refuses = (deployment: Promise<unknown>, message: string) => assert.rejects(deployment, { message });

  const assignRole = (name: string, changes: PropertyMap = {}) =>
    estate.client.deploy("authorization:RoleAssignment", name, {
      scope: group,
      principalId: guid("1"),
      roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${reader}`,
      roleAssignmentName: name,
      ...changes,
    });

  const defineRole = (name: string, changes: PropertyMap = {}) =>
    estate.client.deploy("authorization:RoleDefinition", name, {
      scope: group,
      roleDefinitionId: name,
      roleName: "Operator",
      ...changes,
    });

  describe("role assignments:", () => {
    it("under a name that is no GUID", () =>
      refuses(
        assignRole("operators"),
        `Status=400 Code="InvalidRoleAssignmentId" Message="The role assignment ID 'operators' is not valid. The role assignment ID must be a GUID."`,
      ));

    it("of the same role to the same principal at the same scope", async () => {
      await assignRole(guid("2"));
      await assignRole(guid("3"), { principalId: guid("9") });
      await assignRole(guid("4"), { scope: subscription });
      await refuses(
        assignRole(guid("5"), { roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${reader}` }),
        'Status=409 Code="RoleAssignmentExists" Message="The role assignment already exists."',
      );
    });
  });

  describe("role definitions:", () => {
    it("under a name that is no GUID", () =>
      refuses(
        defineRole("operator"),
        `Status=400 Code="InvalidRoleDefinitionId" Message="The role definition ID 'operator' is not valid. The role definition ID must be a GUID."`,
      ));

    it("with the role name of another", async () => {
      await defineRole(guid("2"));
      await refuses(
        defineRole(guid("3"), { scope: subscription }),
        'Status=409 Code="RoleDefinitionWithSameNameExists" Message="A custom role with the same name already exists in this directory. Use a different name."',
      );
    });

    it("to be deleted while they are assigned", async () => {
      const { id } = await defineRole(guid("2"));
      await assignRole(guid("3"), { roleDefinitionId: id });
      assert.throws(() => estate.azure.delete(id), {
        message:
          'Status=400 Code="RoleDefinitionHasAssignments" Message="There are existing role assignments referencing role."',
      });
    });
  });

  describe("policy assignments:", () => {
    const policy = (key: string) => `/providers/Microsoft.Authorization/policyDefinitions/${key}`;
    const assignPolicy = (changes: PropertyMap) =>
      estate.client.deploy("authorization:PolicyAssignment", "assessment", {
        scope: group,
        policyAssignmentName: "assessment",
        policyDefinitionId: policy("bd876905-5b84-4f73-ab2d-2e7a7c4568d9"),
        ...changes,
      });

    it("with a long name at a management group, and nowhere else", async () => {
      const policyAssignmentName = "a".repeat(25);
      await assignPolicy({ policyAssignmentName });
      const { id } = await estate.client.deploy("management:ManagementGroup", "all", { groupId: "all" });
      await refuses(
        assignPolicy({ policyAssignmentName, scope: id }),
        `Status=400 Code="InvalidPolicyAssignmentName" Message="The policy assignment name '${policyAssignmentName}' is invalid. The policy assignment name length must not exceed '24' characters."`,
      );
    });

    it("that change machines without an identity", () =>
      refuses(
        assignPolicy({ policyDefinitionId: policy("59efceea-0c96-497e-a4a1-4eb2290dac15") }),
        `Status=400 Code="ResourceIdentityRequired" Message="The policy assignment 'assessment' request is invalid. Policy assignments must include a resource identity when assigning 'Modify' policy definitions."`,
      ));

    it("with parameters that the definition does not have", () =>
      refuses(
        assignPolicy({ parameters: { osType: { value: "Linux" }, effect: { value: "Audit" } } }),
        `Status=400 Code="UndefinedPolicyParameter" Message="The policy assignment 'assessment' has the parameter(s) 'osType' which are not defined in the policy definition 'bd876905-5b84-4f73-ab2d-2e7a7c4568d9'."`,
      ));
  });

  it("a running remediation task to be deleted", async () => {
    const task = await estate.client.deploy("policyinsights:RemediationAtResource", "task", {
      resourceId: group.slice(1),
      remediationName: "task",
    });
    assert.equal(task.id, `${group}/providers/Microsoft.PolicyInsights/remediations/task`);
    assert.throws(() => estate.azure.delete(task.id), {
      message:
        'Status=400 Code="InvalidDeleteRemediationRequest" Message="The request to delete remediation \'task\' is invalid. The remediation must be in a terminal provisioning state (Succeeded, Canceled, Failed) before it can be deleted."',
    });
  });
});
