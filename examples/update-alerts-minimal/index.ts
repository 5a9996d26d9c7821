import { ResourceGroup } from "@pulumi/azure-native/resources";
import { UpdateAlerts } from "pulumi-azure-update-manager";

const web = new ResourceGroup("web");

const alerts = new UpdateAlerts("updates", {
  resourceGroupName: web.name,
  scopes: { web: { resourceGroupId: web.id } },
  actionGroup: { emailAddresses: { operations: "operations@example.com" } },
});

export const queries = alerts.queries;
