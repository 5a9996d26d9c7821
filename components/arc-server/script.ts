import { agentCloudOf } from "../../facts/arc-agent";
import type { Cloud } from "../../facts/cloud";
import { OperatingSystem } from "../../facts/operating-system";
import { linuxScript } from "./linux-script";
import { windowsScript } from "./windows-script";

/** Everything that an onboarding script says, resolved. */
export interface ScriptValues {
  readonly operatingSystem: OperatingSystem;
  readonly cloud: Cloud;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly resourceGroupName: string;
  readonly location: string;
  readonly machineName?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly privateLinkScopeId?: string;
  readonly gatewayId?: string;
  readonly servicePrincipalId: string;
  /** Neither of the two: the secret comes from the environment. */
  readonly secret?: string;
  readonly certificatePath?: string;
  readonly proxyUrl?: string;
  readonly installerUrl?: string;
  readonly installPython: boolean;
  readonly enableAutomaticUpgrade: boolean;
  readonly settings: ReadonlyArray<{ readonly property: string; readonly value: string }>;
}

/** A flag of `azcmagent connect`, with its value if it takes one. */
export type ConnectFlag = readonly [flag: string, value?: string];

/** What either script is made of. */
export interface ScriptParts {
  readonly installerUrl: string;
  readonly proxyUrl: string | undefined;
  readonly installPython: boolean;
  readonly settings: ScriptValues["settings"];
  /** The arguments of `azcmagent connect`, less the secret, which goes through a file: flags, most with a value. */
  readonly connect: readonly ConnectFlag[];
  /** A secret to write into the script, one from the environment, or none beside a certificate. */
  readonly secret: { readonly value: string } | "environment" | "none";
}

/** The environment variable with the service principal's secret; Azure's own tools read it there too. */
export const secretVariable = "AZURE_CLIENT_SECRET";

/** The script that installs the agent on a server and connects it, for bash or for Windows PowerShell. */
export function onboardingScript(values: ScriptValues): string {
  const { name: cloud, installers } = agentCloudOf(values.cloud);
  const parts: ScriptParts = {
    installerUrl: values.installerUrl ?? installers[values.operatingSystem],
    proxyUrl: values.proxyUrl,
    installPython: values.installPython,
    settings: values.settings,
    connect: connectFlags(values, cloud),
    secret: secretOf(values),
  };
  return values.operatingSystem === OperatingSystem.Windows ? windowsScript(parts) : linuxScript(parts);
}

function secretOf({ secret, certificatePath }: ScriptValues): ScriptParts["secret"] {
  if (secret !== undefined) return { value: secret };
  return certificatePath === undefined ? "environment" : "none";
}

function connectFlags(values: ScriptValues, cloud: string): ConnectFlag[] {
  const flags: ReadonlyArray<readonly [flag: string, value: string | undefined]> = [
    ["--service-principal-id", values.servicePrincipalId],
    ["--service-principal-cert", values.certificatePath],
    ["--tenant-id", values.tenantId],
    ["--subscription-id", values.subscriptionId],
    ["--resource-group", values.resourceGroupName],
    ["--location", values.location],
    ["--cloud", cloud],
    ["--resource-name", values.machineName],
    ["--tags", tagList(values.tags)],
    ["--private-link-scope", values.privateLinkScopeId],
    ["--gateway-id", values.gatewayId],
  ];
  const given = flags.flatMap(([flag, value]): ConnectFlag[] => (value === undefined ? [] : [[flag, value]]));
  return values.enableAutomaticUpgrade ? [...given, ["--enable-automatic-upgrade"]] : given;
}

/** Tags as `azcmagent connect --tags` takes them; names or values with a space are quoted. */
function tagList(tags: ScriptValues["tags"] = {}): string | undefined {
  const quoted = (text: string) => (/\s/.test(text) ? `'${text}'` : text);
  const pairs = Object.entries(tags).map(([name, value]) => `${quoted(name)}=${quoted(value)}`);
  return pairs.length > 0 ? pairs.join(",") : undefined;
}

/** What is wrong with tags that must go through `azcmagent connect`, which has no way to write these characters. */
export function wrongTags(tags: Readonly<Record<string, string>>): string | undefined {
  for (const [name, value] of Object.entries(tags)) {
    if (/[,'"=]/.test(name)) return `the tag name ${JSON.stringify(name)} has one of , ' " = in it, ${cannotBeWritten}`;
    if (/[,'"]/.test(value)) {
      return `the tag ${JSON.stringify(name)} has one of , ' " in its value ${JSON.stringify(value)}, ${cannotBeWritten}`;
    }
  }
  return undefined;
}

const cannotBeWritten =
  "which azcmagent connect can't take. See https://learn.microsoft.com/azure/azure-arc/servers/azcmagent-connect#flags";
