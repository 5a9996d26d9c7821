import { arcTags, letOutBy } from "../arc-network";

const name = "arc-servicetag-regional";

export function met(): void {
  letOutBy(name, arcTags);
}

export function broken(): void {
  letOutBy(
    name,
    arcTags.map((tag) => (tag === "AzureArcInfrastructure" ? `${tag}.WestEurope` : tag)),
  );
}
