import { VirtualMachine } from "@pulumi/azure-native/compute";
import { NetworkInterface } from "@pulumi/azure-native/network";
import { sshPublicKey } from "../arguments";
import { resourceGroupName, subnetId } from "./network";

const networkInterface = new NetworkInterface("web-nic", {
  resourceGroupName,
  ipConfigurations: [{ name: "ipconfig", subnet: { id: subnetId } }],
});

new VirtualMachine("web-vm", {
  resourceGroupName,
  hardwareProfile: { vmSize: "Standard_D2s_v3" },
  securityProfile: {
    securityType: "TrustedLaunch",
    uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
  },
  networkProfile: { networkInterfaces: [{ id: networkInterface.id }] },
  storageProfile: {
    imageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
    osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "StandardSSD_LRS" } },
  },
  osProfile: {
    computerName: "web",
    adminUsername: "azureuser",
    linuxConfiguration: {
      disablePasswordAuthentication: true,
      ssh: { publicKeys: [{ path: "/home/azureuser/.ssh/authorized_keys", keyData: sshPublicKey }] },
    },
  },
});
