import * as compute from "@pulumi/azure-native/compute";
import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import type { PatchOrchestration } from "../facts/machine-settings";
import type { OperatingSystem } from "../facts/operating-system";
import { type AdministratorArgs, readSshPublicKey } from "./virtual-machine/administrator";
import { type AdoptionArgs, adopting } from "./virtual-machine/adoption";
import { designVirtualMachine } from "./virtual-machine/design";
import type { DiskArgs } from "./virtual-machine/disks";
import { type GuestArgs, osProfile } from "./virtual-machine/guest";
import type { HostArgs } from "./virtual-machine/host";
import type { ImageArgs } from "./virtual-machine/image";
import type { NetworkArgs } from "./virtual-machine/network";
import type { PatchArgs } from "./virtual-machine/patching";
import type { UserDataArgs } from "./virtual-machine/user-data";

/** The arguments of {@link UpdateReadyVirtualMachine}. */
export interface UpdateReadyVirtualMachineArgs
  extends ImageArgs,
    AdministratorArgs,
    NetworkArgs,
    PatchArgs,
    HostArgs,
    DiskArgs,
    GuestArgs,
    UserDataArgs,
    AdoptionArgs {
  /** The resource group of the machine and of everything the component creates. */
  resourceGroupName: pulumi.Input<string>;
  /** The region. Default: the provider's `azure-native:location`, else the resource group's. */
  location?: pulumi.Input<string>;
  /** The machine's name in Azure, at most 64 characters. Default: the component's name and a random suffix. */
  virtualMachineName?: pulumi.Input<string>;
  /** Tags of everything the component creates. Default: none. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * A Linux or Windows virtual machine that Azure Update Manager can assess, patch on demand and patch on schedule: a
 * supported image, the agent and extension operations on, daily assessment, and the patch settings that a schedule
 * needs. It creates a network interface and, where asked to, a public IP address. A maintenance configuration is
 * assigned to it apart, by `virtualMachineName`.
 *
 * ```typescript
 * const web = new UpdateReadyVirtualMachine("web", {
 *   resourceGroupName: resourceGroup.name,
 *   subnetId: subnet.id,
 *   image: "ubuntu-24.04",
 *   sshPublicKeys: [sshPublicKey],
 * });
 * ```
 *
 * An argument that can't be had, or that has no effect beside the others, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that is an output is
 * checked when it resolves. What Azure has and the component has no argument for is set on its resources by the option
 * `transforms`.
 */
export class UpdateReadyVirtualMachine extends pulumi.ComponentResource {
  /** The machine's resource id. */
  public readonly virtualMachineId: pulumi.Output<string>;
  /** The machine's name in Azure, as a maintenance assignment's `resourceName` takes it. */
  public readonly virtualMachineName: pulumi.Output<string>;
  /** The resource id of the network interface that the component created. */
  public readonly networkInterfaceId: pulumi.Output<string>;
  /** The private IP address. */
  public readonly privateIpAddress: pulumi.Output<string | undefined>;
  /** The public IP address; `undefined` without `publicIpAddress`. */
  public readonly publicIpAddress: pulumi.Output<string | undefined>;
  /** The principal id of the machine's own identity; `undefined` without `systemAssignedIdentity`. */
  public readonly principalId: pulumi.Output<string | undefined>;
  /** The operating system. */
  public readonly operatingSystem: pulumi.Output<OperatingSystem>;
  /** Who decides when updates are installed. */
  public readonly patchOrchestration: pulumi.Output<PatchOrchestration>;

  /**
   * @param name the component's name, which its resources get too
   * @param args the machine's arguments
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: UpdateReadyVirtualMachineArgs, opts?: pulumi.ComponentResourceOptions) {
    const { image, network: networkDesign, disks, host, guest } = designVirtualMachine(name, args);
    // The arguments go to the state as they are, and the password must not.
    const recorded = { ...args, adminPassword: guest.administrator.adminPassword };
    super("pulumi-azure-update-manager:index:UpdateReadyVirtualMachine", name, recorded, opts);

    const { resourceGroupName, location, tags } = args;
    const common = { resourceGroupName, location, tags };

    const publicIpAddress =
      networkDesign.publicIpAddress &&
      new network.PublicIPAddress(
        name,
        { ...common, ...networkDesign.publicIpAddress },
        adopting(this, args.adopt?.publicIpAddress),
      );

    const networkInterface = new network.NetworkInterface(
      name,
      {
        ...common,
        ...networkDesign.networkInterface,
        ipConfigurations: [
          { ...networkDesign.ipConfiguration, publicIPAddress: publicIpAddress && { id: publicIpAddress.id } },
        ],
      },
      adopting(this, args.adopt?.networkInterface),
    );

    const readSshPublicKeys = guest.administrator.sshPublicKeyIds.map((key) => readSshPublicKey(key, this));
    const virtualMachine = new compute.VirtualMachine(
      name,
      {
        ...common,
        ...host,
        vmName: args.virtualMachineName,
        plan: image.plan,
        licenseType: guest.licenseType,
        additionalCapabilities: disks.needsUltraSsd ? { ultraSSDEnabled: true } : undefined,
        networkProfile: {
          networkInterfaces: [
            { id: networkInterface.id, primary: true },
            ...(args.additionalNetworkInterfaceIds ?? []).map((id) => ({ id, primary: false })),
          ],
        },
        storageProfile: {
          imageReference: image.reference,
          osDisk: { ...disks.osDisk, osType: image.operatingSystem },
          dataDisks: disks.dataDisks,
        },
        osProfile: osProfile(guest, readSshPublicKeys),
      },
      adopting(this, args.adopt?.virtualMachine),
    );

    this.virtualMachineId = virtualMachine.id;
    this.virtualMachineName = virtualMachine.name;
    this.networkInterfaceId = networkInterface.id;
    this.privateIpAddress = networkInterface.ipConfigurations.apply(
      (configurations) => configurations?.[0]?.privateIPAddress,
    );
    this.publicIpAddress = publicIpAddress ? publicIpAddress.ipAddress : pulumi.output(undefined);
    this.principalId = virtualMachine.identity.apply((identity) => identity?.principalId);
    this.operatingSystem = pulumi.output(image.operatingSystem);
    this.patchOrchestration = pulumi.output(guest.patching.orchestration);
    this.registerOutputs({
      virtualMachineId: this.virtualMachineId,
      virtualMachineName: this.virtualMachineName,
      networkInterfaceId: this.networkInterfaceId,
      privateIpAddress: this.privateIpAddress,
      publicIpAddress: this.publicIpAddress,
      principalId: this.principalId,
      operatingSystem: this.operatingSystem,
      patchOrchestration: this.patchOrchestration,
    });
  }
}
