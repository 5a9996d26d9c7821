import { connect } from "../arc";

const name = "arc-os-supported";

export function met(): void {
  connect(name, "Linux", "Ubuntu 24.04");
}

export function broken(): void {
  connect(name, "Linux", "Ubuntu 14.04");
}
