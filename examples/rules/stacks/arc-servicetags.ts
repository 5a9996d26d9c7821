import { UpdateNetworkRules } from "pulumi-azure-update-manager";
import { arcTags } from "../arc-endpoints";
import { letOutBy } from "../arc-network";
import { closedGroup } from "../components";
import { resourceGroup } from "../fleet";

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

export function component(): void {
  const group = closedGroup(name);
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sources: { arc: {} },
    networkSecurityGroup: { networkSecurityGroupName: group.name },
  });
}
