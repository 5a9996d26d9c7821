import * as compute from "@pulumi/azure/compute";
import * as core from "@pulumi/azure/core";
import * as maintenance from "@pulumi/azure/maintenance";
import * as network from "@pulumi/azure/network";
import * as pulumi from "@pulumi/pulumi";

const ready = new pulumi.Config().requireBoolean("ready");

const group = new core.ResourceGroup("fleet", { location: "westeurope" });
const inGroup = { resourceGroupName: group.name, location: "westeurope" };

const vnet = new network.VirtualNetwork("network", { ...inGroup, addressSpaces: ["10.0.0.0/16"] });
const subnet = new network.Subnet("servers", {
  resourceGroupName: group.name,
  virtualNetworkName: vnet.name,
  addressPrefixes: ["10.0.1.0/24"],
  defaultOutboundAccessEnabled: false,
});
if (ready) {
  const gateway = new network.NatGateway("out", inGroup);
  const address = new network.PublicIp("out", { ...inGroup, allocationMethod: "Static", sku: "Standard" });
  new network.NatGatewayPublicIpAssociation("out", { natGatewayId: gateway.id, publicIpAddressId: address.id });
  new network.SubnetNatGatewayAssociation("servers", { subnetId: subnet.id, natGatewayId: gateway.id });
}
const securityGroup = new network.NetworkSecurityGroup("servers", inGroup);
new network.SubnetNetworkSecurityGroupAssociation("servers", {
  subnetId: subnet.id,
  networkSecurityGroupId: securityGroup.id,
});
const servers = new network.ApplicationSecurityGroup("servers", inGroup);
new network.NetworkSecurityRule("updates", {
  resourceGroupName: group.name,
  networkSecurityGroupName: securityGroup.name,
  direction: "Outbound",
  access: ready ? "Allow" : "Deny",
  priority: 200,
  protocol: "Tcp",
  sourcePortRange: "*",
  sourceApplicationSecurityGroupIds: servers.id,
  destinationPortRanges: ["80", "443"],
  destinationAddressPrefix: "Internet",
});

function networkInterface(name: string): network.NetworkInterface {
  const made = new network.NetworkInterface(name, {
    ...inGroup,
    ipConfigurations: [{ name: "internal", subnetId: subnet.id, privateIpAddressAllocation: "Dynamic" }],
  });
  new network.NetworkInterfaceApplicationSecurityGroupAssociation(name, {
    networkInterfaceId: made.id,
    applicationSecurityGroupId: servers.id,
  });
  return made;
}

const patching = ready
  ? {
      patchMode: "AutomaticByPlatform",
      patchAssessmentMode: "AutomaticByPlatform",
      bypassPlatformSafetyChecksOnUserScheduleEnabled: true,
    }
  : {};

const common = {
  ...inGroup,
  size: "Standard_D2s_v5",
  adminUsername: "azureuser",
  osDisk: { caching: "ReadWrite", storageAccountType: "Standard_LRS" },
  ...patching,
};
const web = new compute.LinuxVirtualMachine("web", {
  ...common,
  networkInterfaceIds: [networkInterface("web").id],
  sourceImageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
});
const files = new compute.WindowsVirtualMachine("files", {
  ...common,
  adminPassword: pulumi.secret("correct-Horse-battery-1"),
  networkInterfaceIds: [networkInterface("files").id],
  sourceImageReference: {
    publisher: "MicrosoftWindowsServer",
    offer: "WindowsServer",
    sku: "2022-datacenter-g2",
    version: "latest",
  },
});

const schedule = new maintenance.Configuration("weekly", {
  ...inGroup,
  scope: "InGuestPatch",
  inGuestUserPatchMode: "User",
  window: {
    startDateTime: "2026-01-10 02:00",
    duration: ready ? "03:00" : "04:30",
    timeZone: "W. Europe Standard Time",
    recurEvery: "1Week Saturday",
  },
  installPatches: {
    reboot: "IfRequired",
    linuxes: [{ classificationsToIncludes: ["Critical", "Security"] }],
    windows: [{ classificationsToIncludes: ["Critical", "Security"] }],
  },
});
for (const [name, machine] of Object.entries({ web, files })) {
  new maintenance.AssignmentVirtualMachine(name, {
    location: "westeurope",
    virtualMachineId: machine.id,
    maintenanceConfigurationId: schedule.id,
  });
}
