import * as hybridcompute from "@pulumi/azure-native/hybridcompute";
import { UpdateNetworkRules } from "pulumi-azure-update-manager";
import { letOutBy } from "../arc-network";
import { closedGroup } from "../components";
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

export function component(): void {
  makePrivate();
  const group = closedGroup(name);
  new UpdateNetworkRules(name, {
    resourceGroupName: resourceGroup.name,
    sources: { arc: { connection: true, privateLinkScope: true } },
    networkSecurityGroup: { networkSecurityGroupName: group.name },
  });
}

function makePrivate(): void {
  new hybridcompute.PrivateLinkScope(name, {
    resourceGroupName: resourceGroup.name,
    properties: { publicNetworkAccess: "Disabled" },
  });
}
