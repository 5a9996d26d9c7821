import type * as pulumi from "@pulumi/pulumi";
import { agentSettings, ProxyBypass } from "../../facts/arc-agent";
import { allowListName, extensionListProblems, extensionLists, patchExtensions } from "../../facts/extensions";
import { OperatingSystem } from "../../facts/operating-system";
import { checkedIfGiven } from "../shared/given";
import { notOneOf, type Problems } from "../shared/problems";
import { extensionListsPage, proxyPage } from "./documents";

/** How the Connected Machine agent is set up on the server, before it connects. What is not given is left as it is. */
export interface ArcAgentArgs {
  /** The proxy of the agent, `http://host:port`, without user name and password. Default: none. */
  proxyUrl?: pulumi.Input<string>;
  /** The services that are reached past the proxy. Default: `Arc` with `privateLinkScopeId`, else none. */
  proxyBypass?: ProxyBypass[];
  /**
   * Lets in no other extensions than these, as `publisher/type`, and those of Update Manager, which are added. `[]` is
   * Update Manager alone. Default: every extension is let in.
   */
  allowedExtensions?: string[];
  /** Extensions that are kept out, as `publisher/type`. Default: none. */
  blockedExtensions?: string[];
  /** Whether policies of machine configuration apply. Default: left as it is, which is on for a new agent. */
  guestConfigurationEnabled?: boolean;
  /** Whether Azure upgrades the agent; in preview. Default: false. */
  enableAutomaticUpgrade?: boolean;
  /**
   * Whether Python, on which Update Manager's extensions for Linux run, is installed where it is missing. Linux only.
   * Default: true.
   */
  installPython?: boolean;
  /**
   * Where the script that installs the agent comes from, such as a mirror of one's own. Default: where the Azure
   * portal's script gets it, below `his.arc.azure.com` or the cloud's own domain.
   */
  installerUrl?: pulumi.Input<string>;
}

/** A property of `azcmagent config`. */
export interface AgentSetting {
  readonly property: string;
  readonly value: pulumi.Input<string>;
}

/** The agent, as the onboarding script sets it up. */
export interface ResolvedAgent {
  readonly proxyUrl: pulumi.Input<string> | undefined;
  readonly installerUrl: pulumi.Input<string> | undefined;
  readonly installPython: boolean;
  readonly enableAutomaticUpgrade: boolean;
  /** In the order in which they must be set. */
  readonly settings: readonly AgentSetting[];
}

/** The agent that the arguments describe. */
export function resolveAgent(
  args: ArcAgentArgs,
  operatingSystem: OperatingSystem,
  privateLink: boolean,
  problems: Problems,
): ResolvedAgent {
  const { proxyUrl, guestConfigurationEnabled, installPython, installerUrl } = args;
  if (installPython !== undefined && operatingSystem === OperatingSystem.Windows) {
    problems.add("agent.installPython", "Update Manager needs no Python on Windows: leave it out.");
  }
  const proxy = checkedIfGiven(problems, "agent.proxyUrl", proxyUrl, wrongProxyUrl);
  const settings: AgentSetting[] = [
    // The lists can't be changed in monitor mode, so that the mode comes first.
    { property: agentSettings.mode, value: "full" },
    { property: agentSettings.extensionsEnabled, value: "true" },
    ...extensionSettings(args, operatingSystem, problems),
  ];
  if (guestConfigurationEnabled !== undefined) {
    settings.push({ property: agentSettings.guestConfigurationEnabled, value: String(guestConfigurationEnabled) });
  }
  if (proxy !== undefined) settings.push({ property: agentSettings.proxyUrl, value: proxy });
  const bypass = proxyBypass(args, privateLink, problems);
  if (bypass.length > 0) settings.push({ property: agentSettings.proxyBypass, value: bypass.join(",") });
  return {
    proxyUrl: proxy,
    installerUrl: checkedIfGiven(problems, "agent.installerUrl", installerUrl, notAnHttpsUrl),
    installPython: operatingSystem === OperatingSystem.Linux && (installPython ?? true),
    enableAutomaticUpgrade: args.enableAutomaticUpgrade ?? false,
    settings,
  };
}

function proxyBypass(args: ArcAgentArgs, privateLink: boolean, problems: Problems): readonly string[] {
  const { proxyUrl, proxyBypass } = args;
  if (proxyBypass === undefined) return proxyUrl !== undefined && privateLink ? [ProxyBypass.Arc] : [];
  if (proxyUrl === undefined) {
    problems.add("agent.proxyBypass", `has no effect without agent.proxyUrl: leave it out. See ${proxyPage}`);
  }
  for (const [index, service] of proxyBypass.entries()) {
    const wrong = notOneOf(service, Object.values(ProxyBypass));
    if (wrong) problems.add(`agent.proxyBypass[${index}]`, `${wrong} See ${proxyPage}`);
  }
  return proxyBypass;
}

function extensionSettings(
  { allowedExtensions, blockedExtensions = [] }: ArcAgentArgs,
  operatingSystem: OperatingSystem,
  problems: Problems,
): AgentSetting[] {
  checkNames("agent.allowedExtensions", allowedExtensions ?? [], problems);
  checkNames("agent.blockedExtensions", blockedExtensions, problems);
  for (const { extension } of extensionListProblems(operatingSystem, { blockList: blockedExtensions })) {
    const index = blockedExtensions.findIndex((name) => name.toLowerCase() === extension.toLowerCase());
    problems.add(
      `agent.blockedExtensions[${index}]`,
      `${JSON.stringify(extension)} is what Update Manager works with: leave it out. See ${extensionListsPage}`,
    );
  }
  const settings: AgentSetting[] = [];
  if (allowedExtensions !== undefined) {
    const own = patchExtensions("arc", operatingSystem).map(allowListName);
    const names = new Map([...own, ...allowedExtensions].map((name) => [name.toLowerCase(), name] as const));
    settings.push({ property: extensionLists.allowList, value: [...names.values()].join(",") });
  }
  if (blockedExtensions.length > 0) {
    settings.push({ property: extensionLists.blockList, value: blockedExtensions.join(",") });
  }
  return settings;
}

function checkNames(path: string, names: readonly string[], problems: Problems): void {
  for (const [index, name] of names.entries()) {
    if (name.toLowerCase() === extensionLists.allowNone.toLowerCase()) {
      problems.add(
        `${path}[${index}]`,
        `${JSON.stringify(name)} would keep out Update Manager's extensions: leave it out. See ${extensionListsPage}`,
      );
    } else if (!/^[\w.-]+\/[\w.-]+$/.test(name)) {
      problems.add(
        `${path}[${index}]`,
        `${JSON.stringify(name)} is not an extension's publisher/type, such as "Microsoft.Azure.Monitor/AzureMonitorLinuxAgent". See ${extensionListsPage}`,
      );
    }
  }
}

function wrongProxyUrl(url: string): string | undefined {
  const parsed = parse(url);
  // What has a password in it is not shown.
  if (parsed && (parsed.username !== "" || parsed.password !== "")) {
    return `the agent can't sign in to a proxy: give it without user name and password. See ${proxyPage}`;
  }
  const plain = parsed !== undefined && parsed.pathname === "/" && parsed.search === "" && parsed.hash === "";
  if (plain && (parsed.protocol === "http:" || parsed.protocol === "https:")) return undefined;
  return `${JSON.stringify(url)} is not "http://host:port". See ${proxyPage}`;
}

function notAnHttpsUrl(url: string): string | undefined {
  return parse(url)?.protocol === "https:" ? undefined : `${JSON.stringify(url)} is not a URL that begins with https.`;
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
