import { arcServer } from "../arc";

const name = "arc-region";

export function met(): void {
  arcServer(name, { location: "westeurope" });
}

export function broken(): void {
  arcServer(name, { location: "usgovtexas" });
}
