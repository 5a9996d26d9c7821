import { ManagementGroup } from "@pulumi/azure-native/management";
import { PeriodicAssessment } from "pulumi-azure-update-manager";

const landingZones = new ManagementGroup("landing-zones", {
  groupId: "landing-zones",
  displayName: "Landing zones",
});
const sandboxes = new ManagementGroup("sandboxes", {
  groupId: "sandboxes",
  displayName: "Sandboxes",
  details: { parent: { id: landingZones.id } },
});

const assessment = new PeriodicAssessment("assessment", {
  scope: landingZones.id,
  excludedScopes: [sandboxes.id],
  location: "westeurope",
  audit: {},
  // At a management group a task finds machines once the policy has been evaluated, a day after its assignment:
  // another text starts the tasks again.
  remediation: { run: "1" },
});

export const policyAssignmentIds = assessment.policyAssignmentIds;
