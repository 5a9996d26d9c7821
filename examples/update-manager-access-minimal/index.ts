import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { UpdateManagerAccess } from "pulumi-azure-update-manager";

const config = new pulumi.Config();

const resourceGroup = new ResourceGroup("web");

const operators = new UpdateManagerAccess("operators", {
  principalId: config.require("operatorsGroupId"),
  principalType: "Group",
  operations: ["View", "Assess", "InstallNow"],
  scopes: { web: { resourceGroupId: resourceGroup.id } },
});

export const roleNames = operators.roleNames;
