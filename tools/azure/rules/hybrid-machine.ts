import { AzureError } from "../errors";
import { nameOf, parentOf } from "../resource-id";
import { at, sameId, textAt } from "../values";
import type { PutRequest } from ".";

/**
 * The hybrid compute service on a server: its id is what only the agent knows, and a valid one is a GUID
 * (Azure/azure-rest-api-specs issue 21163). Servers of a kind are created ahead of their agent, and have none.
 */
export function checkArcMachine({ inputs }: PutRequest): void {
  if (inputs.kind !== undefined) return;
  const vmId = textAt(inputs, "vmId") ?? "";
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(vmId)) return;
  throw new AzureError(
    400,
    "HCRP400",
    "The request does not have sufficient information to complete the operation. Missing or invalid properties: VmId",
  );
}

/** The hybrid compute service on a licence profile: there is one, in the region of its server. */
export function checkLicenseProfile({ id, inputs, azure }: PutRequest): void {
  if (!sameId(nameOf(id), "default")) {
    throw new AzureError(400, "InvalidResourceName", `The license profile '${nameOf(id)}' must be named 'default'.`);
  }
  const location = at(azure.get(parentOf(id) ?? "")?.outputs, "location");
  if (location === undefined || sameId(inputs.location, location)) return;
  throw new AzureError(
    400,
    "InvalidLocation",
    `The license profile's location '${String(inputs.location)}' must be that of its machine, '${String(location)}'.`,
  );
}
