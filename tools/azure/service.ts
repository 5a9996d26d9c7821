import { type ServerUnaryCall, type sendUnaryData, status, type UntypedServiceImplementation } from "@grpc/grpc-js";
import type * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "./protobuf";
import { type Account, OfflineProvider } from "./provider";
import type { ResourceManager } from "./resource-manager";

/**
 * The gRPC service `ResourceProvider`. The engine starts a process for each provider of a program; when it attaches
 * instead, it opens a connection for each. So every connection has an {@link OfflineProvider} of its own.
 */
export class Service {
  readonly #providers = new Map<string, OfflineProvider>();

  constructor(
    private readonly azure: ResourceManager,
    private readonly version: string,
    private readonly account: Account,
  ) {}

  /** The handlers, by method. What is not among them is answered with UNIMPLEMENTED. */
  get handlers(): UntypedServiceImplementation {
    return {
      handshake: this.#method((own, request: provider.ProviderHandshakeRequest) => own.handshake(request)),
      parameterize: this.#method((_, request: provider.ParameterizeRequest) => parameterized(request)),
      attach: this.#method((own, request: plugin.PluginAttach) => own.attach(request)),
      getPluginInfo: this.#method(() => new PluginInfo().setVersion(this.version)),
      checkConfig: this.#method((_, request: provider.CheckRequest) =>
        new provider.CheckResponse().setInputs(request.getNews()),
      ),
      diffConfig: this.#method(() => new provider.DiffResponse()),
      configure: this.#method((own, request: provider.ConfigureRequest) => own.configure(request)),
      getMapping: this.#method(() => new provider.GetMappingResponse()),
      check: this.#method((own, request: provider.CheckRequest) => own.check(request)),
      diff: this.#method((own, request: provider.DiffRequest) => own.diff(request)),
      create: this.#method((own, request: provider.CreateRequest) => own.create(request)),
      read: this.#method((own, request: provider.ReadRequest) => own.read(request)),
      update: this.#method((own, request: provider.UpdateRequest) => own.update(request)),
      delete: this.#method((own, request: provider.DeleteRequest) => own.delete(request)),
      invoke: this.#method((own, request: provider.InvokeRequest) => own.invoke(request)),
      cancel: this.#method(() => new Empty()),
    };
  }

  /** Closes the connections to engines. */
  close(): void {
    for (const own of this.#providers.values()) own.close();
    this.#providers.clear();
  }

  /** What a method throws becomes the error that the engine shows. */
  #method<Request, Response>(handle: (own: OfflineProvider, request: Request) => Response) {
    return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>): void => {
      try {
        callback(null, handle(this.#providerOf(call.getPeer()), call.request));
      } catch (error) {
        callback({ code: status.UNKNOWN, message: error instanceof Error ? error.message : String(error) });
      }
    };
  }

  #providerOf(peer: string): OfflineProvider {
    const own = this.#providers.get(peer) ?? new OfflineProvider(this.azure, this.account);
    this.#providers.set(peer, own);
    return own;
  }
}

/** A package that was generated for one API version of one module brings its name along. */
function parameterized(request: provider.ParameterizeRequest): provider.ParameterizeResponse {
  const value = request.getValue();
  if (value === undefined) throw new Error("The offline Azure generates no packages: use the azure-native provider");
  return new provider.ParameterizeResponse().setName(value.getName()).setVersion(value.getVersion());
}
