import { VirtualNetwork } from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";

const resourceGroup = new ResourceGroup("machines");
const network = new VirtualNetwork("network", {
  resourceGroupName: resourceGroup.name,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
  // The way to repositories; in production, a NAT gateway of one's own.
  subnets: [{ name: "machines", addressPrefix: "10.0.1.0/24", defaultOutboundAccess: true }],
});

const web = new UpdateReadyVirtualMachine("web", {
  resourceGroupName: resourceGroup.name,
  subnetId: pulumi.interpolate`${network.id}/subnets/machines`,
  image: "ubuntu-24.04",
  sshPublicKeys: [new pulumi.Config().require("sshPublicKey")],
});

new MaintenanceSchedule("weekly", {
  resourceGroupName: resourceGroup.name,
  startDateTime: "2027-01-09 02:00",
  recurrence: { weekly: {} },
  virtualMachines: { web: { id: web.virtualMachineId } },
});
