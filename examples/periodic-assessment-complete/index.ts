import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { PeriodicAssessment } from "pulumi-azure-update-manager";

const location = "westeurope";
const web = new ResourceGroup("web");
const images = new ResourceGroup("images");
const identities = new ResourceGroup("identities");

const identity = new UserAssignedIdentity("policies", { resourceGroupName: identities.name });

const assessment = new PeriodicAssessment("assessment", {
  scope: web.id,
  location,
  userAssignedIdentity: { id: identity.id, principalId: identity.principalId },
  // The machines use images of a gallery in another resource group, which their identity has to reach.
  roles: { additionalScopes: { images: images.id } },
  resourceTypes: ["Microsoft.Compute/virtualMachines"],
  osTypes: ["Linux"],
  locations: ["westeurope", "northeurope"],
  tags: { environment: "production" },
  tagOperator: "All",
  assessmentMode: "AutomaticByPlatform",
  nonComplianceMessage: "Machines of the web team are assessed every 24 hours.",
  remediation: {
    run: "2026-11",
    resourceDiscoveryMode: "ReEvaluateCompliance",
    resourceCount: 100,
    parallelDeployments: 5,
    failureThreshold: 0.1,
  },
  audit: { effect: "Audit" },
});

// What is not configured by the policy above is refused here from the start.
const strict = new PeriodicAssessment("strict", {
  scope: images.id,
  configure: false,
  audit: { effect: "Deny" },
});

export const policyAssignmentIds = assessment.policyAssignmentIds;
export const strictPolicyAssignmentIds = strict.policyAssignmentIds;
