import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { ArcServer } from "pulumi-azure-update-manager";

const config = new pulumi.Config();

const resourceGroup = new ResourceGroup("servers");

const files = new ArcServer("files", {
  resourceGroupName: resourceGroup.name,
  location: resourceGroup.location,
  operatingSystem: "Linux",
  onboarding: {
    servicePrincipalId: config.require("applicationId"),
    servicePrincipalObjectId: config.require("objectId"),
  },
});

/** Run it on the server as root, with the service principal's secret in AZURE_CLIENT_SECRET. */
export const onboardingScript = files.onboardingScript;
