import { builtInPolicy } from "../../../facts/policies";
import { AzureError } from "../errors";
import { nameOf } from "../resource-id";
import type { ResourceManager, StoredResource } from "../resource-manager";
import { mapAt, sameId, textAt } from "../values";
import type { PutRequest } from ".";

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Azure RBAC on role assignments: their names are GUIDs (Azure/azure-sdk-for-python issue 4621), and a principal has a
 * role once at a scope (pulumi/pulumi-azure issue 121).
 */
export function checkRoleAssignment({ id, inputs, azure }: PutRequest): void {
  if (!guid.test(nameOf(id))) {
    throw new AzureError(
      400,
      "InvalidRoleAssignmentId",
      `The role assignment ID '${nameOf(id)}' is not valid. The role assignment ID must be a GUID.`,
    );
  }
  const same = azure.resources.some(
    (other) =>
      other.type.name === "RoleAssignment" &&
      !sameId(other.id, id) &&
      sameId(other.inputs.scope, inputs.scope) &&
      sameId(other.inputs.principalId, inputs.principalId) &&
      sameId(roleOf(other.inputs.roleDefinitionId), roleOf(inputs.roleDefinitionId)),
  );
  if (same) throw new AzureError(409, "RoleAssignmentExists", "The role assignment already exists.");
}

/** A role definition's name is a GUID, and its role name is the only one in the tenant. */
export function checkRoleDefinition({ id, inputs, azure }: PutRequest): void {
  if (!guid.test(nameOf(id))) {
    throw new AzureError(
      400,
      "InvalidRoleDefinitionId",
      `The role definition ID '${nameOf(id)}' is not valid. The role definition ID must be a GUID.`,
    );
  }
  const same = azure.resources.some(
    (other) =>
      other.type.name === "RoleDefinition" && !sameId(other.id, id) && sameId(other.inputs.roleName, inputs.roleName),
  );
  if (same) {
    throw new AzureError(
      409,
      "RoleDefinitionWithSameNameExists",
      "A custom role with the same name already exists in this directory. Use a different name.",
    );
  }
}

/** A role definition goes after its assignments (learn.microsoft.com/azure/role-based-access-control/custom-roles). */
export function checkRoleDefinitionDeletion({ id }: StoredResource, azure: ResourceManager): void {
  const used = azure.resources.some(
    ({ type, inputs }) => type.name === "RoleAssignment" && sameId(roleOf(inputs.roleDefinitionId), nameOf(id)),
  );
  if (used) {
    throw new AzureError(400, "RoleDefinitionHasAssignments", "There are existing role assignments referencing role.");
  }
}

/** A remediation task runs to its end before it goes (hashicorp/terraform-provider-azurerm pull 7914). */
export function checkRemediationDeletion({ id, outputs }: StoredResource): void {
  if (["Succeeded", "Canceled", "Failed"].includes(String(outputs.provisioningState))) return;
  throw new AzureError(
    400,
    "InvalidDeleteRemediationRequest",
    `The request to delete remediation '${nameOf(id)}' is invalid. The remediation must be in a terminal provisioning state (Succeeded, Canceled, Failed) before it can be deleted.`,
  );
}

/**
 * Azure Policy on assignments: names at a management group are short (Azure/azure-powershell issue 8992), what changes
 * resources has an identity (Azure/azure-cli issue 13150), and parameters are those of the definition
 * (Azure/terraform-azurerm-caf-enterprise-scale pull 282).
 */
export function checkPolicyAssignment({ id, inputs }: PutRequest): void {
  const name = nameOf(id);
  if (/^\/providers\/Microsoft\.Management\/managementGroups\//i.test(id) && name.length > 24) {
    throw new AzureError(
      400,
      "InvalidPolicyAssignmentName",
      `The policy assignment name '${name}' is invalid. The policy assignment name length must not exceed '24' characters.`,
    );
  }
  const policy = builtInPolicy(String(inputs.policyDefinitionId));
  if (policy === undefined) return;
  if (policy.roles.length > 0 && textAt(inputs, "identity", "type") === undefined) {
    throw new AzureError(
      400,
      "ResourceIdentityRequired",
      `The policy assignment '${name}' request is invalid. Policy assignments must include a resource identity when assigning '${policy.effects[0]}' policy definitions.`,
    );
  }
  const known = new Set(policy.parameters.map((parameter) => parameter.name));
  const undefinedParameters = Object.keys(mapAt(inputs, "parameters")).filter((parameter) => !known.has(parameter));
  if (undefinedParameters.length > 0) {
    throw new AzureError(
      400,
      "UndefinedPolicyParameter",
      `The policy assignment '${name}' has the parameter(s) '${undefinedParameters.join(",")}' which are not defined in the policy definition '${policy.guid}'.`,
    );
  }
}

function roleOf(roleDefinitionId: unknown): string {
  return nameOf(String(roleDefinitionId));
}
