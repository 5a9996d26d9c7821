import * as pulumi from "@pulumi/pulumi";
import { designUpdateAlerts } from "../../../components/update-alerts/design";
import type { UpdateAlertsArgs } from "../../../index";

export const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
export const web = `${subscription}/resourceGroups/web`;

/** The fewest arguments. */
export const least: UpdateAlertsArgs = { resourceGroupName: "web", scopes: { web: { resourceGroupId: web } } };

/** What is found to be wrong with arguments of any shape beside the fewest, each as `path: reason`. */
export function problemsOf(args: object, defaultLocation?: string): string[] {
  try {
    designUpdateAlerts("updates", { ...least, ...args } as UpdateAlertsArgs, defaultLocation);
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
  }
}
