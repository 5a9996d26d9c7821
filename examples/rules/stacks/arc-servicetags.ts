import { arcTags, letOutBy } from "../arc-network";

const name = "arc-servicetags";

export function met(): void {
  letOutBy(name, arcTags);
}

/** The tags that were enough before April 2026. */
export function broken(): void {
  letOutBy(
    name,
    arcTags.filter((tag) => tag !== "AzureFrontDoor.Frontend"),
  );
}
