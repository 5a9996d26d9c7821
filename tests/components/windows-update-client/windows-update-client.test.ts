import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { clientScript } from "../../../components/windows-update-client/script";
import { WindowsUpdateClient, type WindowsUpdateClientArgs } from "../../../index";
import { registered, resolved } from "../program";
import { onArcServer, onVirtualMachine, reasonsOf, subscriptionId, virtualMachineId } from "./arguments";

const componentType = "pulumi-azure-update-manager:index:WindowsUpdateClient";
const virtualMachineType = "azure-native:compute:VirtualMachineRunCommandByVirtualMachine";
const arcServerType = "azure-native:hybridcompute:MachineRunCommand";

const functions = { "azure-native:authorization:getClientConfig": { subscriptionId } };
const orchestration = { patchOrchestration: "CustomerManagedSchedules" } as const;

/** What a client registers below itself, by name: the order is that in which inputs resolve. */
const clientOf = async (args: WindowsUpdateClientArgs) =>
  (await registered(() => new WindowsUpdateClient("updates", args), functions))
    .slice(1)
    .sort((one, other) => one.name.localeCompare(other.name));

describe("WindowsUpdateClient", () => {
  it("runs its script on each machine, by a run command of the machine's kind", async () => {
    const args = { ...onVirtualMachine, ...onArcServer };
    const common = { resourceGroupName: "Machines", asyncExecution: false, timeoutInSeconds: 600 };
    assert.deepEqual(await clientOf(args), [
      {
        type: arcServerType,
        name: "updates-files",
        inputs: {
          ...common,
          machineName: "files",
          source: { script: clientScript({ machineKind: "arc", ...orchestration }) },
        },
      },
      {
        type: virtualMachineType,
        name: "updates-web",
        inputs: {
          ...common,
          vmName: "web",
          source: { script: clientScript({ machineKind: "azure", ...orchestration }) },
          treatFailureAsDeploymentFailure: true,
        },
      },
    ]);
  });

  it("passes every argument on to what it is for", async () => {
    const wsus = {
      serverUrl: "https://wsus.example.com:8531",
      targetGroups: ["Servers"],
      blockInternetLocations: true,
    };
    const args: WindowsUpdateClientArgs = {
      virtualMachines: { web: { id: pulumi.output(virtualMachineId), location: "westeurope" } },
      patchOrchestration: pulumi.output("Manual" as const),
      automaticUpdates: "Off",
      wsus: { ...wsus, serverUrl: pulumi.output(wsus.serverUrl), allowTrustedPublishers: true },
      trigger: pulumi.output("2027-01-09"),
      timeoutInSeconds: 60,
      tags: { team: "platform" },
    };
    const settings = {
      machineKind: "azure",
      patchOrchestration: "Manual",
      automaticUpdates: "Off",
      updateSource: "Wsus",
      wsus: { ...wsus, allowTrustedPublishers: true },
    } as const;
    assert.deepEqual(await clientOf(args), [
      {
        type: virtualMachineType,
        name: "updates-web",
        inputs: {
          resourceGroupName: "Machines",
          location: "westeurope",
          vmName: "web",
          source: { script: clientScript(settings, "2027-01-09") },
          asyncExecution: false,
          timeoutInSeconds: 60,
          treatFailureAsDeploymentFailure: true,
          tags: { team: "platform" },
        },
      },
    ]);
  });

  it("passes a schedule of Windows's own on", async () => {
    const scheduledInstall = { weekday: "Sunday", hour: 4, alwaysAutoRestartMinutes: 30 } as const;
    const args = {
      ...onVirtualMachine,
      updateSource: "MicrosoftUpdate",
      patchOrchestration: "AutomaticByOS",
      automaticUpdates: "ScheduledInstall",
      scheduledInstall,
    } as const;
    const { virtualMachines, ...settings } = args;
    const [runCommand] = await clientOf({ virtualMachines, ...settings });
    assert.deepEqual(runCommand?.inputs.source, { script: clientScript({ machineKind: "azure", ...settings }) });
  });

  it("is of the type of its class, and passes on its arguments", async () => {
    const [component] = await registered(() => new WindowsUpdateClient("updates", onArcServer), functions);
    assert.deepEqual(component, { type: componentType, name: "updates", inputs: onArcServer });
  });

  it("puts out the run commands and their scripts", async () => {
    await registered(async () => {
      const client = new WindowsUpdateClient("updates", { ...onVirtualMachine, ...onArcServer });
      assert.deepEqual(await resolved(client.runCommandIds), {
        web: `${virtualMachineType}/updates-web`,
        files: `${arcServerType}/updates-files`,
      });
      assert.deepEqual(await resolved(client.scripts), {
        web: clientScript({ machineKind: "azure", ...orchestration }),
        files: clientScript({ machineKind: "arc", ...orchestration }),
      });
    }, functions);
  });

  it("registers nothing where an argument is wrong", async () => {
    const resources = await registered(() => {
      const args = { arcServers: { files: { id: virtualMachineId } } };
      const construct = () => new WindowsUpdateClient("updates", args);
      assert.throws(construct, (error) => reasonsOf(error).length === 1);
      assert.throws(construct, {
        message: `WindowsUpdateClient "updates" cannot be created:\n  arcServers.files.id: "${virtualMachineId}" is not the resource id of an Arc-enabled server but of an Azure virtual machine: give it under virtualMachines.`,
      });
    });
    assert.deepEqual(resources, []);
  });
});
