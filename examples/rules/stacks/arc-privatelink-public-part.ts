import * as hybridcompute from "@pulumi/azure-native/hybridcompute";
import { letOutBy } from "../arc-network";
import { resourceGroup } from "../fleet";

const name = "arc-privatelink-public-part";

export function met(): void {
  makePrivate();
  letOutBy(name, ["AzureActiveDirectory", "AzureResourceManager"]);
}

export function broken(): void {
  makePrivate();
  letOutBy(name, ["AzureActiveDirectory"]);
}

function makePrivate(): void {
  new hybridcompute.PrivateLinkScope(name, {
    resourceGroupName: resourceGroup.name,
    properties: { publicNetworkAccess: "Disabled" },
  });
}
