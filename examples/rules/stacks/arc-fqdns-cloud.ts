import * as network from "@pulumi/azure-native/network";
import { UpdateNetworkRules } from "pulumi-azure-update-manager";
import { arcNames, letOutTo } from "../arc-network";
import { resourceGroup } from "../fleet";

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

export function component(): void {
  const policy = new network.FirewallPolicy(name, { resourceGroupName: resourceGroup.name });
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sourceAddresses: ["10.0.0.0/16"],
    sources: { arc: { connection: true } },
    firewallPolicy: { firewallPolicyName: policy.name },
  });
}
