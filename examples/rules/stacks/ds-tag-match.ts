import * as maintenance from "@pulumi/azure-native/maintenance";
import type { input } from "@pulumi/azure-native/types";
import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { saturdays, windows } from "../components";
import { patchedByAzure, scheduled, weekly, windowsMachine, windowsProfile } from "../fleet";

const name = "ds-tag-match";

function scope(tags: Record<string, string[]>, patchSettings: input.compute.PatchSettingsArgs): void {
  windowsMachine(name, { tags: { patching: "weekly" }, osProfile: windowsProfile(patchSettings) });
  new maintenance.ConfigurationAssignmentsForSubscription(name, {
    maintenanceConfigurationId: weekly(name).id,
    filter: { resourceTypes: ["Microsoft.Compute/virtualMachines"], tagSettings: { tags } },
  });
}

export function met(): void {
  scope({ patching: ["weekly"] }, scheduled);
}

export function broken(): void {
  scope({ patch: ["weekly"] }, patchedByAzure);
}

export function component(): void {
  new UpdateReadyVirtualMachine(name, { ...windows, tags: { patching: "weekly" } });
  new MaintenanceSchedule(name, {
    ...saturdays,
    dynamicScopes: {
      tagged: { resourceTypes: ["Microsoft.Compute/virtualMachines"], tags: { patching: ["weekly"] } },
    },
  });
}
