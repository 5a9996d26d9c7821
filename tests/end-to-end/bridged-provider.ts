import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

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

/** A provider that is being served. */
export interface BridgedProvider {
  /** The port on 127.0.0.1; the engine attaches with `PULUMI_DEBUG_PROVIDERS=azure:PORT`. */
  readonly port: number;
  close(): void;
}

/**
 * Serves a provider that does with any resource what one does that is bridged from Terraform: it makes a name where none is
 * given, fills defaults in and lists them in `__defaults`, and answers a preview with the inputs and an unknown id.
 */
export async function serveBridgedProvider(): Promise<BridgedProvider> {
  const server = new Server();
  server.addService(ResourceProviderService, {
    getPluginInfo: answer(() => new PluginInfo().setVersion("6.0.0")),
    attach: answer(() => new Empty()),
    checkConfig: answer((request: provider.CheckRequest) => new provider.CheckResponse().setInputs(request.getNews())),
    diffConfig: answer(() => new provider.DiffResponse()),
    configure: answer(() => new provider.ConfigureResponse().setSupportspreview(true)),
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
      const response = new provider.CreateResponse().setProperties(toStruct({ ...outputs, id }));
      return request.getPreview() ? response : response.setId(id);
    }),
    delete: answer(() => new Empty()),
    cancel: answer(() => new Empty()),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { port, close: () => server.forceShutdown() };
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
