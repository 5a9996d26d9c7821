import * as hybridcompute from "@pulumi/azure-native/hybridcompute";
import * as pulumi from "@pulumi/pulumi";
import { parseArcMachineId } from "./arc-server/resource-id";
import { designUpdateExtensions, type ExtensionArgs, type ResolvedExtension } from "./update-extensions/extensions";

/** The arguments of {@link UpdateExtensions}. */
export interface UpdateExtensionsArgs extends ExtensionArgs {
  /** The region of the server's resource. Default: the provider's `azure-native:location`, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Tags of the extensions. Default: none. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * Update Manager's two extensions on an Arc-enabled server, declared. Update Manager installs each by itself with the
 * first operation that needs it, so that nothing is missing without this component. It is for teams that want them in
 * place before the first run, at a version of their own, or in their plan.
 *
 * ```typescript
 * new UpdateExtensions("files", { machineId: filesId, operatingSystem: "Linux" });
 * ```
 *
 * The settings of the extensions stay Update Manager's: it writes into them what each operation is to do. The agent
 * must let the extensions in, as the script of an `ArcServer` sees to.
 *
 * An argument that can't be had, or that has no effect beside the others, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that is an output is
 * checked when it resolves.
 */
export class UpdateExtensions extends pulumi.ComponentResource {
  /** The resource id of the extension for periodic assessment; `undefined` where it is skipped. */
  public readonly patchExtensionId: pulumi.Output<string | undefined>;
  /** The resource id of the extension for assessments and installations; `undefined` where it is skipped. */
  public readonly osUpdateExtensionId: pulumi.Output<string | undefined>;

  /**
   * @param name the component's name, which its resources get too
   * @param args the machine and its extensions
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: UpdateExtensionsArgs, opts?: pulumi.ComponentResourceOptions) {
    const { machineId, extensions } = designUpdateExtensions(name, args);
    super("pulumi-azure-update-manager:index:UpdateExtensions", name, args, opts);

    const machine = pulumi.output(machineId).apply((id) => parseArcMachineId(id));
    const declared = new Map<ResolvedExtension["argument"], hybridcompute.MachineExtension>();
    for (const { argument, extension, extensionName, importId, ...versions } of extensions) {
      const resource = new hybridcompute.MachineExtension(
        `${name}-${childNames[argument]}`,
        {
          resourceGroupName: machine.apply((known) => known?.resourceGroupName ?? ""),
          machineName: machine.apply((known) => known?.machineName ?? ""),
          extensionName,
          location: args.location,
          properties: { publisher: extension.publisher, type: extension.type, ...versions },
          tags: args.tags,
        },
        {
          parent: this,
          import: importId,
          ignoreChanges: importId === undefined ? ownedByService : [...ownedByService, ...leftAsItIs(args, versions)],
        },
      );
      declared.set(argument, resource);
    }

    this.patchExtensionId = pulumi.output(declared.get("patchExtension")?.id);
    this.osUpdateExtensionId = pulumi.output(declared.get("osUpdateExtension")?.id);
    this.registerOutputs({
      patchExtensionId: this.patchExtensionId,
      osUpdateExtensionId: this.osUpdateExtensionId,
    });
  }
}

const childNames: Readonly<Record<ResolvedExtension["argument"], string>> = {
  patchExtension: "patch",
  osUpdateExtension: "os-update",
};

/** What Update Manager writes into its extensions with every operation. */
const ownedByService = ["forceUpdateTag", "instanceView", "protectedSettings", "settings"].map(
  (property) => `properties.${property}`,
);

/** What an extension that was installed before keeps where the program says nothing of it. */
function leftAsItIs(args: UpdateExtensionsArgs, { typeHandlerVersion }: { typeHandlerVersion?: unknown }): string[] {
  return [
    ...(args.location === undefined ? ["location"] : []),
    ...(args.tags === undefined ? ["tags"] : []),
    ...(typeHandlerVersion === undefined ? ["properties.typeHandlerVersion"] : []),
    "properties.autoUpgradeMinorVersion",
  ];
}
