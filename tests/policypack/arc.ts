import { type Declared, unknown } from "./fixture";

/** What a preview has of what only the agent reports. */
const notReported = {
  osSku: unknown,
  osVersion: unknown,
  osName: unknown,
  agentConfiguration: unknown,
  licenseProfile: unknown,
};

/** An Arc-enabled server that runs Linux, before its agent reports; `change` replaces top-level inputs. */
export function arcServer(change: object = {}, name = "till"): Declared {
  return {
    name,
    type: "azure-native:hybridcompute:Machine",
    inputs: {
      machineName: name,
      resourceGroupName: "stores",
      location: "westeurope",
      osType: "linux",
      osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } },
      ...change,
    },
    outputs: notReported,
  };
}

/** An Arc-enabled server that runs Windows, before its agent reports; `change` replaces top-level inputs. */
export function windowsArcServer(change: object = {}, name = "till"): Declared {
  return arcServer(
    { osType: "windows", osProfile: { windowsConfiguration: { assessmentMode: "AutomaticByPlatform" } }, ...change },
    name,
  );
}

/** A server with what its agent has reported. */
export function reporting(outputs: object, server: Declared = arcServer()): Declared {
  return { ...server, outputs: { ...notReported, ...outputs } };
}

const component = "pulumi-azure-update-manager:index:ArcServer";

/** The component that makes the script of a server. */
export function arcServerComponent(inputs: object, name = "till"): Declared {
  return { name, type: component, inputs: { resourceGroupName: "stores", ...inputs } };
}

/** A server that such a component has taken up. */
export function takenUp(server: Declared): Declared {
  return { ...server, within: component };
}

/** A run command on the server of the stack. */
export function runCommand(script: string, change: object = {}): Declared {
  return {
    name: "setup",
    type: "azure-native:hybridcompute:MachineRunCommand",
    inputs: { machineName: unknown, resourceGroupName: "stores", source: { script }, ...change },
    from: { machineName: ["till"] },
  };
}

/** The extension that runs scripts on Linux, on the server of the stack. */
export function customScript(properties: object): Declared {
  return {
    name: "script",
    type: "azure-native:hybridcompute:MachineExtension",
    inputs: {
      machineName: unknown,
      resourceGroupName: "stores",
      properties: { publisher: "Microsoft.Azure.Extensions", type: "CustomScript", ...properties },
    },
    from: { machineName: ["till"] },
  };
}

/** The licence profile of the server of the stack; `change` replaces top-level inputs. */
export function licenseProfile(change: object = {}): Declared {
  return {
    name: "licences",
    type: "azure-native:hybridcompute:LicenseProfile",
    inputs: { machineName: unknown, resourceGroupName: "stores", ...change },
    from: { machineName: ["till"] },
  };
}
