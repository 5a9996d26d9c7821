import { canonicalInputs } from "./canonical-inputs";
import { AzureError } from "./errors";
import type { PropertyMap } from "./property-values";
import { requestBody } from "./request-body";
import { parseResourceId } from "./resource-id";
import { type ResourceType, resourceTypes } from "./resource-types";
import { respond } from "./responses";
import { checkRequest } from "./rules";
import { checkDeletion } from "./rules/deletion";
import { listAt } from "./values";

/** A resource that exists in the offline Azure. */
export interface StoredResource {
  readonly id: string;
  readonly type: ResourceType;
  /** The inputs of the last request, without what azure-native keeps for itself. */
  readonly inputs: PropertyMap;
  /** The resource as a response shows it. */
  readonly outputs: PropertyMap;
}

/** A request as Azure Resource Manager would have received it. */
export interface Request {
  readonly method: "PUT" | "DELETE";
  readonly id: string;
  readonly body?: unknown;
}

/** Azure Resource Manager and the services behind it, in memory. Ids are compared without regard to case, as Azure does. */
export class ResourceManager {
  readonly #resources = new Map<string, StoredResource>();
  readonly #deleted = new Set<string>();
  readonly #requests: Request[] = [];

  constructor(readonly tenantId: string) {}

  /** Everything that exists now. */
  get resources(): readonly StoredResource[] {
    return [...this.#resources.values()];
  }

  /** Every request so far, refused ones included. */
  get requests(): readonly Request[] {
    return this.#requests;
  }

  /** The resource with an id. */
  get(id: string): StoredResource | undefined {
    return this.#resources.get(id.toLowerCase());
  }

  /** What a read of a resource shows: the rules, routes and subnets that stand alone are in their parent too. */
  read(id: string): PropertyMap | undefined {
    const found = this.get(id);
    const inline = found && inlineChildren[found.type.name];
    if (found === undefined || inline === undefined) return found?.outputs;
    const children = this.below(id).filter(({ type }) => type.name === inline.child);
    return { ...found.outputs, [inline.property]: children.map(({ outputs }) => outputs) };
  }

  /**
   * Creates a resource or replaces its body.
   *
   * @param pardon Takes the refusal of a request that is carried out all the same. Default: a refused request fails.
   */
  put(type: ResourceType, id: string, given: PropertyMap, pardon?: (refusal: AzureError) => void): StoredResource {
    const inputs = canonicalInputs(type, given);
    const body = requestBody(type, inputs);
    this.#requests.push({ method: "PUT", id, body });
    const previous = this.get(id);
    try {
      checkRequest({ type, id, inputs, previous, azure: this });
    } catch (error) {
      if (pardon === undefined || !(error instanceof AzureError)) throw error;
      pardon(error);
    }
    const stored = this.#store({ id: previous?.id ?? id, type, inputs, outputs: respond(type, id, inputs, this) });
    this.#putInline(stored);
    this.#dropInline(previous, stored);
    return stored;
  }

  /** Deletes a resource with all that is part of it. Deleting what does not exist succeeds. */
  delete(id: string): void {
    this.#requests.push({ method: "DELETE", id });
    const existing = this.get(id);
    if (existing === undefined) return;
    checkDeletion(existing, this);
    for (const { id: child } of this.below(id)) this.#remove(child);
    this.#remove(id);
    for (const attached of deletedWith(existing)) this.delete(attached);
  }

  /** The resources whose ids are below an id: the members of a resource group, the subnets of a network. */
  below(id: string): readonly StoredResource[] {
    const prefix = `${id.toLowerCase()}/`;
    return this.resources.filter((resource) => resource.id.toLowerCase().startsWith(prefix));
  }

  /**
   * Takes up a resource of an earlier run from the engine's record of it, unless it was deleted since: a program
   * deployed by one run can be changed by the next.
   */
  adopt(type: ResourceType, id: string, inputs: PropertyMap, outputs: PropertyMap): void {
    const key = id.toLowerCase();
    if (id === "" || this.#resources.has(key) || this.#deleted.has(key)) return;
    this.#putInline(this.#store({ id, type, inputs, outputs }));
  }

  #store(resource: StoredResource): StoredResource {
    this.#resources.set(resource.id.toLowerCase(), resource);
    this.#deleted.delete(resource.id.toLowerCase());
    return resource;
  }

  #remove(id: string): void {
    this.#resources.delete(id.toLowerCase());
    this.#deleted.add(id.toLowerCase());
  }

  /** What is no longer written inside goes; a request without the property leaves all of it as it is. */
  #dropInline(previous: StoredResource | undefined, stored: StoredResource): void {
    const property = inlineChildren[stored.type.name]?.property;
    if (property === undefined || stored.inputs[property] === undefined) return;
    const kept = new Set(inlineIds(stored));
    for (const id of inlineIds(previous)) if (!kept.has(id)) this.#remove(id);
  }

  /** Subnets and rules that are written inside their parent exist like those that stand alone. */
  #putInline({ type, id, outputs }: StoredResource): void {
    const inline = inlineChildren[type.name];
    const childType = resourceTypes.find((candidate) => candidate.name === inline?.child);
    if (inline === undefined || childType === undefined) return;
    for (const child of listAt(outputs, inline.property)) {
      const childId = `${id}/${inline.property}/${String(child.name)}`;
      const parameters = parseResourceId(childType, childId) ?? {};
      this.#store({ id: childId, type: childType, inputs: { ...child, ...parameters }, outputs: child });
    }
  }
}

/** The ids of what is written inside a resource. */
function inlineIds(resource: StoredResource | undefined): readonly string[] {
  const property = resource === undefined ? undefined : inlineChildren[resource.type.name]?.property;
  return property === undefined ? [] : listAt(resource?.outputs, property).map((child) => String(child.id));
}

const inlineChildren: Readonly<Record<string, { property: string; child: string }>> = {
  VirtualNetwork: { property: "subnets", child: "Subnet" },
  NetworkSecurityGroup: { property: "securityRules", child: "SecurityRule" },
  RouteTable: { property: "routes", child: "Route" },
};

/** Network interfaces that the program asked to be deleted together with their machine. */
function deletedWith({ inputs }: StoredResource): readonly string[] {
  return listAt(inputs, "networkProfile", "networkInterfaces")
    .filter((reference) => reference.deleteOption === "Delete")
    .map((reference) => String(reference.id));
}
