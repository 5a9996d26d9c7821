import { AzureError } from "../errors";
import { armTypeOf, isKnownType, nameOf, parentOf, resourceGroupOf } from "../resource-id";
import type { PutRequest } from ".";

/** What a resource is created in must exist: its resource group, and the resource that it is part of. */
export function checkExistence({ type, id, azure }: PutRequest): void {
  const group = resourceGroupOf(id);
  if (group !== undefined && type.name !== "ResourceGroup" && azure.get(group) === undefined) {
    throw new AzureError(404, "ResourceGroupNotFound", `Resource group '${nameOf(group)}' could not be found.`);
  }
  const parent = parentOf(id);
  if (parent === undefined || azure.get(parent) !== undefined || !isKnownType(parent)) return;
  if (id.lastIndexOf("/providers/") > parent.length - 1) {
    // A resource that extends another, such as an assignment on a machine.
    throw new AzureError(
      404,
      "ResourceNotFound",
      `The Resource '${armTypeOf(parent)}/${nameOf(parent)}' under resource group '${nameOf(group ?? "")}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    );
  }
  const child = type.armType.slice(type.armType.indexOf("/") + 1);
  throw new AzureError(
    404,
    "ParentResourceNotFound",
    `Failed to perform 'write' on resource(s) of type '${child}', because the parent resource '${parent}' could not be found.`,
  );
}
