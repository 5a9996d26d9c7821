import { arcNames, letOutTo } from "../arc-network";

const name = "arc-fqdns-cloud";

export function met(): void {
  letOutTo(name, arcNames);
}

export function broken(): void {
  letOutTo(
    name,
    arcNames.filter((each) => each !== "*.guestconfiguration.azure.com"),
  );
}
