import { arcServer } from "../arc";

const name = "arc-arm64";

export function met(): void {
  arcServer(name);
}

/** What the agent reports is no argument: Azure takes none of it, and a preview shows it as it is given. */
export function broken(): void {
  const reported = { osVersion: "5.14.0-427.el9.aarch64", osType: "linux" };
  arcServer(name, reported);
}
