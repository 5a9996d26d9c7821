import { getClientConfigOutput } from "@pulumi/azure-native/authorization";
import { Machine } from "@pulumi/azure-native/hybridcompute";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { UpdateManagerAccess } from "pulumi-azure-update-manager";

const config = new pulumi.Config();
const { subscriptionId } = getClientConfigOutput();

const web = new ResourceGroup("web");
const data = new ResourceGroup("data");
const warehouse = new Machine("warehouse", {
  resourceGroupName: data.name,
  vmId: "5d2f6c1e-8a64-4f0b-9a3f-0e1b7c9d2a85",
  osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } },
});

// Virtual Machine Contributor can do far more than patch. The custom role has the documented actions and no others.
const operators = new UpdateManagerAccess("operators", {
  principalId: config.require("operatorsGroupId"),
  principalType: "Group",
  operations: ["View", "Assess", "InstallNow", "ChangeUpdateSettings"],
  scopes: { web: { resourceGroupId: web.id }, data: { resourceGroupId: data.id } },
  customRole: {
    roleName: "Update Manager Operator (web and data)",
    description: "Assesses and patches machines, and changes how they are patched",
  },
});

// How a run proceeds is kept by the subscription, where the role above does not reach.
const status = new UpdateManagerAccess("operation-status", {
  principalId: config.require("operatorsGroupId"),
  principalType: "Group",
  operations: ["ReadOperationStatus"],
  scopes: { subscription: { subscriptionId } },
  customRole: {},
});

const authors = new UpdateManagerAccess("authors", {
  principalId: config.require("authorsGroupId"),
  principalType: "Group",
  operations: ["AuthorSchedules", "RemediatePolicies"],
  scopes: { subscription: { subscriptionId } },
});

const contractor = new UpdateManagerAccess("contractor", {
  principalId: config.require("contractorId"),
  principalType: "User",
  operations: ["View", "InstallNow"],
  scopes: { warehouse: { arcServerId: warehouse.id } },
  resourceTypes: ["Microsoft.HybridCompute/machines"],
});

export const roleNames = pulumi
  .all([operators.roleNames, status.roleNames, authors.roleNames, contractor.roleNames])
  .apply((names) => names.flat());
export const operatorRoleId = operators.customRoleDefinitionId;
