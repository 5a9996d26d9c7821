/** What the scripts that a machine is given do to its updates, as far as their text tells. */
import { arcServers, computeDocs, guestPatching } from "./documents";
import { clientPolicyValues } from "./machine-settings";
import { linuxNetworkStatements, windowsNetworkStatements } from "./network";
import { type Fact, source } from "./source";

/** An act of a script, and the commands by which its text shows it; all of them have to appear. */
export interface ScriptedAct extends Fact {
  readonly act: string;
  readonly shownBy: readonly RegExp[];
}

/** Connecting a machine to Azure Arc: the agent's installers, and its own command. */
export const arcOnboarding: ScriptedAct = {
  act: "installs the Azure Connected Machine agent",
  shownBy: [
    /azcmagent(?:\.exe)?["']?[\s,"']+connect\b|aka\.ms\/(?:azcmagent|AzureConnectedMachineAgent)|install_(?:linux|windows)_azcmagent|AzureConnectedMachineAgent\.msi/i,
  ],
  source: source(arcServers("onboard-portal"), arcServers("prerequisites")),
};

/** Declaring an Azure VM a test machine of Azure Arc; otherwise the agent refuses to be installed there. */
export const arcTestMachine: ScriptedAct = {
  act: "declares an Azure VM a test machine of Azure Arc",
  shownBy: [/\bMSFT_ARC_TEST\b/],
  source: source(arcServers("plan-evaluate-on-azure-virtual-machine")),
};

// In one command, whether a line of a shell script or a list of cloud-init.
const command = (...words: string[]) => new RegExp(`\\b${words.join("\\b[^\\n;|&]*\\b")}\\b`, "i");

/** Stopping and masking packagekit, in either order. */
export const packagekitSilenced: ScriptedAct = {
  act: "stops and masks packagekit",
  shownBy: [
    command("mask", "packagekit"),
    new RegExp(
      [command("stop", "packagekit"), command("now", "packagekit"), command("packagekit(?:\\.service)?", "now")]
        .map(({ source }) => source)
        .join("|"),
      "i",
    ),
  ],
  source: source(guestPatching),
};

/** Connecting a system without a platform subscription to its vendor's, or to a server of one's own. */
export const subscriptionRegistered: ScriptedAct = {
  act: "registers the system for updates",
  shownBy: [
    /\bsubscription-manager\b[^\n;|&]*\bregister\b|\brh_subscription\b|\brhc["']?[\s,"']+connect\b|\bSUSEConnect\b|\bregistercloudguest\b|\bkatello-ca-consumer\b/i,
  ],
  source: source(
    computeDocs("virtual-machines/workloads/redhat/redhat-rhui"),
    computeDocs("virtual-machines/workloads/redhat/byos"),
  ),
};

/** The extensions that run scripts on an Arc-enabled server, as `publisher/type`. */
export const scriptExtensions = {
  names: ["Microsoft.Compute/CustomScriptExtension", "Microsoft.Azure.Extensions/CustomScript"],
  source: source(arcServers("security-extensions")),
} as const satisfies Fact & Record<string, unknown>;

/** Having the client of Windows Update ask a WSUS server, in whatever way the registry is written to. */
export const wsusUsed: ScriptedAct = {
  act: "has Windows Update ask a WSUS server",
  shownBy: [/\bUseWUServer\b[^\n]*?(?:\bdword:0*1\b|\b(?:0x0*)?1\b)/i],
  source: [...clientPolicyValues.useServer.source],
};

/** The address of a WSUS server, as a script writes it to the registry. */
export function wsusServerIn(text: string): string | undefined {
  return /\bWUServer\b[^\n]*?\b(https?:\/\/[^\s'"`;,)]+)/i.exec(text)?.[1];
}

/** Setting the proxy of WinHTTP, which is the one that Windows Update uses. */
export const winHttpProxySet: ScriptedAct = {
  act: "sets the proxy of WinHTTP",
  shownBy: [/\bnetsh(?:\.exe)?["']?[\s,"']+winhttp[\s,"']+(?:set[\s,"']+(?:adv)?proxy|import[\s,"']+proxy)\b/i],
  source: [...windowsNetworkStatements.winHttpProxy.source],
};

/** Setting the proxy of the user that a script runs as. */
export const userProxySet: ScriptedAct = {
  act: "sets the proxy of a user",
  shownBy: [
    /\b(?:HKCU|HKEY_CURRENT_USER)\b[^\n]*\bInternet Settings\b|\bInternet Settings\b[^\n]*\b(?:HKCU|HKEY_CURRENT_USER)\b/i,
    /\bProxyServer\b/i,
  ],
  source: [...windowsNetworkStatements.winHttpProxy.source],
};

/** Setting the proxy of a package manager of Linux. */
export const packageProxySet: ScriptedAct = {
  act: "sets the proxy of the package manager",
  shownBy: [
    /\bAcquire::https?::Proxy\b|^[\s-]*(?:https?_)?proxy[ \t]*[:=]|\bproxy=https?:|\/etc\/sysconfig\/proxy\b|\bhttps?_proxy=/im,
  ],
  source: [...linuxNetworkStatements.proxy.source],
};

/** Setting up repositories, by which a machine may get its updates elsewhere than its image says. */
export const repositoriesSetUp: ScriptedAct = {
  act: "sets up repositories of packages",
  shownBy: [
    /\/etc\/apt\/sources\.list\b|\bapt_mirror:|^\s*apt:\s*$|\/etc\/yum\.repos\.d\b|\byum_repos:|\b(?:yum|dnf)[ -]config-manager\b|\bzypper\b[^\n;|&]*\b(?:ar|addrepo|rr|removerepo|mr|modifyrepo)\b/im,
  ],
  source: [...linuxNetworkStatements.privateRepository.source],
};

/** Whether the text of a script does it. */
export function does({ shownBy }: ScriptedAct, text: string): boolean {
  return shownBy.every((pattern) => pattern.test(text));
}
