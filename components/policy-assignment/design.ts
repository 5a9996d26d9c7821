import type * as pulumi from "@pulumi/pulumi";
import type { BuiltInPolicy } from "../../facts/policies";
import { member } from "../shared/member";
import { isPlain, notOneOf, type Problems } from "../shared/problems";
import { isGuid, isManagementGroupId, isResourceGroupId, subscriptionIdOf } from "../shared/scope";
import { EnforcementMode, type PolicyAssignmentArgs, type RemediationArgs, ResourceDiscoveryMode } from "./arguments";

const remediationPage = "https://learn.microsoft.com/azure/governance/policy/how-to/remediate-resources";

/** An assignment of one built-in policy. */
export interface DesignedAssignment {
  /** What its resource's name ends with. */
  readonly name: string;
  readonly policy: BuiltInPolicy;
  /** What tells it from other assignments of the policy, for people. */
  readonly subject?: string;
  readonly parameters: Readonly<Record<string, pulumi.Input<unknown>>>;
  readonly nonComplianceMessage: pulumi.Input<string>;
  /** Where the policy's identity gets its roles beside the scope. */
  readonly roleScopes: Readonly<Record<string, pulumi.Input<string>>>;
}

/** What all the assignments of a component have in common. */
export interface AssignmentSettings {
  readonly scope: pulumi.Input<string>;
  readonly excludedScopes: pulumi.Input<string>[] | undefined;
  readonly location: pulumi.Input<string> | undefined;
  readonly identity: { readonly id: pulumi.Input<string>; readonly principalId: pulumi.Input<string> } | undefined;
  readonly grantRoles: boolean;
  readonly additionalRoleScopes: Readonly<Record<string, pulumi.Input<string>>>;
  readonly enforcementMode: EnforcementMode | undefined;
  readonly remediation: RemediationArgs | undefined;
}

/** Checks what the assignments have in common. `changesMachines`: some of the policies need an identity. */
export function resolveSettings(
  args: PolicyAssignmentArgs,
  changesMachines: boolean,
  problems: Problems,
): AssignmentSettings {
  const { scope, excludedScopes, location, userAssignedIdentity, roles = {}, enforcementMode, remediation } = args;
  if (scope === undefined)
    problems.add("scope", "give the id of a management group, a subscription or a resource group.");
  if (changesMachines && location === undefined) {
    problems.add(
      "location",
      `give the region of the managed identities: Azure Policy needs one. See ${remediationPage}`,
    );
  }
  if (!changesMachines) checkNothingChanges(args, problems);
  const wrongMode = enforcementMode && notOneOf(enforcementMode, Object.values(EnforcementMode));
  if (wrongMode) problems.add("enforcementMode", wrongMode);
  if (excludedScopes?.length === 0) problems.add("excludedScopes", "is empty: leave it out where nothing is left out.");
  if (roles.skip && roles.additionalScopes)
    problems.add("roles.additionalScopes", "has no effect with skip: leave it out.");
  if (remediation) checkRemediation(remediation, problems);
  return {
    scope: scope === undefined ? "" : resolveScope(scope, remediation, problems),
    excludedScopes: excludedScopes?.map((one, index) =>
      problems.checked(`excludedScopes[${index}]`, one, (id) => (isArmId(id) ? undefined : notAnId(id))),
    ),
    location,
    identity: userAssignedIdentity && {
      id: problems.checked("userAssignedIdentity.id", userAssignedIdentity.id, notAnIdentity),
      principalId: problems.checked("userAssignedIdentity.principalId", userAssignedIdentity.principalId, (id) =>
        isGuid(id) ? undefined : `${JSON.stringify(id)} is not a principal id, which is a GUID.`,
      ),
    },
    grantRoles: !roles.skip,
    additionalRoleScopes: resolveRoleScopes(scope, roles.additionalScopes ?? {}, problems),
    enforcementMode,
    remediation: remediation?.skip ? undefined : (remediation ?? {}),
  };
}

function resolveScope(
  scope: pulumi.Input<string>,
  remediation: RemediationArgs | undefined,
  problems: Problems,
): pulumi.Input<string> {
  const kindChecked = problems.checked("scope", scope, notAScope);
  return problems.checked("remediation.resourceDiscoveryMode", kindChecked, (id) =>
    isManagementGroupId(id) && remediation?.resourceDiscoveryMode === ResourceDiscoveryMode.ReEvaluateCompliance
      ? `"ReEvaluateCompliance" is not to be had at a management group: leave it out. See ${remediationPage}`
      : undefined,
  );
}

function resolveRoleScopes(
  scope: pulumi.Input<string>,
  additional: Readonly<Record<string, pulumi.Input<string>>>,
  problems: Problems,
): Readonly<Record<string, pulumi.Input<string>>> {
  const resolved: Record<string, pulumi.Input<string>> = {};
  const taken = new Map(isPlain(scope) ? [[scope?.toLowerCase(), "scope"]] : []);
  for (const [name, id] of Object.entries(additional)) {
    const path = member("roles.additionalScopes", name);
    resolved[name] = problems.checked(path, id, (value) => (isArmId(value) ? undefined : notAnId(value)));
    if (!isPlain(id)) continue;
    const earlier = taken.get(id.toLowerCase());
    if (earlier !== undefined) problems.add(path, `is the same as ${earlier}: leave it out.`);
    taken.set(id.toLowerCase(), path);
  }
  return resolved;
}

function checkNothingChanges(args: PolicyAssignmentArgs, problems: Problems): void {
  const { location, userAssignedIdentity, roles, remediation } = args;
  for (const [name, value] of Object.entries({ location, userAssignedIdentity, roles, remediation })) {
    if (value !== undefined) problems.add(name, "has no effect where no policy changes machines: leave it out.");
  }
}

function checkRemediation(remediation: RemediationArgs, problems: Problems): void {
  const { skip, resourceDiscoveryMode, resourceCount, parallelDeployments, failureThreshold, run } = remediation;
  if (skip) {
    const settings = { run, resourceDiscoveryMode, resourceCount, parallelDeployments, failureThreshold };
    for (const [name, value] of Object.entries(settings)) {
      if (value !== undefined) problems.add(`remediation.${name}`, "has no effect with skip: leave it out.");
    }
  }
  const wrongMode = resourceDiscoveryMode && notOneOf(resourceDiscoveryMode, Object.values(ResourceDiscoveryMode));
  if (wrongMode) problems.add("remediation.resourceDiscoveryMode", wrongMode);
  checkWhole("remediation.resourceCount", resourceCount, 50_000, problems);
  checkWhole("remediation.parallelDeployments", parallelDeployments, 30, problems);
  if (failureThreshold !== undefined && !(failureThreshold >= 0 && failureThreshold <= 1)) {
    problems.add("remediation.failureThreshold", `${failureThreshold} is not from 0 to 1. See ${remediationPage}`);
  }
}

function checkWhole(path: string, value: number | undefined, most: number, problems: Problems): void {
  if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= most)) return;
  problems.add(path, `${value} is not a whole number from 1 to ${most}. See ${remediationPage}`);
}

function notAScope(id: string): string | undefined {
  const subscription = id.startsWith("/") ? subscriptionIdOf(id) : undefined;
  if (isManagementGroupId(id) || isResourceGroupId(id) || subscription !== undefined) return undefined;
  return `${JSON.stringify(id)} is not the id of a management group ("/providers/Microsoft.Management/managementGroups/..."), a subscription ("/subscriptions/...") or a resource group ("/subscriptions/.../resourceGroups/...").`;
}

function isArmId(id: string): boolean {
  return /^\/(subscriptions\/[^/]+(\/|$)|providers\/[^/]+\/[^/]+\/[^/]+)/i.test(id);
}

function notAnId(id: string): string {
  return `${JSON.stringify(id)} is not the id of a resource, a resource group, a subscription or a management group.`;
}

function notAnIdentity(id: string): string | undefined {
  const pattern =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/]+$/i;
  return pattern.test(id) ? undefined : `${JSON.stringify(id)} is not the id of a user-assigned managed identity.`;
}
