import type * as pulumi from "@pulumi/pulumi";
import type { Problems } from "./problems";

/** {@link Problems.checked} for a value that may be left out. */
export function checkedIfGiven<T>(
  problems: Problems,
  propertyPath: string,
  value: pulumi.Input<T> | undefined,
  check: (value: T) => string | undefined,
): pulumi.Input<T> | undefined {
  return value === undefined ? undefined : problems.checked(propertyPath, value, check);
}
