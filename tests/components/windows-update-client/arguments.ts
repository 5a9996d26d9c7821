import * as pulumi from "@pulumi/pulumi";
import { designWindowsUpdateClient } from "../../../components/windows-update-client/design";
import type { WindowsUpdateClientArgs } from "../../../index";

export const subscriptionId = "00000000-0000-0000-0000-000000000000";

const group = `/subscriptions/${subscriptionId}/resourceGroups/Machines/providers`;

export const virtualMachineId = `${group}/Microsoft.Compute/virtualMachines/web`;
export const arcServerId = `${group}/Microsoft.HybridCompute/machines/files`;

export const onVirtualMachine = { virtualMachines: { web: { id: virtualMachineId } } };
export const onArcServer = { arcServers: { files: { id: arcServerId } } };

export const clientPage = "https://learn.microsoft.com/azure/update-manager/configure-wu-agent";
export const orchestrationPage = "https://learn.microsoft.com/azure/update-manager/updates-maintenance-schedules";
export const restartsPage = "https://learn.microsoft.com/windows/deployment/update/waas-restart";
export const settingsPage = "https://learn.microsoft.com/windows/deployment/update/waas-wu-settings";
export const wsusPage =
  "https://learn.microsoft.com/windows-server/administration/windows-server-update-services/deploy/2-configure-wsus";

/**
 * What is found to be wrong with arguments, each as `path: reason`. Arguments of any shape are taken: programs in other
 * languages, or in JavaScript, are not held to the types.
 */
export function problemsOf(args: object): string[] {
  try {
    designWindowsUpdateClient("updates", args as WindowsUpdateClientArgs);
    return [];
  } catch (error) {
    return reasonsOf(error);
  }
}

/** The problems that an error tells, each as `path: reason`. */
export function reasonsOf(error: unknown): string[] {
  if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
  return error.errors.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
}
