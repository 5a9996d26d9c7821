import * as authorization from "@pulumi/azure-native/authorization";
import * as policyinsights from "@pulumi/azure-native/policyinsights";
import * as pulumi from "@pulumi/pulumi";
import { policyDefinitionId } from "../../facts/policies";
import { builtInRole } from "../../facts/roles";
import { mapInput } from "../shared/input";
import { assignRole, guidOf, PrincipalType } from "../shared/role-assignment";
import { isManagementGroupId } from "../shared/scope";
import { ResourceDiscoveryMode } from "./arguments";
import type { AssignmentSettings, DesignedAssignment } from "./design";

/** The identity of policies, and where it needs which roles. */
interface Identity {
  readonly name: string;
  readonly principalId: pulumi.Input<string>;
  /** The GUIDs of role definitions. */
  readonly roles: readonly string[];
  readonly scopes: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Assigns policies, with their identities' roles and remediation tasks. Gives back the assignments' ids, by name. */
export function assignPolicies(
  parent: pulumi.ComponentResource,
  name: string,
  designed: readonly DesignedAssignment[],
  settings: AssignmentSettings,
): Readonly<Record<string, pulumi.Output<string>>> {
  const { identity, remediation, additionalRoleScopes } = settings;
  const changing = designed.filter(({ policy }) => policy.roles.length > 0);
  const shared = identity
    ? grantRoles(parent, settings, {
        name,
        principalId: identity.principalId,
        roles: [...new Set(changing.flatMap(({ policy }) => policy.roles))],
        scopes: Object.assign({}, additionalRoleScopes, ...changing.map(({ roleScopes }) => roleScopes)),
      })
    : [];
  const ids: Record<string, pulumi.Output<string>> = {};
  for (const one of designed) {
    const assignmentName = `${name}-${one.name}`;
    const assignment = assignPolicy(parent, assignmentName, one, settings);
    ids[one.name] = assignment.id;
    if (one.policy.roles.length === 0) continue;
    const roleAssignments = identity
      ? shared
      : grantRoles(parent, settings, {
          name: assignmentName,
          principalId: principalIdOf(assignment),
          roles: one.policy.roles,
          scopes: { ...additionalRoleScopes, ...one.roleScopes },
        });
    if (remediation) remediate(parent, assignmentName, assignment, one.parameters, settings, roleAssignments);
  }
  return ids;
}

function assignPolicy(
  parent: pulumi.ComponentResource,
  name: string,
  { policy, subject, parameters, nonComplianceMessage }: DesignedAssignment,
  { scope, excludedScopes, location, identity, enforcementMode }: AssignmentSettings,
): authorization.PolicyAssignment {
  const changesMachines = policy.roles.length > 0;
  return new authorization.PolicyAssignment(
    name,
    {
      policyAssignmentName: mapInput(scope, (id) => policyAssignmentName(id, name)),
      scope,
      notScopes: excludedScopes,
      policyDefinitionId: policyDefinitionId(policy.guid),
      displayName: subject === undefined ? policy.displayName : `${policy.displayName} (${subject})`,
      parameters: Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, { value }])),
      nonComplianceMessages: [{ message: nonComplianceMessage }],
      enforcementMode,
      ...(changesMachines && {
        location,
        identity: identity
          ? { type: "UserAssigned", userAssignedIdentities: [identity.id] }
          : { type: "SystemAssigned" },
      }),
    },
    // Azure keeps the region of an identity, and the name is taken until the old assignment is gone.
    { parent, replaceOnChanges: ["location"], deleteBeforeReplace: true },
  );
}

function principalIdOf(assignment: authorization.PolicyAssignment): pulumi.Output<string> {
  return assignment.identity.apply((identity) => {
    if (identity === undefined) throw new pulumi.ResourceError("Azure gave the assignment no identity.", assignment);
    return identity.principalId;
  });
}

/**
 * The name of a policy assignment: 24 characters, which is what a management group allows, and what the portal makes.
 * People read the display name.
 */
export function policyAssignmentName(scope: string, resourceName: string): string {
  return shortName("policyAssignments", scope, `${pulumi.getProject()}/${pulumi.getStack()}/${resourceName}`);
}

function shortName(...texts: readonly string[]): string {
  return guidOf(...texts)
    .replaceAll("-", "")
    .slice(0, 24);
}

function grantRoles(
  parent: pulumi.ComponentResource,
  { scope, grantRoles: granting }: AssignmentSettings,
  { name, principalId, roles, scopes }: Identity,
): authorization.RoleAssignment[] {
  if (!granting) return [];
  const places: (readonly [string, pulumi.Input<string>])[] = [
    ["", scope],
    ...Object.entries(scopes).map(([key, id]) => [`-${key}`, id] as const),
  ];
  return roles.flatMap((role) => {
    const roleName = builtInRole(role)?.name.toLowerCase().replaceAll(" ", "-") ?? role;
    return places.map(([suffix, place]) =>
      assignRole(parent, `${name}-${roleName}${suffix}`, {
        scope: place,
        principalId,
        principalType: PrincipalType.ServicePrincipal,
        role,
        description: "Azure Policy changes machines for Azure Update Manager",
      }),
    );
  });
}

function remediate(
  parent: pulumi.ComponentResource,
  name: string,
  assignment: authorization.PolicyAssignment,
  parameters: DesignedAssignment["parameters"],
  { scope, excludedScopes, remediation = {} }: AssignmentSettings,
  roleAssignments: authorization.RoleAssignment[],
): void {
  const { resourceDiscoveryMode, resourceCount, parallelDeployments, failureThreshold } = remediation;
  // Remediations of a subscription or a resource group would be written to the provider's subscription, whatever the
  // scope. Those of a resource go where they are told to, and the request is the same.
  new policyinsights.RemediationAtResource(
    name,
    {
      resourceId: mapInput(scope, (id) => id.replace(/^\//, "")),
      // A task runs once and can't change then: for other machines or with other settings there is another task.
      remediationName: pulumi
        .output({ assignment: [assignment.id, assignment.instanceId], parameters, excludedScopes, remediation })
        .apply((task) => shortName("remediations", JSON.stringify(task))),
      policyAssignmentId: assignment.id,
      resourceDiscoveryMode: resourceDiscoveryMode ?? mapInput(scope, defaultDiscoveryMode),
      resourceCount,
      parallelDeployments,
      failureThreshold: failureThreshold === undefined ? undefined : { percentage: failureThreshold },
    },
    // Azure refuses to delete a task that runs (hashicorp/terraform-provider-azurerm pull 7914).
    { parent, dependsOn: roleAssignments, retainOnDelete: true },
  );
}

function defaultDiscoveryMode(scope: string): ResourceDiscoveryMode {
  return isManagementGroupId(scope)
    ? ResourceDiscoveryMode.ExistingNonCompliant
    : ResourceDiscoveryMode.ReEvaluateCompliance;
}
