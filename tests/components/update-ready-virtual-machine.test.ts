import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { UpdateReadyVirtualMachine, type UpdateReadyVirtualMachineArgs } from "../../index";
import { adminPassword, customImageId, id, linux, sshPublicKey, subnetId, windows } from "./arguments";
import { registered, resolved } from "./program";

async function machine(args: UpdateReadyVirtualMachineArgs, functions?: Record<string, unknown>) {
  const resources = await registered(() => new UpdateReadyVirtualMachine("web", args), functions);
  const of = (type: string) => resources.find((resource) => resource.type === type)?.inputs;
  return {
    types: resources.map(({ type, name }) => `${type} ${name}`),
    component: of("pulumi-azure-update-manager:index:UpdateReadyVirtualMachine"),
    virtualMachine: of("azure-native:compute:VirtualMachine"),
    networkInterface: of("azure-native:network:NetworkInterface"),
    publicIpAddress: of("azure-native:network:PublicIPAddress"),
  };
}

describe("UpdateReadyVirtualMachine", () => {
  it("creates a Linux machine from the fewest arguments", async () => {
    const { types, networkInterface, virtualMachine } = await machine(linux);
    assert.deepEqual(types, [
      "pulumi-azure-update-manager:index:UpdateReadyVirtualMachine web",
      "azure-native:network:NetworkInterface web",
      "azure-native:compute:VirtualMachine web",
    ]);
    assert.deepEqual(networkInterface, {
      resourceGroupName: "patching",
      ipConfigurations: [
        { name: "primary", primary: true, subnet: { id: subnetId }, privateIPAllocationMethod: "Dynamic" },
      ],
    });
    assert.deepEqual(virtualMachine, {
      resourceGroupName: "patching",
      hardwareProfile: { vmSize: "Standard_D2s_v5" },
      securityProfile: {
        securityType: "TrustedLaunch",
        uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
      },
      diagnosticsProfile: { bootDiagnostics: { enabled: true } },
      networkProfile: {
        networkInterfaces: [{ id: "azure-native:network:NetworkInterface/web", primary: true }],
      },
      storageProfile: {
        imageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
        osDisk: {
          createOption: "FromImage",
          osType: "Linux",
          caching: "ReadWrite",
          deleteOption: "Delete",
          managedDisk: { storageAccountType: "StandardSSD_LRS" },
        },
      },
      osProfile: {
        computerName: "web",
        adminUsername: "azureuser",
        allowExtensionOperations: true,
        linuxConfiguration: {
          provisionVMAgent: true,
          disablePasswordAuthentication: true,
          ssh: { publicKeys: [{ path: "/home/azureuser/.ssh/authorized_keys", keyData: sshPublicKey }] },
          patchSettings: {
            patchMode: "AutomaticByPlatform",
            assessmentMode: "AutomaticByPlatform",
            automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true },
          },
        },
      },
    });
  });

  it("creates a Windows machine from the fewest arguments", async () => {
    const { virtualMachine } = await machine(windows);
    assert.deepEqual(virtualMachine?.osProfile, {
      computerName: "web",
      adminUsername: "azureuser",
      adminPassword,
      allowExtensionOperations: true,
      windowsConfiguration: {
        provisionVMAgent: true,
        enableAutomaticUpdates: true,
        patchSettings: {
          patchMode: "AutomaticByPlatform",
          assessmentMode: "AutomaticByPlatform",
          automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true },
        },
      },
    });
    assert.deepEqual(virtualMachine?.storageProfile, {
      imageReference: {
        publisher: "MicrosoftWindowsServer",
        offer: "WindowsServer",
        sku: "2025-datacenter-g2",
        version: "latest",
      },
      osDisk: {
        createOption: "FromImage",
        osType: "Windows",
        caching: "ReadWrite",
        deleteOption: "Delete",
        managedDisk: { storageAccountType: "StandardSSD_LRS" },
      },
    });
  });

  it("passes every argument on to the property that it is for", async () => {
    const { publicIpAddress, networkInterface, virtualMachine } = await machine(complete, {
      "azure-native:compute:getSshPublicKey": { publicKey: "ssh-rsa read-from-azure" },
    });
    assert.deepEqual(publicIpAddress, {
      resourceGroupName: "patching",
      location: "westeurope",
      tags: { team: "web" },
      sku: { name: "Standard" },
      publicIPAllocationMethod: "Static",
      dnsSettings: { domainNameLabel: "web" },
      idleTimeoutInMinutes: 10,
      zones: ["2"],
    });
    assert.deepEqual(networkInterface, {
      resourceGroupName: "patching",
      location: "westeurope",
      tags: { team: "web" },
      enableAcceleratedNetworking: true,
      enableIPForwarding: true,
      networkSecurityGroup: { id: id("Microsoft.Network/networkSecurityGroups/web") },
      dnsSettings: { dnsServers: ["10.0.0.4"] },
      ipConfigurations: [
        {
          name: "first",
          primary: true,
          subnet: { id: subnetId },
          privateIPAllocationMethod: "Static",
          privateIPAddress: "10.0.1.10",
          publicIPAddress: { id: "azure-native:network:PublicIPAddress/web" },
          applicationSecurityGroups: [{ id: id("Microsoft.Network/applicationSecurityGroups/web") }],
          loadBalancerBackendAddressPools: [
            { id: id("Microsoft.Network/loadBalancers/front/backendAddressPools/web") },
          ],
        },
      ],
    });
    assert.deepEqual(virtualMachine, {
      resourceGroupName: "patching",
      location: "westeurope",
      tags: { team: "web" },
      vmName: "web-production",
      zones: ["2"],
      hardwareProfile: { vmSize: "Standard_E4s_v5" },
      plan: { name: "hardened", product: "linux", publisher: "own" },
      licenseType: "RHEL_BYOS",
      proximityPlacementGroup: { id: id("Microsoft.Compute/proximityPlacementGroups/near") },
      host: { id: id("Microsoft.Compute/hostGroups/own/hosts/first") },
      capacityReservation: {
        capacityReservationGroup: { id: id("Microsoft.Compute/capacityReservationGroups/own") },
      },
      identity: {
        type: "SystemAssigned, UserAssigned",
        userAssignedIdentities: [id("Microsoft.ManagedIdentity/userAssignedIdentities/web")],
      },
      securityProfile: {
        securityType: "TrustedLaunch",
        uefiSettings: { secureBootEnabled: false, vTpmEnabled: true },
        encryptionAtHost: true,
      },
      additionalCapabilities: { ultraSSDEnabled: true },
      diagnosticsProfile: {
        bootDiagnostics: { enabled: true, storageUri: "https://own.blob.core.windows.net/" },
      },
      networkProfile: {
        networkInterfaces: [
          { id: "azure-native:network:NetworkInterface/web", primary: true },
          { id: id("Microsoft.Network/networkInterfaces/second"), primary: false },
        ],
      },
      storageProfile: {
        imageReference: { id: customImageId },
        osDisk: {
          createOption: "FromImage",
          osType: "Linux",
          name: "web-system",
          diskSizeGB: 128,
          caching: "ReadOnly",
          deleteOption: "Detach",
          managedDisk: {
            storageAccountType: "Premium_LRS",
            diskEncryptionSet: { id: id("Microsoft.Compute/diskEncryptionSets/own") },
          },
        },
        dataDisks: [
          {
            lun: 0,
            createOption: "Empty",
            name: "web-data",
            diskSizeGB: 512,
            caching: "None",
            deleteOption: "Delete",
            managedDisk: {
              storageAccountType: "UltraSSD_LRS",
              diskEncryptionSet: { id: id("Microsoft.Compute/diskEncryptionSets/own") },
            },
          },
          {
            lun: 1,
            createOption: "Attach",
            caching: "ReadWrite",
            deleteOption: "Detach",
            managedDisk: { id: id("Microsoft.Compute/disks/existing") },
          },
        ],
      },
      osProfile: {
        computerName: "web-01",
        adminUsername: "operator",
        adminPassword,
        customData: Buffer.from("#cloud-config\n").toString("base64"),
        allowExtensionOperations: true,
        linuxConfiguration: {
          provisionVMAgent: true,
          disablePasswordAuthentication: false,
          ssh: {
            publicKeys: [
              { path: "/home/operator/.ssh/authorized_keys", keyData: sshPublicKey },
              { path: "/home/operator/.ssh/authorized_keys", keyData: "ssh-rsa read-from-azure" },
            ],
          },
          patchSettings: {
            patchMode: "AutomaticByPlatform",
            assessmentMode: "ImageDefault",
            automaticByPlatformSettings: {
              bypassPlatformSafetyChecksOnUserSchedule: true,
              rebootSetting: "Never",
            },
          },
        },
      },
    });
  });

  it("has the outputs of its resources", async () => {
    let component: UpdateReadyVirtualMachine | undefined;
    await registered(() => {
      component = new UpdateReadyVirtualMachine("web", { ...linux, publicIpAddress: {} });
    });
    assert.ok(component);
    const outputs = pulumi.output({
      virtualMachineId: component.virtualMachineId,
      virtualMachineName: component.virtualMachineName,
      networkInterfaceId: component.networkInterfaceId,
      privateIpAddress: component.privateIpAddress,
      publicIpAddress: component.publicIpAddress,
      principalId: component.principalId,
      operatingSystem: component.operatingSystem,
      patchOrchestration: component.patchOrchestration,
    });
    assert.deepEqual(await resolved(outputs), {
      virtualMachineId: "azure-native:compute:VirtualMachine/web",
      virtualMachineName: "web1a2b3c4d",
      networkInterfaceId: "azure-native:network:NetworkInterface/web",
      privateIpAddress: "10.0.1.4",
      publicIpAddress: "203.0.113.7",
      principalId: "11111111-2222-3333-4444-555555555555",
      operatingSystem: "Linux",
      patchOrchestration: "CustomerManagedSchedules",
    });
  });

  it("registers the same resources on every run", async () => {
    const args = {
      ...linux,
      image: undefined,
      customImageId,
      operatingSystem: "Linux",
      customData: "#!/bin/sh\n",
    } as const;
    const first = await registered(() => new UpdateReadyVirtualMachine("web", args));
    const second = await registered(() => new UpdateReadyVirtualMachine("web", args));
    assert.deepEqual(second, first);
  });

  it("keeps one given patch setting from wiping out the others", async () => {
    const { virtualMachine } = await machine({ ...windows, patchSettings: { rebootSetting: "Always" } });
    assert.deepEqual(virtualMachine?.osProfile, {
      computerName: "web",
      adminUsername: "azureuser",
      adminPassword,
      allowExtensionOperations: true,
      windowsConfiguration: {
        provisionVMAgent: true,
        enableAutomaticUpdates: true,
        patchSettings: {
          patchMode: "AutomaticByPlatform",
          assessmentMode: "AutomaticByPlatform",
          automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true, rebootSetting: "Always" },
        },
      },
    });
  });

  it("makes a secret of the password, on the machine and in its own arguments", async () => {
    const secret: Record<string, Promise<boolean>> = {};
    const transformations: pulumi.ResourceTransformation[] = [
      ({ type, props }) => {
        const password: unknown = props.osProfile?.adminPassword ?? props.adminPassword;
        if (password !== undefined) secret[type] = pulumi.isSecret(pulumi.output(password));
        return undefined;
      },
    ];
    await registered(() => new UpdateReadyVirtualMachine("files", windows, { transformations }));
    assert.deepEqual(
      await Promise.all(Object.entries(secret).map(async ([type, isSecret]) => [type, await isSecret])),
      [
        ["pulumi-azure-update-manager:index:UpdateReadyVirtualMachine", true],
        ["azure-native:compute:VirtualMachine", true],
      ],
    );
  });

  it("takes over resources of the top level where it is asked to, and none otherwise", async () => {
    assert.deepEqual(await aliasesOf({ ...linux, publicIpAddress: {} }), {
      "azure-native:network:PublicIPAddress": [],
      "azure-native:network:NetworkInterface": [],
      "azure-native:compute:VirtualMachine": [],
    });
    const adopt = { virtualMachine: "web-vm", networkInterface: "web-nic", publicIpAddress: "web-ip" };
    assert.deepEqual(await aliasesOf({ ...linux, publicIpAddress: {}, adopt }), {
      "azure-native:network:PublicIPAddress": [{ name: "web-ip", parent: pulumi.rootStackResource }],
      "azure-native:network:NetworkInterface": [{ name: "web-nic", parent: pulumi.rootStackResource }],
      "azure-native:compute:VirtualMachine": [{ name: "web-vm", parent: pulumi.rootStackResource }],
    });
  });
});

async function aliasesOf(args: UpdateReadyVirtualMachineArgs) {
  const aliases: Record<string, unknown> = {};
  const transformations: pulumi.ResourceTransformation[] = [
    ({ type, opts }) => {
      // azure-native adds an alias for each older version of the type.
      const own = [opts.aliases ?? []]
        .flat()
        .filter((alias) => !(pulumi.Output.isInstance(alias) || "type" in Object(alias)));
      if (type.startsWith("azure-native:")) aliases[type] = own;
      return undefined;
    },
  ];
  await registered(() => new UpdateReadyVirtualMachine("web", args, { transformations }));
  return aliases;
}

const complete: UpdateReadyVirtualMachineArgs = {
  resourceGroupName: "patching",
  location: "westeurope",
  virtualMachineName: "web-production",
  tags: { team: "web" },
  customImageId,
  operatingSystem: "Linux",
  plan: { name: "hardened", product: "linux", publisher: "own" },
  adminUsername: "operator",
  adminPassword,
  sshPublicKeys: [sshPublicKey],
  sshPublicKeyIds: [id("Microsoft.Compute/sshPublicKeys/operator")],
  subnetId,
  networkInterface: {
    privateIpAddress: "10.0.1.10",
    networkSecurityGroupId: id("Microsoft.Network/networkSecurityGroups/web"),
    applicationSecurityGroupIds: [id("Microsoft.Network/applicationSecurityGroups/web")],
    loadBalancerBackendAddressPoolIds: [id("Microsoft.Network/loadBalancers/front/backendAddressPools/web")],
    dnsServers: ["10.0.0.4"],
    enableAcceleratedNetworking: true,
    enableIPForwarding: true,
    ipConfigurationName: "first",
  },
  additionalNetworkInterfaceIds: [id("Microsoft.Network/networkInterfaces/second")],
  publicIpAddress: { domainNameLabel: "web", idleTimeoutInMinutes: 10 },
  patchOrchestration: "CustomerManagedSchedules",
  patchSettings: { assessmentMode: "ImageDefault", rebootSetting: "Never" },
  vmSize: "Standard_E4s_v5",
  zone: "2",
  proximityPlacementGroupId: id("Microsoft.Compute/proximityPlacementGroups/near"),
  dedicatedHostId: id("Microsoft.Compute/hostGroups/own/hosts/first"),
  capacityReservationGroupId: id("Microsoft.Compute/capacityReservationGroups/own"),
  systemAssignedIdentity: true,
  userAssignedIdentityIds: [id("Microsoft.ManagedIdentity/userAssignedIdentities/web")],
  security: { trustedLaunch: true, secureBootEnabled: false, encryptionAtHost: true },
  bootDiagnostics: { storageUri: "https://own.blob.core.windows.net/" },
  osDisk: {
    name: "web-system",
    diskSizeGB: 128,
    storageAccountType: "Premium_LRS",
    caching: "ReadOnly",
    diskEncryptionSetId: id("Microsoft.Compute/diskEncryptionSets/own"),
    deleteOption: "Detach",
  },
  dataDisks: [
    {
      lun: 0,
      name: "web-data",
      diskSizeGB: 512,
      storageAccountType: "UltraSSD_LRS",
      diskEncryptionSetId: id("Microsoft.Compute/diskEncryptionSets/own"),
      deleteOption: "Delete",
    },
    { lun: 1, managedDiskId: id("Microsoft.Compute/disks/existing"), caching: "ReadWrite" },
  ],
  computerName: "web-01",
  licenseType: "RHEL_BYOS",
  customData: "#cloud-config\n",
  installPython: false,
};
