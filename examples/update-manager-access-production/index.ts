import { getClientConfigOutput } from "@pulumi/azure-native/authorization";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { UpdateManagerAccess } from "pulumi-azure-update-manager";

const config = new pulumi.Config();
const { subscriptionId } = getClientConfigOutput();
const subscription = { subscription: { subscriptionId } };

const patching = new ResourceGroup("patching");

// Whoever patches can't change when it happens, and whoever decides when can't touch a machine.
new UpdateManagerAccess("operators", {
  principalId: config.require("operatorsGroupId"),
  principalType: "Group",
  operations: ["View", "Assess", "InstallNow", "ReadOperationStatus"],
  scopes: subscription,
  customRole: {},
});
new UpdateManagerAccess("authors", {
  principalId: config.require("authorsGroupId"),
  principalType: "Group",
  operations: ["AuthorSchedules"],
  scopes: subscription,
});
new UpdateManagerAccess("auditors", {
  principalId: config.require("auditorsGroupId"),
  principalType: "Group",
  operations: ["View"],
  scopes: subscription,
});

// A pipeline that assesses machines after a deployment, and can do nothing else.
const pipeline = new UserAssignedIdentity("assessment-pipeline", { resourceGroupName: patching.name });
const assessor = new UpdateManagerAccess("assessor", {
  principalId: pipeline.principalId,
  principalType: "ServicePrincipal",
  operations: ["Assess", "ReadOperationStatus"],
  scopes: subscription,
  customRole: {},
});

export const pipelineClientId = pipeline.clientId;
export const assessorRoleId = assessor.customRoleDefinitionId;
