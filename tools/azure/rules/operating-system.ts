import { describeImage } from "../../../facts/images";
import { OperatingSystem } from "../../../facts/operating-system";
import type { PropertyMap } from "../property-values";
import { mapAt, textAt } from "../values";

/** The system of a machine: its disk's, its image's, or else that whose configuration is given. */
export function operatingSystemOf(inputs: PropertyMap): OperatingSystem {
  const declared = textAt(inputs, "storageProfile", "osDisk", "osType");
  if (declared !== undefined)
    return declared.toLowerCase() === "windows" ? OperatingSystem.Windows : OperatingSystem.Linux;
  const { publisher, offer, sku } = mapAt(inputs, "storageProfile", "imageReference");
  if (typeof publisher === "string" && typeof offer === "string" && typeof sku === "string") {
    const { operatingSystem } = describeImage({ publisher, offer, sku });
    if (operatingSystem !== undefined) return operatingSystem;
  }
  const windows = mapAt(inputs, "osProfile").windowsConfiguration !== undefined;
  return windows ? OperatingSystem.Windows : OperatingSystem.Linux;
}
