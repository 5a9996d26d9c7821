import { getClientConfigOutput } from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { PeriodicAssessment } from "pulumi-azure-update-manager";

const { subscriptionId } = getClientConfigOutput();

const assessment = new PeriodicAssessment("assessment", {
  scope: pulumi.interpolate`/subscriptions/${subscriptionId}`,
  location: "westeurope",
});

export const policyAssignmentIds = assessment.policyAssignmentIds;
