import * as pulumi from "@pulumi/pulumi";
import { designArcServer } from "../../../components/arc-server/design";
import type { ArcOnboardingArgs, ArcServerArgs } from "../../../index";

export const applicationId = "33333333-3333-3333-3333-333333333333";
export const objectId = "44444444-4444-4444-4444-444444444444";

/** The fewest arguments that say how a server gets connected. */
export const onboarding: ArcOnboardingArgs = {
  servicePrincipalId: applicationId,
  servicePrincipalObjectId: objectId,
};

/** The fewest arguments for a server that is to be connected. */
export const linux: ArcServerArgs = {
  resourceGroupName: "servers",
  location: "westeurope",
  operatingSystem: "Linux",
  onboarding,
};
export const windows: ArcServerArgs = { ...linux, operatingSystem: "Windows" };

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";

/** The id of a resource of `Microsoft.HybridCompute`, e.g. `id("machines/files")`. */
export const id = (resource: string) =>
  `${subscription}/resourceGroups/servers/providers/Microsoft.HybridCompute/${resource}`;

/** The fewest arguments for a server that is connected. */
export const connected: ArcServerArgs = {
  resourceGroupName: "servers",
  location: "westeurope",
  operatingSystem: "Linux",
  machine: { id: id("machines/files") },
};

/** What is found to be wrong with arguments of any shape, each as `path: reason`. */
export function problemsOf(args: object): string[] {
  try {
    designArcServer("files", args as ArcServerArgs);
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
  }
}
