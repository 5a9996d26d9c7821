import type * as pulumi from "@pulumi/pulumi";
import { Problems } from "../shared/problems";
import { type AdministratorArgs, resolveAdministrator } from "./administrator";
import type { AdoptionArgs } from "./adoption";
import { type DiskArgs, resolveDisks } from "./disks";
import { type GuestArgs, resolveGuest } from "./guest";
import { type HostArgs, resolveHost } from "./host";
import { type ImageArgs, resolveImage } from "./image";
import { type NetworkArgs, resolveNetwork } from "./network";
import { type PatchArgs, resolvePatching } from "./patching";
import { resolveUserData, type UserDataArgs } from "./user-data";

/** Every argument that says what the machine is like. */
export type DesignArgs = AdministratorArgs &
  AdoptionArgs &
  DiskArgs &
  GuestArgs &
  HostArgs &
  ImageArgs &
  NetworkArgs &
  PatchArgs &
  UserDataArgs & { resourceGroupName: pulumi.Input<string> };

/**
 * Everything about the machine that follows from the arguments alone.
 *
 * @throws pulumi.InputPropertiesError with every argument that is wrong
 */
export function designVirtualMachine(name: string, args: DesignArgs) {
  const problems: Problems = new Problems(`UpdateReadyVirtualMachine ${JSON.stringify(name)}`);
  if (args.resourceGroupName === undefined) {
    problems.add("resourceGroupName", "give the resource group that the machine belongs to.");
  }
  if (args.adopt?.publicIpAddress !== undefined && args.publicIpAddress === undefined) {
    problems.add("adopt.publicIpAddress", "there is no address to take over without publicIpAddress: give that too.");
  }
  const image = resolveImage(args, problems);
  const network = resolveNetwork(args, args.zone, problems);
  const disks = resolveDisks(args, problems);
  // Without an image nothing is known of Trusted Launch: `true` is the default that finds no fault.
  const host = resolveHost(args, image?.trustedLaunch ?? true, problems);
  if (!image) problems.fail();
  const { operatingSystem } = image;
  const patching = resolvePatching(args, image, problems);
  const guest = {
    ...resolveGuest(name, args, operatingSystem, problems),
    administrator: resolveAdministrator(args, operatingSystem, problems),
    customData: resolveUserData(args, image, problems),
  };
  if (!patching || problems.any) problems.fail();
  return { image, network, disks, host, guest: { ...guest, operatingSystem, patching } };
}
