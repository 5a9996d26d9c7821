import type * as pulumi from "@pulumi/pulumi";
import { checkNameLength, inGuestPatchMode, maintenanceScope, nameLength, visibility } from "../../facts/schedules";
import { Problems } from "../shared/problems";
import { type AssignmentArgs, cloudOf, resolveAssignments } from "./assignments";
import { schedulesPage } from "./documents";
import { resolveUpdates, type UpdatesArgs } from "./updates";
import { resolveWindow, type WindowArgs } from "./window";

/** Every argument that says what the schedule is like. */
export interface DesignArgs extends WindowArgs, UpdatesArgs, AssignmentArgs {
  resourceGroupName: pulumi.Input<string>;
  location?: pulumi.Input<string>;
  maintenanceConfigurationName?: pulumi.Input<string>;
}

/**
 * Everything about the schedule that follows from the arguments alone.
 *
 * @param defaultLocation the region of what is given none
 * @throws pulumi.InputPropertiesError with every argument that is wrong
 */
export function designMaintenanceSchedule(name: string, args: DesignArgs, defaultLocation?: string) {
  const problems: Problems = new Problems(`MaintenanceSchedule ${JSON.stringify(name)}`);
  const window = resolveWindow(args, problems);
  if (args.resourceGroupName === undefined) {
    problems.add("resourceGroupName", "give the resource group that the maintenance configuration belongs to.");
  }
  const resourceName =
    args.maintenanceConfigurationName === undefined
      ? undefined
      : problems.checked("maintenanceConfigurationName", args.maintenanceConfigurationName, wrongName);
  const updates = resolveUpdates(args, problems);
  const assignments = resolveAssignments(args, cloudOf(args.location ?? defaultLocation), problems);
  if (!window || problems.any) problems.fail();
  return {
    problems,
    schedule: window.schedule,
    advice: window.advice,
    assignments,
    configuration: {
      resourceName,
      maintenanceScope: maintenanceScope.mustBe,
      extensionProperties: { InGuestPatchMode: inGuestPatchMode.mustBe },
      visibility: visibility.mustBe,
      ...window.window,
      installPatches: updates,
    },
  };
}

function wrongName(name: string): string | undefined {
  if (name.length > 0 && name.length < nameLength.below) return undefined;
  return `${JSON.stringify(name)} has ${name.length} characters: a maintenance configuration's name has 1 to ${nameLength.below - 1}. See ${schedulesPage}`;
}

/**
 * What is to be said about the lengths of two names together. It is no error: the article's sentence can also be read
 * as a limit for each of them.
 */
export function nameAdvice(resourceGroupName: string, configurationName: string): string | undefined {
  const advice = checkNameLength(resourceGroupName, configurationName);
  return advice && `maintenanceConfigurationName: ${advice}. See ${schedulesPage}`;
}
