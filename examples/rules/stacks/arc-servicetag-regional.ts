import { UpdateNetworkRules } from "pulumi-azure-update-manager";
import { arcTags } from "../arc-endpoints";
import { letOutBy } from "../arc-network";
import { closedGroup } from "../components";
import { resourceGroup } from "../fleet";

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

export function component(): void {
  const group = closedGroup(name);
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sources: { arc: {} },
    networkSecurityGroup: { networkSecurityGroupName: group.name },
  });
}
