import { Disk } from "@pulumi/azure-native/compute";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import {
  NatGateway,
  NetworkInterface,
  NetworkSecurityGroup,
  PublicIPAddress,
  Subnet,
  VirtualNetwork,
} from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import {
  AssessmentMode,
  DiskCaching,
  DiskDeleteOption,
  MaintenanceSchedule,
  PatchOrchestration,
  RebootSetting,
  StorageAccountType,
  UpdateReadyVirtualMachine,
} from "pulumi-azure-update-manager";

const config = new pulumi.Config();

const resourceGroup = new ResourceGroup("machines");
const resourceGroupName = resourceGroup.name;
const zone = "2";

const outboundAddress = new PublicIPAddress("outbound", {
  resourceGroupName,
  sku: { name: "Standard" },
  publicIPAllocationMethod: "Static",
});
const natGateway = new NatGateway("outbound", {
  resourceGroupName,
  sku: { name: "Standard" },
  publicIpAddresses: [{ id: outboundAddress.id }],
});
const network = new VirtualNetwork("network", {
  resourceGroupName,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
});
const subnet = new Subnet("machines", {
  resourceGroupName,
  virtualNetworkName: network.name,
  addressPrefix: "10.0.1.0/24",
  defaultOutboundAccess: false,
  natGateway: { id: natGateway.id },
});
const securityGroup = new NetworkSecurityGroup("web", { resourceGroupName });
const backup = new NetworkInterface("backup", {
  resourceGroupName,
  ipConfigurations: [{ name: "primary", subnet: { id: subnet.id } }],
});
const identity = new UserAssignedIdentity("web", { resourceGroupName });
const archive = new Disk("archive", {
  resourceGroupName,
  zones: [zone],
  creationData: { createOption: "Empty" },
  diskSizeGB: 1024,
  sku: { name: "StandardSSD_LRS" },
});

const web = new UpdateReadyVirtualMachine("web", {
  resourceGroupName,
  location: "westeurope",
  virtualMachineName: "web-01",
  tags: { team: "web" },
  imageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
  operatingSystem: "Linux",
  adminUsername: "operator",
  // With a password beside the keys, password logins are on.
  adminPassword: config.requireSecret("adminPassword"),
  sshPublicKeys: [config.require("sshPublicKey")],
  subnetId: subnet.id,
  networkInterface: {
    privateIpAddress: "10.0.1.10",
    networkSecurityGroupId: securityGroup.id,
    dnsServers: ["10.0.0.4"],
    enableAcceleratedNetworking: true,
    enableIPForwarding: true,
    ipConfigurationName: "first",
  },
  additionalNetworkInterfaceIds: [backup.id],
  publicIpAddress: { domainNameLabel: "web-example", idleTimeoutInMinutes: 10, zones: [zone] },
  patchOrchestration: PatchOrchestration.CustomerManagedSchedules,
  patchSettings: { assessmentMode: AssessmentMode.AutomaticByPlatform, rebootSetting: RebootSetting.IfRequired },
  vmSize: "Standard_E4s_v5",
  zone,
  systemAssignedIdentity: true,
  userAssignedIdentityIds: [identity.id],
  security: { trustedLaunch: true, secureBootEnabled: true, vTpmEnabled: true, encryptionAtHost: true },
  bootDiagnostics: { enabled: true },
  osDisk: {
    name: "web-01-system",
    diskSizeGB: 128,
    storageAccountType: StorageAccountType.Premium_LRS,
    caching: DiskCaching.ReadOnly,
    deleteOption: DiskDeleteOption.Delete,
  },
  dataDisks: [
    {
      lun: 0,
      name: "web-01-data",
      diskSizeGB: 512,
      storageAccountType: StorageAccountType.PremiumV2_LRS,
      deleteOption: DiskDeleteOption.Delete,
    },
    { lun: 1, managedDiskId: archive.id, caching: DiskCaching.ReadWrite, deleteOption: DiskDeleteOption.Detach },
  ],
  computerName: "web-01",
  customData: "#cloud-config\npackages: [nginx]\n",
  installPython: true,
});

new MaintenanceSchedule("saturday-night", {
  resourceGroupName,
  startDateTime: "2027-01-09 02:00",
  timeZone: "Europe/Berlin",
  recurrence: { weekly: { weekdays: ["Saturday"] } },
  virtualMachines: { web: { id: web.virtualMachineId } },
});

export const virtualMachineId = web.virtualMachineId;
export const virtualMachineName = web.virtualMachineName;
export const privateIpAddress = web.privateIpAddress;
export const publicIpAddress = web.publicIpAddress;
export const principalId = web.principalId;
