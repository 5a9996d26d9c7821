/** What the scripts that a machine is given do to its updates, as far as their text tells. */
import { arcServers, computeDocs, guestPatching } from "./documents";
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

/** Whether the text of a script does it. */
export function does({ shownBy }: ScriptedAct, text: string): boolean {
  return shownBy.every((pattern) => pattern.test(text));
}
