import * as pulumi from "@pulumi/pulumi";
import { arcServer } from "../arc";
import { resourceGroup } from "../fleet";

const name = "arc-arm64";

export function met(): void {
  arcServer(name);
}

/** What the agent reports is no argument of the SDK's class; as a plain resource, a preview shows it as it is given. */
export function broken(): void {
  new pulumi.CustomResource("azure-native:hybridcompute:Machine", name, {
    resourceGroupName: resourceGroup.name,
    kind: "VMware",
    osType: "linux",
    osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } },
    osVersion: "5.14.0-427.el9.aarch64",
  });
}
