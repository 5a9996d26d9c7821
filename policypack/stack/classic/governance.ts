import { builtInRole, roleDefinitionId } from "../../../facts/roles";
import { block, computed, type Fields, firstGiven, json, prop, spelled, withDefault } from "./field";
import { items } from "./list-field";
import { common, type Mapping } from "./mapping";

/*
 * Names and defaults: the arguments of azurerm_resource_group, azurerm_*_policy_assignment, azurerm_*_policy_remediation,
 * azurerm_role_*, azurerm_user_assigned_identity, azurerm_management_* and azurerm_lighthouse_* in the documents of the
 * Terraform provider for Azure.
 */

/** The assignment of a policy; the type of the resource tells what its scope is. */
function policyAssignment(scope: string): Fields {
  return {
    policyAssignmentName: prop("name"),
    scope: prop(scope),
    policyDefinitionId: prop("policyDefinitionId"),
    enforcementMode: withDefault(
      spelled("enforce", [
        [true, "Default"],
        [false, "DoNotEnforce"],
      ]),
      "Default",
    ),
    identity: block(
      {
        type: prop("identity.type"),
        userAssignedIdentities: prop("identity.identityIds"),
        principalId: prop("identity.principalId"),
      },
      "identity",
    ),
    location: prop("location"),
    notScopes: prop("notScopes"),
    parameters: json("parameters"),
  };
}

const remediation: Fields = {
  remediationName: prop("name"),
  policyAssignmentId: prop("policyAssignmentId"),
  policyDefinitionReferenceId: prop("policyDefinitionReferenceId"),
};

/** A role may be given by its name instead of its id; a name of no built-in role is left for an id of none. */
const role = firstGiven(
  prop("roleDefinitionId"),
  computed("roleDefinitionName", (name) => roleDefinitionId(builtInRole(name)?.guid ?? name)),
);

const authorization: Fields = {
  principalId: prop("principalId"),
  principalIdDisplayName: prop("principalDisplayName"),
  roleDefinitionId: prop("roleDefinitionId"),
};

/** Resource groups, policies, roles, identities, locks and delegations. */
export const governance: readonly Mapping[] = [
  {
    classic: "core:ResourceGroup",
    type: "resources:ResourceGroup",
    fields: { resourceGroupName: prop("name"), location: prop("location"), tags: prop("tags") },
  },
  {
    classic: "core:ResourcePolicyAssignment",
    type: "authorization:PolicyAssignment",
    fields: policyAssignment("resourceId"),
  },
  {
    classic: "core:ResourceGroupPolicyAssignment",
    type: "authorization:PolicyAssignment",
    fields: policyAssignment("resourceGroupId"),
  },
  {
    classic: "core:SubscriptionPolicyAssignment",
    type: "authorization:PolicyAssignment",
    fields: policyAssignment("subscriptionId"),
  },
  {
    classic: "management:GroupPolicyAssignment",
    type: "authorization:PolicyAssignment",
    fields: policyAssignment("managementGroupId"),
  },
  {
    classic: "core:ResourcePolicyRemediation",
    type: "policyinsights:RemediationAtResource",
    fields: { ...remediation, resourceId: prop("resourceId") },
  },
  {
    classic: "core:ResourceGroupPolicyRemediation",
    type: "policyinsights:RemediationAtResourceGroup",
    fields: remediation,
  },
  {
    classic: "core:SubscriptionPolicyRemediation",
    type: "policyinsights:RemediationAtSubscription",
    fields: remediation,
  },
  {
    classic: "management:GroupPolicyRemediation",
    type: "policyinsights:RemediationAtManagementGroup",
    fields: { ...remediation, managementGroupId: prop("managementGroupId") },
  },
  {
    classic: "policy:Definition",
    type: "authorization:PolicyDefinition",
    fields: { policyDefinitionName: prop("name"), displayName: prop("displayName") },
  },
  {
    classic: "policy:PolicySetDefinition",
    type: "authorization:PolicySetDefinition",
    fields: {
      policySetDefinitionName: prop("name"),
      displayName: prop("displayName"),
      policyDefinitions: items("policyDefinitionReferences", {
        policyDefinitionId: prop("policyDefinitionId"),
        policyDefinitionReferenceId: prop("referenceId"),
        parameters: json("parameterValues"),
      }),
    },
  },
  {
    classic: "authorization:Assignment",
    type: "authorization:RoleAssignment",
    fields: {
      roleAssignmentName: prop("name"),
      scope: prop("scope"),
      roleDefinitionId: role,
      principalId: prop("principalId"),
      principalType: prop("principalType"),
      condition: prop("condition"),
    },
  },
  {
    classic: "authorization:RoleDefinition",
    type: "authorization:RoleDefinition",
    fields: {
      roleName: prop("name"),
      roleDefinitionId: prop("roleDefinitionId"),
      scope: prop("scope"),
      permissions: prop("permissions"),
      assignableScopes: prop("assignableScopes"),
    },
  },
  {
    classic: "authorization:UserAssignedIdentity",
    type: "managedidentity:UserAssignedIdentity",
    fields: { ...common("resourceName"), principalId: prop("principalId") },
  },
  {
    classic: "management:Lock",
    type: "authorization:ManagementLockByScope",
    fields: { lockName: prop("name"), scope: prop("scope"), level: prop("lockLevel"), notes: prop("notes") },
  },
  {
    classic: "management:Group",
    type: "management:ManagementGroup",
    fields: { groupId: prop("name"), displayName: prop("displayName") },
  },
  {
    classic: "lighthouse:Definition",
    type: "managedservices:RegistrationDefinition",
    fields: {
      registrationDefinitionId: prop("lighthouseDefinitionId"),
      scope: prop("scope"),
      properties: block({
        registrationDefinitionName: prop("name"),
        managedByTenantId: prop("managingTenantId"),
        authorizations: items("authorizations", authorization),
        eligibleAuthorizations: items("eligibleAuthorizations", authorization),
      }),
    },
  },
  {
    classic: "lighthouse:Assignment",
    type: "managedservices:RegistrationAssignment",
    fields: {
      scope: prop("scope"),
      properties: block({ registrationDefinitionId: prop("lighthouseDefinitionId") }),
    },
  },
];
