import { UpdateManagedFleet, type UpdateManagedFleetArgs } from "../../../../index";
import { adminPassword, sshPublicKey, subnetId } from "../../arguments";
import { arcServerId, defineCase, maintenanceConfigurationId, principalId, tags } from "./case";

const complete: UpdateManagedFleetArgs = {
  resourceGroupName: "patching",
  location: "westeurope",
  tags,
  machines: {
    web: { image: "ubuntu-24.04", sshPublicKeys: [sshPublicKey], ring: "canary" },
    files: { image: "windows-server-2025", adminPassword },
  },
  network: {
    addressPrefix: "10.1.0.0/24",
    sources: { windowsUpdate: true, linuxDistributions: ["Ubuntu"] },
    networkSecurityGroup: { firstPriority: 2000, allowInternet: true },
    natGateway: { zone: "1", idleTimeoutInMinutes: 10 },
  },
  access: { principals: { operators: { principalId } } },
  schedule: {
    startDateTime: "2027-01-11 22:00",
    timeZone: "Europe/Berlin",
    rings: { canary: 0, broad: 4 },
    arcServers: { ledger: { id: arcServerId, ring: "canary" } },
  },
  assessment: { osTypes: ["Linux"], roles: { skip: true }, remediation: { skip: true } },
  alerts: {
    actionGroup: { emailAddresses: { operations: "operations@example.com" } },
    failedAssessments: { skip: true },
    missedAssessments: { skip: true },
    pendingUpdates: { skip: true },
  },
};

const common = { resourceGroupName: "patching", location: "westeurope" };

export const updateManagedFleet = defineCase<UpdateManagedFleetArgs>({
  component: UpdateManagedFleet,
  slug: "update-managed-fleet",
  accepted: [
    complete,
    { ...common, machines: { web: { image: "ubuntu-24.04", sshPublicKeys: [sshPublicKey] } } },
    {
      ...common,
      machines: { files: { image: "windows-server-2022", adminPassword } },
      network: { subnetId },
      schedule: { maintenanceConfigurationIds: { weekly: maintenanceConfigurationId } },
      assessment: { skip: true },
      alerts: { skip: true },
    },
    { ...common, machines: {}, network: { skip: true }, schedule: { arcServers: { ledger: { id: arcServerId } } } },
  ],
  outputs: ["resourceGroupName", "location", "machines.*.adminPassword", "network.subnetId", "access.principals.*.*Id"],
  // Roles and remediation that are left to somebody else, as the access to a subscription is; and machines that are.
  against: ["pa-role", "pa-remediation", "ra-subscription-status", "mc-unattached"],
  children: [
    "azure-native:applicationinsights:Workbook it",
    "azure-native:authorization:PolicyAssignment it-linux-arc-servers",
    "azure-native:authorization:PolicyAssignment it-linux-virtual-machines",
    "azure-native:authorization:RoleAssignment it-fleet-reader",
    "azure-native:authorization:RoleAssignment it-operators-fleet-azure-connected-machine-resource-administrator",
    "azure-native:authorization:RoleAssignment it-operators-fleet-reader",
    "azure-native:authorization:RoleAssignment it-operators-fleet-virtual-machine-contributor",
    "azure-native:compute:VirtualMachine it-files",
    "azure-native:compute:VirtualMachine it-web",
    "azure-native:maintenance:ConfigurationAssignment it-broad-files",
    "azure-native:maintenance:ConfigurationAssignment it-canary-ledger",
    "azure-native:maintenance:ConfigurationAssignment it-canary-web",
    "azure-native:maintenance:MaintenanceConfiguration it-broad",
    "azure-native:maintenance:MaintenanceConfiguration it-canary",
    "azure-native:managedidentity:UserAssignedIdentity it",
    "azure-native:monitor:ActionGroup it",
    "azure-native:monitor:ScheduledQueryRule it-failed-installations",
    "azure-native:network:NatGateway it",
    "azure-native:network:NetworkInterface it-files",
    "azure-native:network:NetworkInterface it-web",
    "azure-native:network:NetworkSecurityGroup it",
    "azure-native:network:PublicIPAddress it",
    "azure-native:network:SecurityRule it-AzureFrontDoor-FirstParty",
    "azure-native:network:SecurityRule it-AzureUpdateDelivery",
    "azure-native:network:SecurityRule it-deny-internet",
    "azure-native:network:SecurityRule it-internet-80",
    "azure-native:network:Subnet it",
    "azure-native:network:VirtualNetwork it",
  ],
});
