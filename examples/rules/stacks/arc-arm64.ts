import * as pulumi from "@pulumi/pulumi";
import { arcServer } from "../arc";
import { resourceGroup } from "../fleet";

const name = "arc-arm64";

export function met(): void {
  arcServer(name);
}

/** A server with what its agent reports, which is no argument of the SDK's class. */
class ReportedMachine extends pulumi.CustomResource {
  constructor(name: string, osVersion: string) {
    super("azure-native:hybridcompute:Machine", name, {
      resourceGroupName: resourceGroup.name,
      kind: "VMware",
      osType: "linux",
      osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } },
      osVersion,
    });
  }
}

export function broken(): void {
  new ReportedMachine(name, "5.14.0-427.el9.aarch64");
}
