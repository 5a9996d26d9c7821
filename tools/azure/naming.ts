import { createHash } from "node:crypto";
import type { PropertyMap, PropertyValue } from "./property-values";
import { pathParameters, type ResourceType } from "./resource-types";

/** How the engine wants names to be made, where its configuration says anything about it. */
export interface Autonaming {
  readonly mode: "propose" | "enforce" | "disable";
  readonly proposedName: string;
}

/** What a name is made from. */
export interface NameRequest {
  readonly urn: string;
  /** The engine's seed: the same seed makes the same name. */
  readonly randomSeed: Uint8Array;
  readonly autonaming: Autonaming | undefined;
  /** The inputs of the last deployment: a name once given stays. */
  readonly olds: PropertyMap;
}

type Strategy = "random" | "copy" | "uuid";

/** The property that azure-native names by itself when the program does not: the last of the id. */
export function namedProperty(type: ResourceType): { property: string; strategy: Strategy } | undefined {
  const property = pathParameters(type).at(-1);
  if (property === undefined || !type.path.endsWith(`{${property}}`)) return undefined;
  // pulumi/pulumi-azure-native issue 625
  if (property === "roleAssignmentName" || property === "roleDefinitionId") return { property, strategy: "uuid" };
  // A name must be unique among its siblings. Those below a resource of one's own can't clash, so they get no suffix
  // (pulumi/pulumi-azure-native provider/pkg/resources/resources.go, AutoName).
  const own = type.path.toLowerCase().split("microsoft.").at(-1) ?? "";
  const nested = type.path.toLowerCase().includes("microsoft.") && own.split("{").length > 2;
  return { property, strategy: nested ? "copy" : "random" };
}

/**
 * The inputs with a name. `__createBeforeDelete` is azure-native's own note that a replacement gets another name and
 * so may be created before the old resource is deleted.
 */
export function withName(type: ResourceType, inputs: PropertyMap, request: NameRequest): PropertyMap {
  const named = namedProperty(type);
  if (named === undefined || inputs[named.property] !== undefined) return inputs;
  const old = request.olds[named.property];
  if (old !== undefined) return flagged({ ...inputs, [named.property]: old }, request.olds.__createBeforeDelete);
  const name = request.urn.slice(request.urn.lastIndexOf("::") + 2);
  if (request.autonaming?.mode === "disable") return inputs;
  const proposed =
    request.autonaming?.mode === "enforce" || (request.autonaming?.mode === "propose" && named.strategy !== "uuid");
  if (proposed) return flagged({ ...inputs, [named.property]: request.autonaming?.proposedName ?? name }, true);
  switch (named.strategy) {
    case "copy":
      return { ...inputs, [named.property]: name };
    case "uuid":
      return flagged({ ...inputs, [named.property]: uuid(hex(request, 32)) }, true);
    case "random":
      return flagged({ ...inputs, [named.property]: `${name}${hex(request, 8)}` }, true);
  }
}

/** A GUID made from text: the same text makes the same GUID. */
export function guidOf(text: string): string {
  return uuid(createHash("sha256").update(text).digest("hex"));
}

function flagged(inputs: PropertyMap, createBeforeDelete: PropertyValue | undefined): PropertyMap {
  return createBeforeDelete === true ? { ...inputs, __createBeforeDelete: true } : inputs;
}

function hex({ randomSeed, urn }: NameRequest, length: number): string {
  // Without a seed (an engine older than 3.36) the URN keeps the name the same from one preview to the next.
  const seed = randomSeed.length > 0 ? randomSeed : Buffer.from(urn);
  return createHash("sha256").update(seed).digest("hex").slice(0, length);
}

function uuid(digits: string): string {
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join("-");
}
