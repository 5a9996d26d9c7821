import type * as pulumi from "@pulumi/pulumi";
import type { MachineKind } from "../../facts/machine-kind";
import { OperatingSystem } from "../../facts/operating-system";
import { normalizeLocation } from "../../facts/regions";
import { TagOperator } from "../maintenance-schedule/dynamic-scope";
import { checkLocation } from "../maintenance-schedule/location";
import { mapInput } from "../shared/input";
import { notOneOf, type Problems } from "../shared/problems";

/** Which machines of the scope a policy concerns. */
export interface MachineFilterArgs {
  /** The operating systems of the machines. Default: both. */
  osTypes?: OperatingSystem[];
  /** The regions of the machines. Default: any. */
  locations?: pulumi.Input<string>[];
  /** Whether a machine has all of the tags, or any. Only with `tags`. Default: `All`. */
  tagOperator?: TagOperator;
}

/** Checks a filter; gives back the parameters that every policy has for it. */
export function resolveMachineFilter(
  { osTypes, locations, tagOperator }: MachineFilterArgs,
  tags: object | undefined,
  machineKinds: readonly MachineKind[],
  problems: Problems,
): Readonly<Record<string, pulumi.Input<unknown>>> {
  checkList("osTypes", osTypes, Object.values(OperatingSystem), problems);
  if (locations?.length === 0) problems.add("locations", "is empty: leave it out for any.");
  if (tags && Object.keys(tags).length === 0)
    problems.add("tags", "is empty: leave it out for machines with any tags.");
  if (tagOperator !== undefined) {
    const reason = notOneOf(tagOperator, Object.values(TagOperator));
    if (reason) problems.add("tagOperator", reason);
    if (tags === undefined) problems.add("tagOperator", "has no effect without tags: leave it out.");
  }
  return {
    // The policies compare with the name that ARM answers: westeurope, not West Europe.
    ...(locations && {
      locations: locations.map((location, index) =>
        mapInput(checkLocation(`locations[${index}]`, location, machineKinds, undefined, problems), normalizeLocation),
      ),
    }),
    ...(tags && { tagOperator: tagOperator ?? TagOperator.All }),
  };
}

/** Checks a list of an enumeration's values. */
export function checkList(
  path: string,
  values: readonly string[] | undefined,
  allowed: readonly string[],
  problems: Problems,
): void {
  if (values?.length === 0) problems.add(path, "is empty: leave it out for any.");
  values?.forEach((value, index) => {
    const reason = notOneOf(value, allowed) ?? (values.indexOf(value) < index ? "is given twice." : undefined);
    if (reason) problems.add(`${path}[${index}]`, reason);
  });
}
