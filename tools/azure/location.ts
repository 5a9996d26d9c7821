import { isUnknown, type PropertyMap, type PropertyValue, unknown } from "./property-values";
import type { StoredResource } from "./resource-manager";

/** Where a location may come from. */
export interface LocationSources {
  /** The inputs of the last deployment. */
  readonly olds: PropertyMap;
  /** The provider's configuration. */
  readonly configured: string | undefined;
  /** Finds a resource group by its name. */
  readonly group: (name: string) => StoredResource | undefined;
}

/**
 * The inputs with a location, found as azure-native finds one: the last deployment's, the provider's configuration,
 * the resource group's.
 */
export function withLocation(inputs: PropertyMap, sources: LocationSources): PropertyMap {
  if (inputs.location !== undefined) return inputs;
  const location = sources.olds.location ?? sources.configured ?? locationOfGroup(inputs, sources);
  return location === undefined ? inputs : { ...inputs, location };
}

function locationOfGroup({ resourceGroupName }: PropertyMap, { group }: LocationSources): PropertyValue | undefined {
  if (resourceGroupName === undefined) return undefined;
  return isUnknown(resourceGroupName) ? unknown : group(String(resourceGroupName))?.outputs.location;
}
