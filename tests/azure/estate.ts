import { type OfflineAzure, type OfflineAzureOptions, serveOfflineAzure } from "../../tools/azure";
import type { PropertyMap } from "../../tools/azure/property-values";
import { Client, type Created } from "./client";

/** An offline Azure with a client on it, and the resources that a machine needs. */
export class Estate {
  private constructor(
    readonly azure: OfflineAzure,
    readonly client: Client,
  ) {}

  static async open(options: OfflineAzureOptions = { unknownTypes: "reject" }): Promise<Estate> {
    const azure = await serveOfflineAzure(options);
    return new Estate(azure, new Client(azure.port));
  }

  async close(): Promise<void> {
    this.client.close();
    await this.azure.close();
  }

  async group(): Promise<Created> {
    return this.client.deploy("resources:ResourceGroup", "group", {
      resourceGroupName: "rg",
      location: "westeurope",
    });
  }

  async network(): Promise<Created> {
    return this.client.deploy("network:VirtualNetwork", "network", {
      resourceGroupName: "rg",
      virtualNetworkName: "network",
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    });
  }

  async subnet(more: PropertyMap = {}): Promise<Created> {
    return this.client.deploy("network:Subnet", "machines", {
      resourceGroupName: "rg",
      virtualNetworkName: "network",
      subnetName: "machines",
      addressPrefix: "10.0.1.0/24",
      ...more,
    });
  }

  async networkInterface(subnetId: string, more: PropertyMap = {}): Promise<Created> {
    return this.client.deploy("network:NetworkInterface", "nic", {
      resourceGroupName: "rg",
      networkInterfaceName: "nic",
      ipConfigurations: [{ name: "primary", subnet: { id: subnetId } }],
      ...more,
    });
  }

  /** A resource group, a network with a subnet, and an interface in it. */
  async interfaceInSubnet(): Promise<{ network: Created; subnet: Created; nic: Created }> {
    await this.group();
    const network = await this.network();
    const subnet = await this.subnet();
    return { network, subnet, nic: await this.networkInterface(subnet.id) };
  }
}

/** The inputs of a Linux machine that Azure takes. */
export function linuxMachine(nicId: string, linuxConfiguration: PropertyMap = {}): PropertyMap {
  return {
    resourceGroupName: "rg",
    vmName: "vm",
    location: "westeurope",
    hardwareProfile: { vmSize: "Standard_D2s_v5" },
    networkProfile: { networkInterfaces: [{ id: nicId }] },
    osProfile: {
      adminUsername: "azureuser",
      computerName: "vm",
      customData: "I2Nsb3VkLWNvbmZpZw==",
      linuxConfiguration: {
        disablePasswordAuthentication: true,
        ssh: { publicKeys: [{ keyData: "ssh-ed25519 AAAA", path: "/home/azureuser/.ssh/authorized_keys" }] },
        ...linuxConfiguration,
      },
    },
    storageProfile: {
      imageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
      osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "premium_lrs" } },
    },
  };
}

/** The inputs of a Windows machine that Azure takes. */
export function windowsMachine(nicId: string, windowsConfiguration: PropertyMap = {}): PropertyMap {
  return {
    ...linuxMachine(nicId),
    osProfile: {
      adminUsername: "azureuser",
      adminPassword: "correct-horse-9",
      computerName: "vm",
      windowsConfiguration,
    },
    storageProfile: {
      imageReference: {
        publisher: "MicrosoftWindowsServer",
        offer: "WindowsServer",
        sku: "2022-datacenter-g2",
        version: "latest",
      },
      osDisk: { createOption: "FromImage" },
    },
  };
}

/** The inputs of a schedule that Azure takes. */
export const schedule: PropertyMap = {
  resourceGroupName: "rg",
  resourceName: "schedule",
  location: "westeurope",
  maintenanceScope: "InGuestPatch",
  extensionProperties: { InGuestPatchMode: "User" },
  startDateTime: "2030-01-05 02:00",
  duration: "03:00",
  timeZone: "UTC",
  recurEvery: "Week Saturday",
  installPatches: {
    rebootSetting: "IfRequired",
    linuxParameters: { classificationsToInclude: ["Critical", "Security"] },
  },
};
