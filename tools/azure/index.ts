import { Server } from "@grpc/grpc-js";
import { version } from "@pulumi/azure-native/package.json";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { listen } from "./listen";
import type { PropertyMap } from "./property-values";
import type { Strictness } from "./provider";
import { parseResourceId } from "./resource-id";
import { type Request, ResourceManager, type StoredResource } from "./resource-manager";
import { resourceTypes } from "./resource-types";
import { Service } from "./service";

export type { Request, StoredResource } from "./resource-manager";

/** How the offline Azure is set up. */
export interface OfflineAzureOptions extends Partial<Strictness> {
  /** The subscription to work in where a provider is configured with none. Default: `00000000-0000-0000-0000-000000000000`. */
  readonly subscriptionId?: string;
  /** The tenant of that subscription. Default: `11111111-1111-1111-1111-111111111111`. */
  readonly tenantId?: string;
}

/** An offline Azure that is being served. */
export interface OfflineAzure {
  /** The port on 127.0.0.1; the engine attaches with `PULUMI_DEBUG_PROVIDERS=azure-native:PORT`. */
  readonly port: number;
  /** What exists now. */
  readonly resources: readonly StoredResource[];
  /** Every request that Azure Resource Manager would have received, in order, refused ones included. */
  readonly requests: readonly Request[];
  /**
   * Creates a resource behind the engine's back, or changes one, as an agent does that connects its server.
   *
   * @param name The SDK's class, for example `Machine`.
   */
  put(name: string, id: string, inputs: PropertyMap): void;
  /** Deletes a resource behind the engine's back. */
  delete(id: string): void;
  /** Stops serving and forgets everything. */
  close(): Promise<void>;
}

/**
 * Serves an `azure-native` provider that needs no Azure: it names, checks, previews and answers as the real one does,
 * refuses what Azure refuses, and keeps what is deployed in memory.
 *
 * Resource types that it does not know pass with a warning (`unknownTypes: "reject"` refuses them). A property that
 * a resource does not have is refused (`unknownProperties: "warn"` lets it pass with a warning), because azure-native
 * would drop it without a word; on API versions other than the SDK's own it is a warning always. What Azure refuses, it
 * refuses too (`refusedRequests: "warn"` deploys it with a warning, for tests of what comes after).
 */
export async function serveOfflineAzure(options: OfflineAzureOptions = {}): Promise<OfflineAzure> {
  const azure = new ResourceManager(options.tenantId ?? "11111111-1111-1111-1111-111111111111");
  const service = new Service(azure, version, {
    subscriptionId: options.subscriptionId ?? "00000000-0000-0000-0000-000000000000",
    strictness: {
      unknownTypes: options.unknownTypes ?? "warn",
      unknownProperties: options.unknownProperties ?? "reject",
      refusedRequests: options.refusedRequests ?? "reject",
    },
  });
  // The engine's own limit: a stack's state may be large.
  const server = new Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
  server.addService(ResourceProviderService, service.handlers);
  const port = await listen(server);
  return {
    port,
    get resources() {
      return azure.resources;
    },
    get requests() {
      return azure.requests;
    },
    put: (name, id, inputs) => {
      const type = resourceTypes.find((candidate) => candidate.name === name);
      if (type === undefined) throw new Error(`The offline Azure does not know ${name}`);
      azure.put(type, id, { ...inputs, ...parseResourceId(type, id) });
    },
    delete: (id) => azure.delete(id),
    close: async () => {
      service.close();
      server.forceShutdown();
    },
  };
}
