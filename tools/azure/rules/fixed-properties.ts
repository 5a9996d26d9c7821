import { isDeepStrictEqual } from "node:util";
import { normalizedLocation } from "../diff";
import { AzureError } from "../errors";
import { at } from "../values";
import type { PutRequest } from ".";

/**
 * What a machine keeps from its creation. azure-native changes these in place, and the compute service refuses: a
 * program has to ask for the replacement (`replaceOnChanges`).
 */
const fixed: readonly (readonly string[])[] = [
  ["availabilitySet"],
  ["osProfile", "adminPassword"],
  ["osProfile", "adminUsername"],
  ["osProfile", "computerName"],
  ["osProfile", "customData"],
  ["osProfile", "linuxConfiguration", "disablePasswordAuthentication"],
  ["osProfile", "linuxConfiguration", "ssh"],
  ["osProfile", "windowsConfiguration", "winRM"],
  ["plan"],
  ["storageProfile", "imageReference"],
  ["storageProfile", "osDisk", "createOption"],
  ["storageProfile", "osDisk", "name"],
  ["zones"],
];

/** The compute service on properties that can't be changed once the machine exists. */
export function checkFixedProperties({ inputs, previous }: PutRequest): void {
  if (previous === undefined) return;
  if (normalizedLocation(inputs.location) !== normalizedLocation(previous.inputs.location)) throw change("location");
  for (const path of fixed) {
    if (!isDeepStrictEqual(at(inputs, ...path), at(previous.inputs, ...path))) throw change(path.join("."));
  }
}

function change(path: string): AzureError {
  return new AzureError(409, "PropertyChangeNotAllowed", `Changing property '${path}' is not allowed.`);
}
