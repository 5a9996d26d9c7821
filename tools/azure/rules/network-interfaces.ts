import { AzureError } from "../errors";
import { listAt, sameId, textAt } from "../values";
import type { PutRequest } from ".";

/** The network service on interfaces: each belongs to one machine, and one of a machine's is primary. */
export function checkNetworkInterfaces({ id, inputs, azure }: PutRequest): void {
  const references = listAt(inputs, "networkProfile", "networkInterfaces");
  for (const reference of references) {
    const user = azure.resources.find(
      (resource) =>
        resource.type.name === "VirtualMachine" &&
        !sameId(resource.id, id) &&
        listAt(resource.inputs, "networkProfile", "networkInterfaces").some((other) => sameId(other.id, reference.id)),
    );
    if (user !== undefined) {
      throw new AzureError(
        400,
        "NicInUse",
        `Network Interface ${textAt(reference, "id")} is used by existing resource ${user.id}. In order to use it, it must be dissociated from the resource.`,
      );
    }
  }
  if (references.length > 1 && references.filter((reference) => reference.primary === true).length !== 1) {
    throw new AzureError(
      400,
      "VirtualMachineMustHaveOneNetworkInterfaceAsPrimary",
      `Virtual machine ${id} must have one network interface set as the primary.`,
    );
  }
}
