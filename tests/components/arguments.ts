import type { UpdateReadyVirtualMachineArgs } from "../../index";

export const sshPublicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPuwaZa0u7XVcLq/Nu4B9Bg3B7zX+WbEpodx8z6zhfbJ example";

export const adminPassword = "Correct-Horse-7";

const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/patching/providers";

/** The id of a resource, e.g. `id("Microsoft.Compute/disks/data")`. */
export const id = (resource: string) => `${group}/${resource}`;

export const subnetId = id("Microsoft.Network/virtualNetworks/network/subnets/machines");

export const customImageId = id("Microsoft.Compute/galleries/own/images/base/versions/1.0.0");

/** The fewest arguments for a Linux machine, and for a Windows one. */
export const linux: UpdateReadyVirtualMachineArgs = {
  resourceGroupName: "patching",
  subnetId,
  image: "ubuntu-24.04",
  sshPublicKeys: [sshPublicKey],
};
export const windows: UpdateReadyVirtualMachineArgs = {
  resourceGroupName: "patching",
  subnetId,
  image: "windows-server-2025",
  adminPassword,
};

/** A Linux machine from an image of one's own. */
export const custom: UpdateReadyVirtualMachineArgs = {
  ...linux,
  image: undefined,
  customImageId,
  operatingSystem: "Linux",
};
