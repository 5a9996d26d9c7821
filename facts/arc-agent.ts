/** The Azure Connected Machine agent (`azcmagent`), which makes a server an Arc-enabled one. */
import { Cloud } from "./cloud";
import { arcServers, hybridComputeSchema, updateManager } from "./documents";
import { OperatingSystem } from "./operating-system";
import { type Fact, source } from "./source";
import { statement } from "./statement";

const connect = arcServers("azcmagent-connect");
const config = arcServers("azcmagent-config");
const proxySettings = arcServers("manage-agent-proxy-settings");
const privateLink = arcServers("private-link-security");
const extendedSecurityUpdates = arcServers("api-extended-security-updates");
const hotpatching = updateManager("manage-hot-patching-arc-machines");

/** What the agent calls a cloud. */
export interface AgentCloud extends Fact {
  readonly cloud: Cloud;
  /** The value of `azcmagent connect --cloud`. */
  readonly name: string;
  /** Where the portal's onboarding scripts get the script that installs the agent, by operating system. */
  readonly installers: Readonly<Record<OperatingSystem, string>>;
}

const agentCloud = (cloud: Cloud, name: string, domain: string, rest: Omit<Fact, "source"> = {}): AgentCloud => ({
  cloud,
  name,
  installers: {
    [OperatingSystem.Linux]: `https://gbl.his.arc.azure.${domain}/azcmagent-linux`,
    [OperatingSystem.Windows]: `https://gbl.his.arc.azure.${domain}/azcmagent-windows`,
  },
  source: source(connect),
  ...rest,
});

/**
 * The clouds of the agent. The installers lie below `*.his.arc.azure.*`, which every Arc-enabled server reaches anyway;
 * `aka.ms/azcmagent` and `aka.ms/azcmagent-windows`, which documents name too, are not on the list of endpoints.
 */
export const agentClouds: readonly AgentCloud[] = [
  agentCloud(Cloud.Public, "AzureCloud", "com"),
  agentCloud(Cloud.USGovernment, "AzureUSGovernment", "us"),
  agentCloud(Cloud.China, "AzureChinaCloud", "cn", {
    unconfirmed: "The installer's address follows those of the other clouds; no document shows it.",
  }),
];

/** What the agent calls a cloud. */
export function agentCloudOf(cloud: Cloud): AgentCloud {
  const found = agentClouds.find((candidate) => candidate.cloud === cloud);
  if (!found) throw new Error(`No cloud ${cloud}`);
  return found;
}

/** The services whose traffic `proxy.bypass` takes past the proxy. `AMA` and `ArcData` have no part in updates. */
export const ProxyBypass = { AAD: "AAD", ARM: "ARM", AMA: "AMA", Arc: "Arc", ArcData: "ArcData" } as const;
export type ProxyBypass = (typeof ProxyBypass)[keyof typeof ProxyBypass];

/** The settings of `azcmagent config`, beside those of the extension lists. */
export const agentSettings = {
  proxyUrl: "proxy.url",
  proxyBypass: "proxy.bypass",
  mode: "config.mode",
  extensionsEnabled: "extensions.enabled",
  guestConfigurationEnabled: "guestconfiguration.enabled",
  source: source(config, proxySettings, arcServers("security-extensions")),
} as const satisfies Fact & Record<string, unknown>;

/** The modes of the agent, by the values of `config.mode`: the first is its own. */
export const agentModes = {
  full: "full",
  monitor: "monitor",
  source: source(arcServers("security-extensions")),
} as const satisfies Fact & Record<string, unknown>;

/** How `azcmagent config` changes a setting: `set` replaces a list unless a flag says otherwise, `clear` unsets it. */
export const configCommands = {
  commands: ["set", "clear"],
  addFlags: ["--add", "-a"],
  removeFlags: ["--remove", "-r"],
  source: source(config),
} as const satisfies Fact & Record<string, unknown>;

/** The name of an Arc-enabled server: letters, digits, `.`, `-` and `_`, with a letter or a digit at the end. */
export const machineName = {
  pattern: /^[A-Za-z0-9._-]{0,53}[A-Za-z0-9]$/,
  longest: 54,
  source: source(arcServers("troubleshoot-agent-onboard"), hybridComputeSchema),
} as const satisfies Fact & Record<string, unknown>;

/** The systems that get Extended Security Updates through Azure Arc, by the `target` of their licence. */
export const extendedSecurityUpdateSystems = {
  targets: ["Windows Server 2012", "Windows Server 2012 R2", "Windows Server 2016"],
  /** Those whose support has ended, so that they get updates in no other way. */
  neededBy: ["Windows Server 2012", "Windows Server 2012 R2"],
  source: source(extendedSecurityUpdates, updateManager("extended-security-updates")),
} as const satisfies Fact & Record<string, unknown>;

/** The systems that hotpatch as Arc-enabled servers, in the editions Standard and Datacenter. */
export const hotpatchSystems = {
  systems: ["Windows Server 2025"],
  /** The feature of the licence profile of product type `WindowsServer` that enrols a server. */
  productFeature: "Hotpatch",
  source: source(hotpatching, hybridComputeSchema),
} as const satisfies Fact & Record<string, unknown>;

/** The agent and its resource in Azure. */
export const agentStatements = {
  createdByAgent: statement(
    "azcmagent connect creates the server's resource; one of the same name must not exist (AZCM0044).",
    source(connect, arcServers("troubleshoot-agent-onboard")),
  ),
  vmId: statement(
    "Azure refuses a resource without a valid vmId (HCRP400), which only the agent knows, unless its kind is that of a hypervisor that Azure manages.",
    source("Azure/azure-rest-api-specs issues/21163", "Azure/bicep-registry-modules issues/4389"),
  ),
  secretInFile: statement(
    "A service principal's secret is given to the agent in a configuration file, so that no console log shows it.",
    source(connect),
  ),
  noProxyAuthentication: statement(
    "The agent takes no user name and password for a proxy.",
    source(arcServers("onboard-portal")),
  ),
  monitorMode: statement(
    "In monitor mode neither list of extensions can be changed: the mode is set first.",
    source(arcServers("security-extensions")),
  ),
  privateLinkRegion: statement(
    "A server and its private link scope are in one region, and a server has one scope.",
    source(privateLink),
  ),
  privateLinkPermission: statement(
    "Whoever connects a server to a private link scope reads the scope (Microsoft.HybridCompute/privateLinkScopes/read).",
    source(arcServers("prerequisites")),
  ),
  licenceProfileRegion: statement("A licence profile is in the region of its server.", source(extendedSecurityUpdates)),
  virtualizationBasedSecurity: statement(
    "Hotpatching takes virtualization-based security on the server.",
    source(hotpatching),
  ),
} as const;
