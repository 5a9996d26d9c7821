import { assignableResourceTypes } from "../../../facts/schedules";
import { AzureError } from "../errors";
import { armTypeOf, parentOf } from "../resource-id";
import { at, sameId } from "../values";
import type { PutRequest } from ".";

/** The maintenance service on assignments of schedules. */
export function checkAssignment({ id, inputs, azure }: PutRequest): void {
  if (inputs.maintenanceConfigurationId === undefined) {
    throw new AzureError(400, "BadRequest", "Required parameter 'maintenanceConfigurationId' is missing (null).");
  }
  const machine = parentOf(id);
  if (machine === undefined) return;
  const configuration = azure.get(String(inputs.maintenanceConfigurationId));
  const guests = at(configuration?.inputs, "maintenanceScope") === "InGuestPatch";
  const armType = armTypeOf(machine);
  if (guests && !assignableResourceTypes.values.some((assignable) => sameId(assignable, armType))) {
    throw new AzureError(
      400,
      "BadRequest",
      `Maintenance scope InGuestPatch is not supported for resources of type '${armType}'. Supported types are: ${assignableResourceTypes.values.map((value) => `'${value}'`).join(", ")}.`,
    );
  }
}
