import { AzureError } from "./errors";
import type { PropertyMap } from "./property-values";
import { armTypeOf, nameOf, resourceGroupOf, resourceId } from "./resource-id";
import type { ResourceManager } from "./resource-manager";
import { type ResourceType, resourceTypes } from "./resource-types";
import { resourceSchema } from "./schema";

/** A call of one of the provider's functions. */
export interface Call {
  readonly token: string;
  readonly args: PropertyMap;
  /** Takes a warning where an answer has to be made up. Without it such a call fails. */
  readonly warn: ((message: string) => void) | undefined;
  /** The location that the provider is configured with, for an answer that is made up. */
  readonly location: string | undefined;
  /** The subscription that the provider works in. */
  readonly subscriptionId: string;
}

/**
 * Answers a function of the provider: who the caller is, or what a resource is like. A stack may look up what it does
 * not create; so that it can be previewed, {@link Call.warn} allows an answer of the id and the name alone. (The engine
 * takes no unknown values from a function.)
 */
export function invoke({ token, args, warn, location, subscriptionId }: Call, azure: ResourceManager): PropertyMap {
  if (/^azure-native:authorization(\/v\w+)?:getClientConfig$/.test(token)) {
    const clientId = "22222222-2222-2222-2222-222222222222";
    return { clientId, objectId: clientId, subscriptionId, tenantId: azure.tenantId };
  }
  const type = readBy(token);
  if (type === undefined) {
    if (warn === undefined) throw new Error(`Invoke type ${token} not found`);
    warn(`The offline Azure does not know ${token}: its result is empty.`);
    return {};
  }
  const id = resourceId(type, args, subscriptionId);
  const found = azure.read(id);
  const { apiVersion: azureApiVersion } = resourceSchema(type);
  if (found !== undefined) return { ...found, azureApiVersion };
  if (warn === undefined) throw notFound(type, id);
  warn(`The offline Azure has no ${id}: ${token} returns its id and name alone.`);
  return { id, name: nameOf(id), type: type.armType, azureApiVersion, ...(location !== undefined && { location }) };
}

/** The resource type that a function such as `azure-native:network:getSubnet` reads. */
function readBy(token: string): ResourceType | undefined {
  const [, module, name] = /^azure-native(?:_\w+_v\w+)?:(\w+)(?:\/v\w+)?:get(\w+)$/.exec(token) ?? [];
  return resourceTypes.find((type) => type.module === module && type.name === name);
}

function notFound(type: ResourceType, id: string): AzureError {
  if (type.name === "ResourceGroup") {
    return new AzureError(404, "ResourceGroupNotFound", `Resource group '${nameOf(id)}' could not be found.`);
  }
  return new AzureError(
    404,
    "ResourceNotFound",
    `The Resource '${armTypeOf(id)}/${nameOf(id)}' under resource group '${nameOf(resourceGroupOf(id) ?? "")}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}
