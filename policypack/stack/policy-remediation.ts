import { sameName } from "./arm-id";
import type { PolicyAssignment } from "./policy-assignment";
import type { StackResource } from "./resource";
import { attempt } from "./three-valued";

/** The remediation tasks of Azure Policy, which change machines that exist already. */
export const remediationTypes = [
  "policyinsights:RemediationAtResource",
  "policyinsights:RemediationAtResourceGroup",
  "policyinsights:RemediationAtSubscription",
  "policyinsights:RemediationAtManagementGroup",
];

/** Whether a remediation task is one of the assignment. */
export function isRemediationOf(task: StackResource, { resource }: PolicyAssignment): boolean {
  const property = "policyAssignmentId";
  const sources = task.sourcesOf(property, "authorization:PolicyAssignment");
  if (sources.length > 0) return sources.some(({ urn }) => urn === resource.urn);
  const own = attempt(() => resource.outputs.text("id"));
  return typeof own === "string" && sameName(task.settings.text(property) ?? "", own);
}
