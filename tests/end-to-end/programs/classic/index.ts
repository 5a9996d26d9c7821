import * as pulumi from "@pulumi/pulumi";

/** A resource of the classic Azure provider, declared without its SDK: by module, resource and arguments. */
class Classic extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;

  constructor(
    module: string,
    resource: string,
    name: string,
    args: pulumi.Inputs,
    opts?: pulumi.CustomResourceOptions,
  ) {
    const token = `azure:${module}/${resource.charAt(0).toLowerCase()}${resource.slice(1)}:${resource}`;
    super(token, name, { name: undefined, ...args }, opts);
  }
}

const ready = new pulumi.Config().requireBoolean("ready");

const group = new Classic("core", "ResourceGroup", "fleet", { location: "westeurope" });
const inGroup = { resourceGroupName: group.name, location: "westeurope" };

const network = new Classic("network", "VirtualNetwork", "network", { ...inGroup, addressSpaces: ["10.0.0.0/16"] });
const subnet = new Classic("network", "Subnet", "servers", {
  resourceGroupName: group.name,
  virtualNetworkName: network.name,
  addressPrefixes: ["10.0.1.0/24"],
  defaultOutboundAccessEnabled: false,
});
if (ready) {
  const gateway = new Classic("network", "NatGateway", "out", { ...inGroup });
  const address = new Classic("network", "PublicIp", "out", {
    ...inGroup,
    allocationMethod: "Static",
    sku: "Standard",
  });
  new Classic("network", "NatGatewayPublicIpAssociation", "out", {
    natGatewayId: gateway.id,
    publicIpAddressId: address.id,
  });
  new Classic("network", "SubnetNatGatewayAssociation", "servers", { subnetId: subnet.id, natGatewayId: gateway.id });
}
const securityGroup = new Classic("network", "NetworkSecurityGroup", "servers", { ...inGroup });
new Classic("network", "SubnetNetworkSecurityGroupAssociation", "servers", {
  subnetId: subnet.id,
  networkSecurityGroupId: securityGroup.id,
});

function networkInterface(name: string): Classic {
  return new Classic("network", "NetworkInterface", name, {
    ...inGroup,
    ipConfigurations: [{ name: "internal", subnetId: subnet.id, privateIpAddressAllocation: "Dynamic" }],
  });
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
const web = new Classic("compute", "LinuxVirtualMachine", "web", {
  ...common,
  networkInterfaceIds: [networkInterface("web").id],
  sourceImageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
});
const files = new Classic("compute", "WindowsVirtualMachine", "files", {
  ...common,
  networkInterfaceIds: [networkInterface("files").id],
  sourceImageReference: {
    publisher: "MicrosoftWindowsServer",
    offer: "WindowsServer",
    sku: "2022-datacenter-g2",
    version: "latest",
  },
});

const schedule = new Classic("maintenance", "Configuration", "weekly", {
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
  new Classic("maintenance", "AssignmentVirtualMachine", name, {
    location: "westeurope",
    virtualMachineId: machine.id,
    maintenanceConfigurationId: schedule.id,
  });
}
