import {
  MaintenanceSchedule,
  PatchOrchestration,
  UpdateReadyVirtualMachine,
  type UpdateReadyVirtualMachineArgs,
  Weekday,
} from "../../../../index";
import { adminPassword, customImageId, linux, sshPublicKey, subnetId, windows } from "../../arguments";
import { defineCase, id, tags, userAssignedIdentity } from "./case";

const complete: UpdateReadyVirtualMachineArgs = {
  ...linux,
  location: "westeurope",
  virtualMachineName: "web-production",
  tags,
  image: "rhel-9",
  adminUsername: "operator",
  sshPublicKeyIds: [id("Microsoft.Compute/sshPublicKeys/operator")],
  networkInterface: { privateIpAddress: "10.0.1.10", enableAcceleratedNetworking: true },
  publicIpAddress: { domainNameLabel: "web", idleTimeoutInMinutes: 10 },
  vmSize: "Standard_E4s_v5",
  zone: "2",
  systemAssignedIdentity: true,
  userAssignedIdentityIds: [userAssignedIdentity.id],
  security: { secureBootEnabled: false, encryptionAtHost: true },
  osDisk: { diskSizeGB: 128, storageAccountType: "Premium_LRS" },
  dataDisks: [
    { lun: 0, diskSizeGB: 512, storageAccountType: "UltraSSD_LRS", deleteOption: "Delete" },
    { lun: 1, managedDiskId: id("Microsoft.Compute/disks/existing"), caching: "ReadWrite" },
  ],
  computerName: "web-01",
  customData: "#cloud-config\n",
};

const hotpatched: UpdateReadyVirtualMachineArgs = {
  ...windows,
  image: "windows-server-2022-azure-edition-hotpatch",
  patchSettings: { enableHotpatching: true, assessmentMode: "AutomaticByPlatform" },
  timeZone: "W. Europe Standard Time",
  licenseType: "Windows_Server",
  availabilitySetId: id("Microsoft.Compute/availabilitySets/files"),
  bootDiagnostics: { enabled: false },
};

/** Machines of one's own image, and each way of being patched that a system has. */
const accepted: UpdateReadyVirtualMachineArgs[] = [
  complete,
  linux,
  windows,
  hotpatched,
  { resourceGroupName: "patching", subnetId, customImageId, operatingSystem: "Linux", adminPassword },
  { resourceGroupName: "patching", subnetId, customImageId, operatingSystem: "Windows", adminPassword },
  {
    ...linux,
    image: undefined,
    imageReference: { publisher: "Canonical", offer: "0001-com-ubuntu-server-jammy", sku: "22_04-lts-gen2" },
    sshPublicKeys: [sshPublicKey],
    patchOrchestration: "ImageDefault",
  },
  { ...linux, patchSettings: { rebootSetting: "Always", assessmentMode: "ImageDefault" } },
  { ...linux, patchOrchestration: "AzureManagedSafeDeployment" },
  { ...windows, image: "windows-server-2022", patchOrchestration: "AzureManagedSafeDeployment" },
  { ...windows, image: "windows-server-2022", patchOrchestration: "AutomaticByOS" },
  { ...windows, image: "windows-server-2019", patchOrchestration: "Manual" },
];

export const updateReadyVirtualMachine = defineCase<UpdateReadyVirtualMachineArgs>({
  component: UpdateReadyVirtualMachine,
  slug: "update-ready-virtual-machine",
  accepted,
  outputs: [
    "resourceGroupName",
    "subnetId",
    "location",
    "customImageId",
    "adminPassword",
    "computerName",
    "customData",
  ],
  children: [
    "azure-native:compute:VirtualMachine it",
    "azure-native:network:NetworkInterface it",
    "azure-native:network:PublicIPAddress it",
  ],
  // Assessment that was turned off, and Red Hat Enterprise Linux that Azure patches by itself: its custom data, which
  // can't change, is for whoever writes it.
  against: ["vm-periodic-assessment"],
  beside: (component, { patchSettings, patchOrchestration = PatchOrchestration.CustomerManagedSchedules }, opts) => {
    // The pack is right to want a schedule for a machine that waits for one, and to want none for another.
    if (patchOrchestration !== PatchOrchestration.CustomerManagedSchedules) return;
    const { virtualMachineId } = component as UpdateReadyVirtualMachine;
    const virtualMachines = { it: { id: virtualMachineId } };
    // It wants them to agree on restarts, too.
    const rebootSetting = patchSettings?.rebootSetting;
    const timing = { startDateTime: "2027-01-09 02:00", recurrence: { weekly: { weekdays: [Weekday.Saturday] } } };
    const args = { resourceGroupName: "patching", ...timing, rebootSetting, virtualMachines };
    new MaintenanceSchedule("weekly", args, opts);
  },
});
