import { AzureError } from "../errors";
import { parentOf } from "../resource-id";
import { at, sameId } from "../values";
import type { PutRequest } from ".";
import { operatingSystemOf } from "./operating-system";

/** The compute service on extensions and run commands: the machine must take them, and one handler comes once. */
export function checkExtension({ type, id, inputs, azure }: PutRequest): void {
  const machine = azure.get(parentOf(id) ?? "");
  if (at(machine?.inputs, "osProfile", "allowExtensionOperations") === false) {
    throw new AzureError(
      409,
      "OperationNotAllowed",
      "This operation cannot be performed when extension operations are disallowed. To allow, please ensure VM Agent is installed on the VM and the osProfile.allowExtensionOperations property is true.",
    );
  }
  if (type.name !== "VirtualMachineExtension") return;
  for (const name of ["publisher", "type", "typeHandlerVersion"]) {
    if (inputs[name] === undefined) {
      throw new AzureError(400, "InvalidParameter", `Required parameter '${name}' is missing (null).`);
    }
  }
  const twin = azure
    .below(machine?.id ?? "")
    .find(
      (other) =>
        other.type.name === type.name &&
        !sameId(other.id, id) &&
        sameId(other.inputs.publisher, inputs.publisher) &&
        sameId(other.inputs.type, inputs.type),
    );
  if (twin !== undefined) {
    throw new AzureError(
      400,
      "BadRequest",
      `Multiple VMExtensions per handler not supported for OS type '${operatingSystemOf(machine?.inputs ?? {})}'. VMExtension '${id.split("/").at(-1)}' with handler '${String(inputs.publisher)}.${String(inputs.type)}' already added or specified in input.`,
    );
  }
}
