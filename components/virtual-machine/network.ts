import type * as pulumi from "@pulumi/pulumi";
import type { Problems } from "../shared/problems";

/** The machine's network interface. */
export interface PrimaryNetworkInterfaceArgs {
  /** A fixed private IP address in the subnet. Default: Azure chooses one. */
  privateIpAddress?: pulumi.Input<string>;
  /** A network security group of its own. Default: none; the subnet's applies. */
  networkSecurityGroupId?: pulumi.Input<string>;
  /** Application security groups that it belongs to. Default: none. */
  applicationSecurityGroupIds?: pulumi.Input<string>[];
  /** Backend address pools of load balancers that it belongs to. Default: none. */
  loadBalancerBackendAddressPoolIds?: pulumi.Input<string>[];
  /** DNS servers in place of the virtual network's. Default: the virtual network's. */
  dnsServers?: pulumi.Input<string>[];
  /** Accelerated networking, which the machine's size must support. Default: off. */
  enableAcceleratedNetworking?: pulumi.Input<boolean>;
  /** Forwarding of traffic that is not addressed to the machine. Default: off. */
  enableIPForwarding?: pulumi.Input<boolean>;
  /** The name of the IP configuration. Default: `primary`. */
  ipConfigurationName?: pulumi.Input<string>;
}

/** A public IP address of the machine. */
export interface PublicAddressArgs {
  /** The first label of a DNS name in the region's domain. Default: no DNS name. */
  domainNameLabel?: pulumi.Input<string>;
  /** How long idle TCP connections live, in minutes, 4 to 30. Default: Azure's, 4. */
  idleTimeoutInMinutes?: pulumi.Input<number>;
  /** The availability zones of the address. Default: the machine's, else none. */
  zones?: pulumi.Input<string>[];
}

/** How the machine is connected. */
export interface NetworkArgs {
  /** The subnet of the network interface. It needs a way out to the update sources, such as a NAT gateway. */
  subnetId: pulumi.Input<string>;
  /** The network interface's settings. Default: a private address that Azure chooses. */
  networkInterface?: PrimaryNetworkInterfaceArgs;
  /** Network interfaces of one's own beside the component's, as the machine's size allows. Default: none. */
  additionalNetworkInterfaceIds?: pulumi.Input<string>[];
  /** Gives the machine a public IP address of its own; `{}` for one with every default. Default: none. */
  publicIpAddress?: PublicAddressArgs;
}

const subnetId =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Network\/virtualNetworks\/[^/]+\/subnets\/[^/]+$/i;

/** The network arguments with their defaults, less what depends on resources that the component creates. */
export function resolveNetwork(args: NetworkArgs, zone: pulumi.Input<string> | undefined, problems: Problems) {
  const { networkInterface = {}, publicIpAddress } = args;
  if (args.subnetId === undefined) problems.add("subnetId", "give the id of the subnet for the network interface.");
  const subnet = args.subnetId === undefined ? "" : problems.checked("subnetId", args.subnetId, notASubnetId);
  const { privateIpAddress } = networkInterface;
  return {
    ipConfiguration: {
      name: networkInterface.ipConfigurationName ?? "primary",
      primary: true,
      subnet: { id: subnet },
      ...(privateIpAddress === undefined
        ? { privateIPAllocationMethod: "Dynamic" }
        : { privateIPAllocationMethod: "Static", privateIPAddress: privateIpAddress }),
      applicationSecurityGroups: references(networkInterface.applicationSecurityGroupIds),
      loadBalancerBackendAddressPools: references(networkInterface.loadBalancerBackendAddressPoolIds),
    },
    networkInterface: {
      enableAcceleratedNetworking: networkInterface.enableAcceleratedNetworking,
      enableIPForwarding: networkInterface.enableIPForwarding,
      networkSecurityGroup: reference(networkInterface.networkSecurityGroupId),
      dnsSettings: networkInterface.dnsServers && { dnsServers: networkInterface.dnsServers },
    },
    publicIpAddress: publicIpAddress && {
      sku: { name: "Standard" },
      publicIPAllocationMethod: "Static",
      dnsSettings:
        publicIpAddress.domainNameLabel === undefined
          ? undefined
          : { domainNameLabel: publicIpAddress.domainNameLabel },
      idleTimeoutInMinutes:
        publicIpAddress.idleTimeoutInMinutes === undefined
          ? undefined
          : problems.checked(
              "publicIpAddress.idleTimeoutInMinutes",
              publicIpAddress.idleTimeoutInMinutes,
              wrongTimeout,
            ),
      zones: publicIpAddress.zones ?? (zone === undefined ? undefined : [zone]),
    },
  };
}

/** `{ id }`, as ARM refers to another resource; `undefined` for none. */
export function reference(id: pulumi.Input<string> | undefined): { id: pulumi.Input<string> } | undefined {
  return id === undefined ? undefined : { id };
}

function references(ids: pulumi.Input<string>[] | undefined): { id: pulumi.Input<string> }[] | undefined {
  return ids?.map((id) => ({ id }));
}

function notASubnetId(id: string): string | undefined {
  return subnetId.test(id) ? undefined : `${JSON.stringify(id)} is not the id of a subnet.`;
}

function wrongTimeout(minutes: number): string | undefined {
  if (Number.isInteger(minutes) && minutes >= 4 && minutes <= 30) return undefined;
  return `${minutes} is not a whole number of minutes from 4 to 30.`;
}
