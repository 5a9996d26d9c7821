/** The parts of an ARM resource id that tell which resource it means. ARM compares ids without regard to case. */
export interface ArmId {
  readonly subscriptionId: string | undefined;
  readonly resourceGroupName: string | undefined;
  /** Provider and types, in lower case, for example `microsoft.compute/virtualmachines`. */
  readonly type: string;
  /** Names along the types, the resource's own name last. */
  readonly names: readonly string[];
}

/** Reads an ARM resource id; `undefined` for anything else, including an id without a provider. */
export function parseArmId(id: string): ArmId | undefined {
  const segments = id.split("/").filter((segment) => segment !== "");
  const provider = segments.findLastIndex((segment) => segment.toLowerCase() === "providers");
  if (!id.startsWith("/") || provider < 0) return undefined;
  const [namespace, ...rest] = segments.slice(provider + 1);
  if (namespace === undefined || rest.length < 2 || rest.length % 2 !== 0) return undefined;
  return {
    subscriptionId: after(segments.slice(0, provider), "subscriptions"),
    resourceGroupName: after(segments.slice(0, provider), "resourcegroups"),
    type: [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/").toLowerCase(),
    names: rest.filter((_, index) => index % 2 === 1),
  };
}

/** Whether two names or ids mean the same to ARM. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function after(segments: readonly string[], key: string): string | undefined {
  const index = segments.findIndex((segment) => segment.toLowerCase() === key);
  return index < 0 ? undefined : segments[index + 1];
}
