import { normalizedLocation } from "../diff";
import { guidOf } from "../naming";
import { isMap, type PropertyMap } from "../property-values";
import { nameOf } from "../resource-id";
import type { ResourceManager } from "../resource-manager";
import type { ResourceType } from "../resource-types";
import { resourceSchema } from "../schema";
import { filledByCompute } from "./compute";
import { filledByEventGrid } from "./event-grid";
import { filledByNetwork } from "./network";
import { filledByOthers } from "./others";
import { responseShape } from "./shape";

/** What a service has to know to fill in its part of a response. */
export interface Filling {
  readonly type: ResourceType;
  readonly id: string;
  readonly inputs: PropertyMap;
  /** The inputs in the shape of the response, with the enum values in the service's own spelling. */
  readonly given: PropertyMap;
  readonly azure: ResourceManager;
}

/** The time of the offline Azure stands still, so that the same stack always gives the same outputs. */
export const now = "2026-01-01T00:00:00.0000000+00:00";

/**
 * A resource as the answer to its request shows it: the inputs without what is only ever written (passwords, custom
 * data), and what the services fill in. Which defaults they fill in is taken from answers of the real Azure recorded
 * in pulumi/pulumi-azure-native (provider/pkg/provider/testdata/recorded/TestProviderUpgrade/upgrade-networked-vm).
 */
export function respond(type: ResourceType, id: string, inputs: PropertyMap, azure: ResourceManager): PropertyMap {
  const given = responseShape(type, inputs);
  const filling = { type, id, inputs, given, azure };
  return { ...given, ...common(filling), ...filled(filling) };
}

function filled(filling: Filling): PropertyMap {
  if (filling.type.module === "compute") return filledByCompute(filling);
  if (filling.type.module === "network") return filledByNetwork(filling);
  if (filling.type.module === "eventgrid") return filledByEventGrid(filling);
  return filledByOthers(filling);
}

function common({ type, id, given, azure }: Filling): PropertyMap {
  const { properties } = resourceSchema(type).outputs;
  const result: PropertyMap = { id, name: nameOf(id), type: type.armType };
  const location = normalizedLocation(given.location);
  if (location !== undefined) result.location = location;
  if (properties.provisioningState !== undefined) result.provisioningState = "Succeeded";
  if (properties.resourceGuid !== undefined) result.resourceGuid = guidOf(`${id} resourceGuid`);
  if (type.module === "network") result.etag = etag(id);
  if (isMap(given.identity)) result.identity = identity(given.identity, id, azure);
  return result;
}

/** The version mark that the network service puts on a resource and on what is inside it. */
export function etag(id: string): string {
  return `W/"${guidOf(`${id} etag`)}"`;
}

function identity(given: PropertyMap, id: string, azure: ResourceManager): PropertyMap {
  const system = String(given.type ?? "").includes("SystemAssigned");
  return { ...given, ...(system && { principalId: guidOf(`${id} principalId`), tenantId: azure.tenantId }) };
}
