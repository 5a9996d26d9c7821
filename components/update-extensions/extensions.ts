import type * as pulumi from "@pulumi/pulumi";
import { type PatchExtension, patchExtensions } from "../../facts/extensions";
import { machineResourceType } from "../../facts/machine-kind";
import { OperatingSystem } from "../../facts/operating-system";
import { Operation } from "../../facts/operations";
import { parseArcMachineId } from "../arc-server/resource-id";
import { isPlain, notOneOf, Problems } from "../shared/problems";

const workflow = "https://learn.microsoft.com/azure/update-manager/workflow-update-manager";
const automaticUpgrade = "https://learn.microsoft.com/azure/azure-arc/servers/manage-automatic-vm-extension-upgrade";

/** One of Update Manager's extensions. */
export interface UpdateExtensionArgs {
  /** Leaves the extension to Update Manager, which installs it with the first operation that needs it. Default: false. */
  skip?: boolean;
  /**
   * Whether the extension is there already, since Update Manager has installed it: it is taken up then instead of
   * created, which takes a `machineId` of plain text. Azure refuses a second one. Default: false.
   */
  installed?: boolean;
  /** The name of the extension's resource. Default: the extension's type, such as `LinuxPatchExtension`. */
  extensionName?: pulumi.Input<string>;
  /** The version to stay at, e.g. `1.6.48`; not with `enableAutomaticUpgrade: true`. Default: the newest, upgraded by Azure. */
  typeHandlerVersion?: pulumi.Input<string>;
  /** Whether Azure upgrades the extension. Default: true, or false with `typeHandlerVersion`. */
  enableAutomaticUpgrade?: boolean;
}

/** Which extensions a machine gets. */
export interface ExtensionArgs {
  /**
   * The resource id of an Arc-enabled server (`Microsoft.HybridCompute/machines`). An Azure virtual machine is refused:
   * Update Manager owns its extension there, and one that is declared as well gets in its way.
   */
  machineId: pulumi.Input<string>;
  /** The operating system of the machine. */
  operatingSystem: OperatingSystem;
  /** `LinuxPatchExtension` or `WindowsPatchExtension`, for periodic assessment. Default: installed, newest version. */
  patchExtension?: UpdateExtensionArgs;
  /**
   * `LinuxOsUpdateExtension` or `WindowsOsUpdateExtension`, for assessments and installations on demand and by
   * schedule. Default: installed, newest version.
   */
  osUpdateExtension?: UpdateExtensionArgs;
}

/** An extension to be declared. */
export interface ResolvedExtension {
  /** What the component's outputs call it. */
  readonly argument: "patchExtension" | "osUpdateExtension";
  readonly extension: PatchExtension;
  readonly extensionName: pulumi.Input<string>;
  readonly typeHandlerVersion: pulumi.Input<string> | undefined;
  readonly enableAutomaticUpgrade: boolean;
  /** The id of the extension to take up; `undefined` for one to create. */
  readonly importId: string | undefined;
}

/** What a machine gets: checked, with every default. */
export interface ResolvedExtensions {
  readonly machineId: pulumi.Input<string>;
  readonly extensions: readonly ResolvedExtension[];
}

/**
 * The extensions that the arguments ask for.
 *
 * @throws pulumi.InputPropertiesError with every argument that is wrong
 */
export function designUpdateExtensions(name: string, args: ExtensionArgs): ResolvedExtensions {
  const problems: Problems = new Problems(`UpdateExtensions ${JSON.stringify(name)}`);
  const { machineId, operatingSystem } = args;
  if (machineId === undefined) problems.add("machineId", "give the resource id of the Arc-enabled server.");
  const checkedId = machineId === undefined ? "" : problems.checked("machineId", machineId, notAnArcServer);
  const wrongSystem =
    operatingSystem === undefined
      ? "say what the server runs."
      : notOneOf(operatingSystem, Object.values(OperatingSystem));
  if (wrongSystem !== undefined) {
    problems.add("operatingSystem", wrongSystem);
    problems.fail();
  }
  const extensions = [
    resolveExtension("patchExtension", Operation.PeriodicAssessment, args, problems),
    resolveExtension("osUpdateExtension", Operation.Schedule, args, problems),
  ].filter((extension) => extension !== undefined);
  if (extensions.length === 0)
    problems.add("osUpdateExtension.skip", "with both extensions left out, nothing is left.");
  if (problems.any) problems.fail();
  return { machineId: checkedId, extensions };
}

function resolveExtension(
  argument: ResolvedExtension["argument"],
  operation: Operation,
  args: ExtensionArgs,
  problems: Problems,
): ResolvedExtension | undefined {
  const { skip, installed, extensionName, typeHandlerVersion, enableAutomaticUpgrade } = args[argument] ?? {};
  const [extension] = patchExtensions("arc", args.operatingSystem, operation);
  if (!extension) throw new Error(`No extension for ${operation} on ${args.operatingSystem}`);
  if (skip) {
    for (const [name, value] of Object.entries({
      installed,
      extensionName,
      typeHandlerVersion,
      enableAutomaticUpgrade,
    })) {
      if (value !== undefined) {
        problems.add(`${argument}.${name}`, `has no effect with ${argument}.skip: leave one of them out.`);
      }
    }
    return undefined;
  }
  if (typeHandlerVersion !== undefined && enableAutomaticUpgrade) {
    problems.add(
      `${argument}.enableAutomaticUpgrade`,
      `an extension that Azure upgrades does not stay at ${argument}.typeHandlerVersion: leave one of them out. See ${automaticUpgrade}`,
    );
  }
  const name = extensionName ?? extension.type;
  return {
    argument,
    extension,
    extensionName: name,
    typeHandlerVersion:
      typeHandlerVersion === undefined
        ? undefined
        : problems.checked(`${argument}.typeHandlerVersion`, typeHandlerVersion, notAVersion),
    enableAutomaticUpgrade: enableAutomaticUpgrade ?? typeHandlerVersion === undefined,
    importId: installed ? importId(argument, args.machineId, name, problems) : undefined,
  };
}

function importId(
  argument: string,
  machineId: pulumi.Input<string>,
  extensionName: pulumi.Input<string>,
  problems: Problems,
): string | undefined {
  if (machineId !== undefined && isPlain(machineId) && isPlain(extensionName)) {
    return `${machineId}/extensions/${extensionName}`;
  }
  problems.add(
    `${argument}.installed`,
    "takes machineId and extensionName as plain text: the engine imports the extension before anything is deployed.",
  );
  return undefined;
}

const virtualMachine =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/virtualMachines\/[^/]+$/i;

function notAnArcServer(id: string): string | undefined {
  if (parseArcMachineId(id)) return undefined;
  const shown = JSON.stringify(id);
  if (virtualMachine.test(id)) {
    return `${shown} is an Azure virtual machine: Update Manager installs its extension there and keeps it up to date by itself, and one that is declared gets in its way. Leave this component out. See ${workflow}`;
  }
  return `${shown} is not the id of a ${machineResourceType.arc} resource.`;
}

function notAVersion(version: string): string | undefined {
  if (/^\d+(\.\d+){1,3}$/.test(version)) return undefined;
  return `${JSON.stringify(version)} is not a version such as "1.6.48".`;
}
