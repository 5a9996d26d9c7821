import { updateManager, updateManagerPolicy } from "../documents";
import { source } from "../source";
import { type Statement, statement } from "../statement";

/** Assignments of the built-in policies, beyond their parameters. */
export const policyAssignmentStatements = {
  identityAndLocation: statement(
    "An assignment of a Modify or DeployIfNotExists policy has a managed identity and a location; without both it is rejected, or can't remediate.",
    source(updateManager("periodic-assessment-at-scale")),
    { unconfirmed: "The behaviour of Azure Policy in general; the documents of Update Manager do not state it." },
  ),
  roleAssignment: statement(
    "The identity is granted its roles by role assignments of one's own: the portal makes them, a deployment by code does not. The region of the identity does not matter, and later changes of a definition's roles never change grants.",
    source("https://docs.azure.cn/governance/policy/how-to/remediate-resources"),
  ),
  remediation: statement(
    "Existing machines change when a remediation task (Microsoft.PolicyInsights/remediations) runs, not before.",
    source(updateManager("periodic-assessment-at-scale")),
  ),
  virtualMachineContributor: statement(
    "Virtual Machine Contributor is too weak for remediating VMs of gallery images or with encrypted disks: it takes Contributor, and role assignments of their own for linked resources in other resource groups or subscriptions.",
    source(updateManager("troubleshoot")),
  ),
  notDuringCreation: statement(
    "The policy on periodic assessment does not reach specialized, migrated and restored VMs while they are created, and those on schedules miss generalized ones too: run a remediation task afterwards.",
    source(updateManager("troubleshoot")),
  ),
  onePerOperatingSystem: statement(
    "Windows and Linux take separate assignments of the policies on periodic assessment.",
    source(updateManager("periodic-assessment-at-scale")),
  ),
  prerequisitesBesideSchedules: statement(
    "The policy that assigns a schedule finds a machine compliant by its maintenanceConfigurationId alone: once somebody resets patchMode or the bypass flag, the machine stays compliant while its schedule fails. Assign the policy on prerequisites beside it.",
    source(
      "https://github.com/Azure/azure-policy/issues/1209",
      updateManagerPolicy("AzUpdateMgmtCenter_ScheduledPatching_DINE"),
    ),
  ),
  linuxPatchModeAlias: statement(
    "The alias Microsoft.Compute/virtualMachines/osProfile.linuxConfiguration.patchSettings.patchMode can't be modified, so a Modify policy of one's own on the patch mode of Linux may not be possible.",
    source("https://github.com/Azure/azure-policy/issues/1277", "https://github.com/Azure/azure-policy/issues/1209"),
    { unconfirmed: "Reported in February 2024; no document states it." },
  ),
  retiredPreview: statement(
    "Version 1.0.0-preview of the policy that assigns schedules, gone from the repository since, found every machine non-compliant: its existence condition was a placeholder.",
    source(updateManager("troubleshoot")),
  ),
} as const satisfies Record<string, Statement>;
