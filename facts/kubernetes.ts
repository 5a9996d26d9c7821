import { azureDocs } from "./documents";
import { type Fact, source } from "./source";

/**
 * How Azure Kubernetes Service names the resource group of its nodes, where the cluster's `nodeResourceGroup` does not:
 * `MC_`, then the cluster's resource group, name and region.
 */
export const nodeResourceGroups = {
  prefix: "MC_",
  source: source(azureDocs("aks/faq")),
} as const satisfies Fact & Record<string, unknown>;

/** Whether a resource group has the name that Azure Kubernetes Service gives to the one of its nodes. */
export function isNodeResourceGroup(name: string): boolean {
  return name.toUpperCase().startsWith(nodeResourceGroups.prefix);
}
