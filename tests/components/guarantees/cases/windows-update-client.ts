import { WindowsUpdateClient, type WindowsUpdateClientArgs } from "../../../../index";
import { arcServerId, defineCase, tags, windowsMachineId } from "./case";

const virtualMachines = { files: { id: windowsMachineId, location: "westeurope" } };

export const windowsUpdateClient = defineCase<WindowsUpdateClientArgs>({
  component: WindowsUpdateClient,
  slug: "windows-update-client",
  accepted: [
    {
      virtualMachines,
      arcServers: { ledger: { id: arcServerId } },
      automaticUpdates: "Off",
      updateSource: "Wsus",
      wsus: {
        serverUrl: "https://wsus.example.com:8531",
        targetGroups: ["Servers", "Broad"],
        blockInternetLocations: true,
        allowTrustedPublishers: true,
      },
      trigger: "2027-01-09",
      timeoutInSeconds: 300,
      tags,
    },
    { virtualMachines, updateSource: "MicrosoftUpdate" },
    { arcServers: { ledger: { id: arcServerId } }, updateSource: "WindowsUpdate" },
    {
      arcServers: { ledger: { id: arcServerId } },
      patchOrchestration: "AutomaticByOS",
      automaticUpdates: "ScheduledInstall",
      scheduledInstall: { weekday: "Sunday", hour: 4, alwaysAutoRestartMinutes: 30 },
    },
  ],
  outputs: ["virtualMachines.*.id", "virtualMachines.*.location", "wsus.serverUrl", "trigger", "patchOrchestration"],
  children: [
    "azure-native:compute:VirtualMachineRunCommandByVirtualMachine it-files",
    "azure-native:hybridcompute:MachineRunCommand it-ledger",
  ],
});
