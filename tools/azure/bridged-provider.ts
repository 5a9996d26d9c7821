import { Server, type ServerUnaryCall, type sendUnaryData } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { listen } from "./listen";

type Inputs = Record<string, JavaScriptValue>;

/** The value that the engine takes for one that is known only after deployment. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Defaults that azurerm has for settings of machines, which the bridge fills in as it checks the inputs. */
const machineDefaults: Inputs = {
  patchMode: "ImageDefault",
  patchAssessmentMode: "ImageDefault",
  provisionVmAgent: true,
  allowExtensionOperations: true,
  bypassPlatformSafetyChecksOnUserScheduleEnabled: false,
};

const defaults: Readonly<Record<string, Inputs>> = {
  LinuxVirtualMachine: machineDefaults,
  WindowsVirtualMachine: { ...machineDefaults, patchMode: "AutomaticByOS", automaticUpdatesEnabled: true },
  Configuration: { visibility: "Custom" },
};

const armTypes: Readonly<Record<string, string>> = {
  LinuxVirtualMachine: "Microsoft.Compute/virtualMachines",
  WindowsVirtualMachine: "Microsoft.Compute/virtualMachines",
  Configuration: "Microsoft.Maintenance/maintenanceConfigurations",
  VirtualNetwork: "Microsoft.Network/virtualNetworks",
  NetworkInterface: "Microsoft.Network/networkInterfaces",
  NetworkSecurityGroup: "Microsoft.Network/networkSecurityGroups",
};

/** What Azure sets within blocks of a resource, and programs read from there to link others to it. */
const setByAzure: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Firewall: { ipConfigurations: ["privateIpAddress"] },
  LoadBalancer: { frontendIpConfigurations: ["id", "privateIpAddress"] },
  VirtualNetwork: { subnets: ["id"] },
};

/** A provider that is being served. */
export interface BridgedProvider {
  /** The port on 127.0.0.1; the engine attaches with `PULUMI_DEBUG_PROVIDERS=azure:PORT`. */
  readonly port: number;
  /** Whether a program has used it. */
  readonly isUsed: boolean;
  close(): void;
}

/**
 * Serves a stand-in for the classic `azure` provider, which does with any resource what one does that is bridged from
 * Terraform: it makes a name where none is given, fills defaults in and lists them in `__defaults`, and answers a preview
 * with the inputs and an unknown id. It checks no values, and refuses what asks Azure: functions, and resources to be read.
 */
export async function serveBridgedProvider(): Promise<BridgedProvider> {
  // The engine's own limit: a stack's state may be large.
  const server = new Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
  let isUsed = false;
  server.addService(ResourceProviderService, {
    getPluginInfo: answer(() => new PluginInfo().setVersion("6.0.0")),
    attach: answer(() => new Empty()),
    checkConfig: answer((request: provider.CheckRequest) => new provider.CheckResponse().setInputs(request.getNews())),
    diffConfig: answer(() => new provider.DiffResponse()),
    configure: answer(() => {
      isUsed = true;
      return new provider.ConfigureResponse().setSupportspreview(true);
    }),
    invoke: answer((request: provider.InvokeRequest) => refuse(request.getTok())),
    read: answer((request: provider.ReadRequest) => refuse(`${resourceOf(request.getUrn())}.get`)),
    check: answer((request: provider.CheckRequest) =>
      new provider.CheckResponse().setInputs(
        toStruct(checked(request.getUrn(), fromStruct(request.getOlds()), fromStruct(request.getNews()))),
      ),
    ),
    diff: answer((request: provider.DiffRequest) => {
      const same = JSON.stringify(fromStruct(request.getOldInputs())) === JSON.stringify(fromStruct(request.getNews()));
      const { DiffChanges } = provider.DiffResponse;
      return new provider.DiffResponse().setChanges(same ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME);
    }),
    create: answer((request: provider.CreateRequest) => {
      const { __defaults: _, ...outputs } = fromStruct(request.getProperties());
      const id = request.getPreview() ? unknown : idOf(request.getUrn(), outputs);
      if (!request.getPreview()) {
        return new provider.CreateResponse().setProperties(toStruct({ ...outputs, id })).setId(id);
      }
      const expected = previewed(resourceOf(request.getUrn()), outputs);
      return new provider.CreateResponse().setProperties(toStruct({ ...expected, id }));
    }),
    delete: answer(() => new Empty()),
    cancel: answer(() => new Empty()),
  });
  const port = await listen(server);
  return {
    port,
    get isUsed() {
      return isUsed;
    },
    close: () => server.forceShutdown(),
  };
}

/** What asks Azure has no answer here, and one that is made up would mislead the program. */
function refuse(what: string): never {
  throw new Error(`${what} asks Azure, which is stood in for here: preview this stack with your own Azure.`);
}

/** The outputs that a preview expects: what Azure sets is unknown, within blocks too. */
function previewed(resource: string, inputs: Inputs): Inputs {
  const fillIn = (block: JavaScriptValue, names: readonly string[]): JavaScriptValue =>
    isBlock(block) ? { ...Object.fromEntries(names.map((each) => [each, unknown])), ...block } : block;
  const blocks = Object.entries({ identity: ["principalId"], ...setByAzure[resource] }).flatMap(([name, names]) => {
    const value = inputs[name];
    if (value === undefined) return [];
    return [[name, Array.isArray(value) ? value.map((each) => fillIn(each, names)) : fillIn(value, names)] as const];
  });
  return { ...inputs, ...Object.fromEntries(blocks) };
}

function isBlock(value: JavaScriptValue): value is Inputs {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function answer<Request, Response>(handle: (request: Request) => Response) {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>): void => {
    try {
      callback(null, handle(call.request));
    } catch (error) {
      callback({ code: 2, message: error instanceof Error ? error.message : String(error) });
    }
  };
}

function resourceOf(urn: string): string {
  return urn.split("::")[2]?.split(":").at(-1) ?? "";
}

function checked(urn: string, olds: Inputs, news: Inputs): Inputs {
  const filledIn: Inputs = { ...defaults[resourceOf(urn)], name: olds.name ?? `${urn.split("::").at(-1)}1a2b3c4d` };
  const missing = Object.entries(filledIn).filter(([name]) => news[name] === undefined || news[name] === null);
  return { ...news, ...Object.fromEntries(missing), __defaults: missing.map(([name]) => name).sort() };
}

function idOf(urn: string, { resourceGroupName, virtualNetworkName, name }: Inputs): string {
  const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups";
  const resource = resourceOf(urn);
  if (resource === "ResourceGroup") return `${group}/${name}`;
  const within = `${group}/${resourceGroupName}/providers`;
  if (resource === "Subnet") return `${within}/Microsoft.Network/virtualNetworks/${virtualNetworkName}/subnets/${name}`;
  return `${within}/${armTypes[resource] ?? `Microsoft.Resources/${resource}`}/${name}`;
}

function fromStruct(struct: Struct | undefined): Inputs {
  return struct?.toJavaScript() ?? {};
}

function toStruct(properties: Inputs): Struct {
  return Struct.fromJavaScript(properties);
}
