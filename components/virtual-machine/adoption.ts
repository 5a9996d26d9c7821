import * as pulumi from "@pulumi/pulumi";

/** The resources that a component takes over, by the names that the program gave them at its top level. */
export interface AdoptedResourcesArgs {
  /** The name of the `VirtualMachine` to take over. Default: none. */
  virtualMachine?: string;
  /** The name of the `NetworkInterface` to take over. Default: none. */
  networkInterface?: string;
  /** The name of the `PublicIPAddress` to take over, with the argument `publicIpAddress`. Default: none. */
  publicIpAddress?: string;
}

/** How existing resources become part of the component. */
export interface AdoptionArgs {
  /**
   * Resources that the program declared at its top level before and that the component takes over as they are, instead
   * of deleting them and creating others. Azure can't change some properties of a machine, so give the same
   * `computerName`, `adminUsername`, image, `osDisk.name` and custom data (with `installPython: false`), and see that
   * the preview replaces nothing. It can stay afterwards. Default: none.
   */
  adopt?: AdoptedResourcesArgs;
}

/** The options of a component's resource that takes over the one that had `name` at the top level, if any. */
export function adopting(parent: pulumi.ComponentResource, name: string | undefined): pulumi.CustomResourceOptions {
  return name === undefined ? { parent } : { parent, aliases: [{ name, parent: pulumi.rootStackResource }] };
}
