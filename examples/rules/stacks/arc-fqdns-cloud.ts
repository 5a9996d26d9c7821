import * as network from "@pulumi/azure-native/network";
import { UpdateNetworkRules } from "pulumi-azure-update-manager";
import { arcConnectionName, arcNames } from "../arc-endpoints";
import { letOutTo } from "../arc-network";
import { resourceGroup } from "../fleet";

const name = "arc-fqdns-cloud";

export function met(): void {
  letOutTo(name, [...arcNames, arcConnectionName]);
}

export function broken(): void {
  letOutTo(
    name,
    [...arcNames, arcConnectionName].filter((each) => each !== "*.guestconfiguration.azure.com"),
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
