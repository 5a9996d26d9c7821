import * as maintenance from "@pulumi/azure-native/maintenance";
import type { input } from "@pulumi/azure-native/types";
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
