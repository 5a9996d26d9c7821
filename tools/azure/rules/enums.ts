import { AzureError } from "../errors";
import { invalidEnumValues } from "../validation";
import type { PutRequest } from ".";

/** Azure Resource Manager takes only the values that an enum has, in any case. */
export function checkEnums({ type, inputs }: PutRequest): void {
  const [invalid] = invalidEnumValues(type, inputs);
  if (invalid === undefined) return;
  throw notAllowed(invalid.path, invalid.value, invalid.allowed);
}

/** The refusal of a value that is none of those allowed. */
export function notAllowed(path: string, value: string, allowed: readonly string[]): AzureError {
  const values = allowed.map((candidate) => `'${candidate}'`).join(", ");
  return new AzureError(
    400,
    "InvalidParameter",
    `The value '${value}' of parameter '${path}' is not allowed. Allowed values are: ${values}.`,
  );
}
