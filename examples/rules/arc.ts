/** What the stacks of the rules on Arc-enabled servers share. */
import * as hybridcompute from "@pulumi/azure-native/hybridcompute";
import type * as pulumi from "@pulumi/pulumi";
import { ArcServer } from "pulumi-azure-update-manager";
import { resourceGroup } from "./fleet";

/**
 * The resource of a server of a hypervisor that Azure manages, which alone can be made before its agent connects; `change`
 * replaces whole arguments.
 */
export function arcServer(
  name: string,
  change: Partial<hybridcompute.MachineArgs> = {},
  opts?: pulumi.CustomResourceOptions,
): hybridcompute.Machine {
  const args = {
    resourceGroupName: resourceGroup.name,
    kind: "VMware",
    osType: "linux",
    identity: { type: "SystemAssigned" },
    osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } },
    ...change,
  } satisfies hybridcompute.MachineArgs;
  return new hybridcompute.Machine(name, args, opts);
}

/** The component that makes the script by which a server connects. */
export function connect(name: string, operatingSystem: "Linux" | "Windows", system: string): ArcServer {
  return new ArcServer(name, {
    resourceGroupName: resourceGroup.name,
    location: "westeurope",
    operatingSystem,
    system,
    onboarding: { servicePrincipalId: "00000000-0000-0000-0000-000000000003", roleAssignment: { skip: true } },
  });
}

/** A server of which a component is told what it runs, since no agent tells it before a deployment. */
export function declared(
  name: string,
  operatingSystem: "Linux" | "Windows",
  system: string,
  configuration: { enableHotpatching?: boolean } = {},
): hybridcompute.Machine {
  const block = operatingSystem === "Linux" ? "linuxConfiguration" : "windowsConfiguration";
  const osProfile = { [block]: { assessmentMode: "AutomaticByPlatform", ...configuration } };
  const parent = connect(name, operatingSystem, system);
  return arcServer(name, { osType: operatingSystem.toLowerCase(), osProfile }, { parent });
}

/** Runs a script on a server. */
export function runOn(name: string, server: hybridcompute.Machine, script: string): void {
  new hybridcompute.MachineRunCommand(name, {
    resourceGroupName: resourceGroup.name,
    machineName: server.name,
    source: { script },
  });
}
