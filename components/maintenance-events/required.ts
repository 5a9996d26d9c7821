import type * as pulumi from "@pulumi/pulumi";
import type { Problems } from "../shared/problems";

/** A checked value that the types require: programs without types can leave it out. */
export function required(
  path: string,
  value: pulumi.Input<string> | undefined,
  problems: Problems,
  check: (value: string) => string | undefined,
): pulumi.Input<string> {
  if (value !== undefined) return problems.checked(path, value, check);
  problems.add(path, "is missing.");
  return "";
}
