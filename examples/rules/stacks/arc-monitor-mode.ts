import { arcServer, runOn } from "../arc";

const name = "arc-monitor-mode";

export function met(): void {
  runOn(name, arcServer(name), "azcmagent config set config.mode full");
}

export function broken(): void {
  runOn(name, arcServer(name), "azcmagent config set config.mode monitor");
}
