import type * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import type { Empty as EmptyMessage } from "google-protobuf/google/protobuf/empty_pb";
import { differences } from "./diff";
import { EngineLog } from "./engine-log";
import type { AzureError } from "./errors";
import { invoke } from "./invokes";
import { withLocation } from "./location";
import { withName } from "./naming";
import { previewOutputs } from "./preview-outputs";
import { fromStruct, type PropertyMap, toStruct } from "./property-values";
import { Empty } from "./protobuf";
import { parseResourceId, resourceId } from "./resource-id";
import type { ResourceManager, StoredResource } from "./resource-manager";
import { isDefaultVersion, type ResourceType, resourceTypeOf } from "./resource-types";
import { resourceSchema } from "./schema";
import { UnknownResources } from "./unknown-resources";
import { validateInputs } from "./validation";
import { autonamingOf, diffResponse } from "./wire";

/** What the offline Azure does with what it does not know, and with what Azure would not take. */
export interface Strictness {
  /**
   * A resource type that it does not know: a warning and an echo of the inputs, or an error. It also says whether a
   * preview may look up resources that do not exist.
   */
  readonly unknownTypes: "warn" | "reject";
  /** A property that the resource does not have: azure-native sends the request without it and says nothing. */
  readonly unknownProperties: "warn" | "reject";
  /**
   * A request that Azure refuses: an error, or a warning and the resource as it was asked for. So a stack that Azure would
   * not take is deployed all the same, to see what the policy pack says of it once its ids are known.
   */
  readonly refusedRequests: "warn" | "reject";
}

/** The subscription that is worked in where a program's provider names no other. */
export interface Account {
  readonly subscriptionId: string;
  readonly strictness: Strictness;
}

/**
 * One provider of a program, explicit or default. What each method answers follows pulumi/pulumi-azure-native
 * provider/pkg/provider/provider.go; requests go to a {@link ResourceManager} instead of Azure.
 */
export class OfflineProvider {
  #config: Readonly<Record<string, string>> = {};
  readonly #log = new EngineLog();
  readonly #unknownResources: UnknownResources;

  constructor(
    private readonly azure: ResourceManager,
    private readonly account: Account,
  ) {
    this.#unknownResources = new UnknownResources(account.strictness.unknownTypes, this.#log);
  }

  get #subscriptionId(): string {
    return this.#config.subscriptionId ?? this.account.subscriptionId;
  }

  /** Closes the connection to the engine. */
  close(): void {
    this.#log.close();
  }

  /** Connects to the engine that starts the provider. */
  handshake(request: provider.ProviderHandshakeRequest): provider.ProviderHandshakeResponse {
    this.#log.connect(request.getEngineAddress());
    return new provider.ProviderHandshakeResponse().setSupportsAutonamingConfiguration(true);
  }

  /** Connects to the engine that attaches to the provider. */
  attach(request: plugin.PluginAttach): EmptyMessage {
    this.#log.connect(request.getAddress());
    return new Empty();
  }

  /** Takes the provider's configuration, and says what it can do as azure-native says it. */
  configure(request: provider.ConfigureRequest): provider.ConfigureResponse {
    const variables = [...request.getVariablesMap().toArray()];
    this.#config = Object.fromEntries(variables.map(([key, value]) => [key.replace(/^.*:config:/, ""), value]));
    // azure-native accepts neither secrets nor outputs: the engine unwraps them and marks the results itself.
    return new provider.ConfigureResponse().setSupportspreview(true).setSupportsAutonamingConfiguration(true);
  }

  /** Completes the inputs with a name, a location and the API version, and says what is wrong with them. */
  check(request: provider.CheckRequest): provider.CheckResponse {
    const olds = fromStruct(request.getOlds());
    const given = fromStruct(request.getNews());
    const type = this.#type(request.getUrn());
    if (type === undefined) {
      this.#unknownResources.warn(typeToken(request.getUrn()), request.getUrn());
      return new provider.CheckResponse().setInputs(toStruct(given));
    }
    const schema = resourceSchema(type);
    const named = withName(type, given, {
      urn: request.getUrn(),
      randomSeed: request.getRandomseed_asU8(),
      autonaming: autonamingOf(request.getAutonaming()),
      olds,
    });
    const located =
      schema.inputs.properties.location === undefined
        ? named
        : withLocation(named, { olds, configured: this.#config.location, group: (name) => this.#group(name) });
    const inputs = { azureApiVersion: schema.apiVersion, ...located };
    const { failures, unknownProperties } = validateInputs(type, inputs);
    const rejected =
      this.account.strictness.unknownProperties === "reject" && isDefaultVersion(typeToken(request.getUrn()));
    if (!rejected) for (const message of unknownProperties) this.#log.warn(message, request.getUrn());
    const reasons = rejected ? [...failures, ...unknownProperties] : failures;
    return new provider.CheckResponse()
      .setInputs(toStruct(inputs))
      .setFailuresList(reasons.map((reason) => new provider.CheckFailure().setReason(reason)));
  }

  /** Compares the inputs of the last deployment with the program's. */
  diff(request: provider.DiffRequest): provider.DiffResponse {
    const type = this.#type(request.getUrn());
    const oldInputs = fromStruct(request.getOldInputs());
    const news = fromStruct(request.getNews());
    if (type === undefined) return this.#unknownResources.diff(oldInputs, news);
    this.azure.adopt(type, request.getId(), body(oldInputs), fromStruct(request.getOlds()));
    return diffResponse(differences(type, oldInputs, news), oldInputs);
  }

  /** Shows what a new resource will be like, or creates it. */
  create(request: provider.CreateRequest): provider.CreateResponse {
    const inputs = fromStruct(request.getProperties());
    const type = this.#type(request.getUrn());
    if (type === undefined) return this.#unknownResources.create(request.getUrn(), inputs, request.getPreview());
    if (request.getPreview()) {
      return new provider.CreateResponse().setProperties(toStruct(previewOutputs(type, inputs)));
    }
    const id = resourceId(type, inputs, this.#subscriptionId);
    if (this.azure.get(id) !== undefined) throw new Error(`cannot create already existing resource '${id}'`);
    const created = this.azure.put(type, id, body(inputs), this.#pardon(request.getUrn()));
    return new provider.CreateResponse().setId(created.id).setProperties(toStruct(checkpoint(type, created.outputs)));
  }

  /** Returns a resource as it is now; one without an id is gone. */
  read(request: provider.ReadRequest): provider.ReadResponse {
    const oldInputs = fromStruct(request.getInputs());
    const olds = fromStruct(request.getProperties());
    const id = request.getId();
    const type = this.#type(request.getUrn());
    if (type === undefined) return echo(id, olds, oldInputs);
    if (Object.keys(olds).length > 0) this.azure.adopt(type, id, body(oldInputs), olds);
    const stored = this.azure.get(id);
    // An empty id tells the engine that the resource is gone.
    if (stored === undefined) return new provider.ReadResponse();
    const imported = { ...stored.inputs, ...parseResourceId(type, id) };
    const inputs = Object.keys(oldInputs).length > 0 ? oldInputs : imported;
    return echo(stored.id, checkpoint(type, stored.outputs), inputs);
  }

  /** Shows what a resource will be like after a change, or changes it. */
  update(request: provider.UpdateRequest): provider.UpdateResponse {
    const inputs = fromStruct(request.getNews());
    const olds = fromStruct(request.getOlds());
    const type = this.#type(request.getUrn());
    if (type === undefined) return new provider.UpdateResponse().setProperties(toStruct({ ...olds, ...inputs }));
    if (request.getPreview()) {
      const { name, location } = olds;
      // These two never change without a replacement, so what depends on them stays known.
      const stable = { ...(name !== undefined && { name }), ...(location !== undefined && { location }) };
      return new provider.UpdateResponse().setProperties(toStruct({ ...previewOutputs(type, inputs), ...stable }));
    }
    this.azure.adopt(type, request.getId(), body(fromStruct(request.getOldInputs())), olds);
    const updated = this.azure.put(type, request.getId(), body(inputs), this.#pardon(request.getUrn()));
    return new provider.UpdateResponse().setProperties(toStruct(checkpoint(type, updated.outputs)));
  }

  /** Deletes a resource. */
  delete(request: provider.DeleteRequest): EmptyMessage {
    const type = this.#type(request.getUrn());
    if (type === undefined) return new Empty();
    const oldInputs = body(fromStruct(request.getOldInputs()));
    this.azure.adopt(type, request.getId(), oldInputs, fromStruct(request.getProperties()));
    this.azure.delete(request.getId());
    return new Empty();
  }

  /** Answers a function. */
  invoke(request: provider.InvokeRequest): provider.InvokeResponse {
    const token = request.getTok();
    const lenient = this.account.strictness.unknownTypes === "warn" && request.getPreview();
    const warn = lenient ? (message: string) => this.#log.warn(message, "") : undefined;
    const args = fromStruct(request.getArgs());
    const result = invoke(
      { token, args, warn, location: this.#config.location, subscriptionId: this.#subscriptionId },
      this.azure,
    );
    return new provider.InvokeResponse().setReturn(toStruct(result));
  }

  /** Takes the refusal of a request that is carried out all the same; `undefined` where refusals are final. */
  #pardon(urn: string): ((refusal: AzureError) => void) | undefined {
    if (this.account.strictness.refusedRequests === "reject") return undefined;
    return ({ message }) => this.#log.warn(`Azure refuses this: ${message}`, urn);
  }

  #group(name: string): StoredResource | undefined {
    return this.azure.get(`/subscriptions/${this.#subscriptionId}/resourceGroups/${name}`);
  }

  #type(urn: string): ResourceType | undefined {
    const token = typeToken(urn);
    const type = resourceTypeOf(token);
    if (type === undefined) this.#unknownResources.refuse(token);
    return type;
  }
}

/** The type of the resource itself: a URN's type part lists its parents' types before it. */
function typeToken(urn: string): string {
  return (urn.split("::")[2] ?? "").split("$").at(-1) ?? "";
}

/** What azure-native keeps in the inputs for itself never reaches Azure. */
function body({ __createBeforeDelete: _, azureApiVersion: __, ...inputs }: PropertyMap): PropertyMap {
  return inputs;
}

function checkpoint(type: ResourceType, outputs: PropertyMap): PropertyMap {
  return { ...outputs, azureApiVersion: resourceSchema(type).apiVersion };
}

function echo(id: string, properties: PropertyMap, inputs: PropertyMap): provider.ReadResponse {
  return new provider.ReadResponse().setId(id).setProperties(toStruct(properties)).setInputs(toStruct(inputs));
}
