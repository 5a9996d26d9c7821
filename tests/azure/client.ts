import { promisify } from "node:util";
import { credentials } from "@grpc/grpc-js";
import { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { fromStruct, type PropertyMap, toStruct } from "../../tools/azure/property-values";

/** The engine's side of the provider protocol, for one resource after the other. */
export class Client {
  readonly #client: ResourceProviderClient;

  constructor(port: number) {
    // By default clients share their connections, which the engine does not do.
    const options = { "grpc.use_local_subchannel_pool": 1 };
    this.#client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), options);
  }

  async configure(variables: Readonly<Record<string, string>>): Promise<provider.ConfigureResponse> {
    const request = new provider.ConfigureRequest();
    for (const [key, value] of Object.entries(variables)) {
      request.getVariablesMap().set(`azure-native:config:${key}`, value);
    }
    return this.#call<provider.ConfigureRequest, provider.ConfigureResponse>("configure", request);
  }

  /** Tells the provider where the engine is. */
  async attach(address: string): Promise<void> {
    await this.#call("attach", new PluginAttach().setAddress(address));
  }

  /** Asks the provider to be that of a package generated from it. */
  async parameterize(name: string, version: string): Promise<readonly [string, string]> {
    const value = new provider.ParameterizeRequest.ParametersValue().setName(name).setVersion(version);
    const request = new provider.ParameterizeRequest().setValue(value);
    const response = await this.#call<provider.ParameterizeRequest, provider.ParameterizeResponse>(
      "parameterize",
      request,
    );
    return [response.getName(), response.getVersion()];
  }

  async check(type: string, name: string, news: PropertyMap, olds: PropertyMap = {}) {
    const request = new provider.CheckRequest().setUrn(urn(type, name)).setNews(toStruct(news)).setOlds(toStruct(olds));
    request.setRandomseed(Buffer.from(`seed of ${name}`));
    const response = await this.#call<provider.CheckRequest, provider.CheckResponse>("check", request);
    return {
      inputs: fromStruct(response.getInputs()),
      failures: response.getFailuresList().map((failure) => failure.getReason()),
    };
  }

  async diff(type: string, name: string, state: Created, news: PropertyMap) {
    const request = new provider.DiffRequest()
      .setUrn(urn(type, name))
      .setId(state.id)
      .setOlds(toStruct(state.outputs))
      .setOldInputs(toStruct(state.inputs))
      .setNews(toStruct(news));
    const response = await this.#call<provider.DiffRequest, provider.DiffResponse>("diff", request);
    const { Kind } = provider.PropertyDiff;
    const kindName = (kind: number) => Object.entries(Kind).find(([, value]) => value === kind)?.[0];
    return {
      changed: response.getChanges() === provider.DiffResponse.DiffChanges.DIFF_SOME,
      replaces: response.getReplacesList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
      details: Object.fromEntries(
        response
          .getDetaileddiffMap()
          .toArray()
          .map(([path, difference]) => [path, kindName((difference as unknown as [number])[0] ?? 0)]),
      ),
    };
  }

  /** The outputs that a preview shows. */
  async preview(type: string, name: string, inputs: PropertyMap): Promise<PropertyMap> {
    return (await this.#create(type, name, inputs, true)).outputs;
  }

  async create(type: string, name: string, inputs: PropertyMap): Promise<Created> {
    return this.#create(type, name, inputs, false);
  }

  /** Checks and creates, as the engine does. */
  async deploy(type: string, name: string, news: PropertyMap): Promise<Created> {
    const { inputs, failures } = await this.check(type, name, news);
    if (failures.length > 0) throw new Error(failures.join("; "));
    return this.create(type, name, inputs);
  }

  async update(type: string, name: string, state: Created, news: PropertyMap): Promise<PropertyMap> {
    return this.#update(type, name, state, news, false);
  }

  async previewUpdate(type: string, name: string, state: Created, news: PropertyMap): Promise<PropertyMap> {
    return this.#update(type, name, state, news, true);
  }

  async read(type: string, name: string, id: string, state?: Created) {
    const request = new provider.ReadRequest().setUrn(urn(type, name)).setId(id);
    if (state !== undefined) request.setInputs(toStruct(state.inputs)).setProperties(toStruct(state.outputs));
    const response = await this.#call<provider.ReadRequest, provider.ReadResponse>("read", request);
    return {
      id: response.getId(),
      inputs: fromStruct(response.getInputs()),
      outputs: fromStruct(response.getProperties()),
    };
  }

  async delete(type: string, name: string, state: Created): Promise<void> {
    const request = new provider.DeleteRequest()
      .setUrn(urn(type, name))
      .setId(state.id)
      .setProperties(toStruct(state.outputs))
      .setOldInputs(toStruct(state.inputs));
    await this.#call("delete", request);
  }

  async invoke(token: string, args: PropertyMap, preview = false): Promise<PropertyMap> {
    const request = new provider.InvokeRequest().setTok(token).setArgs(toStruct(args)).setPreview(preview);
    const response = await this.#call<provider.InvokeRequest, provider.InvokeResponse>("invoke", request);
    return fromStruct(response.getReturn());
  }

  close(): void {
    this.#client.close();
  }

  async #create(type: string, name: string, inputs: PropertyMap, preview: boolean): Promise<Created> {
    const request = new provider.CreateRequest()
      .setUrn(urn(type, name))
      .setProperties(toStruct(inputs))
      .setPreview(preview);
    const response = await this.#call<provider.CreateRequest, provider.CreateResponse>("create", request);
    return { id: response.getId(), inputs, outputs: fromStruct(response.getProperties()) };
  }

  async #update(type: string, name: string, state: Created, news: PropertyMap, preview: boolean): Promise<PropertyMap> {
    const request = new provider.UpdateRequest()
      .setUrn(urn(type, name))
      .setId(state.id)
      .setOlds(toStruct(state.outputs))
      .setOldInputs(toStruct(state.inputs))
      .setNews(toStruct(news))
      .setPreview(preview);
    const response = await this.#call<provider.UpdateRequest, provider.UpdateResponse>("update", request);
    return fromStruct(response.getProperties());
  }

  async #call<Request, Response>(method: keyof ResourceProviderClient & string, request: Request): Promise<Response> {
    const unary = this.#client[method] as (
      request: Request,
      callback: (error: Error | null, response: Response) => void,
    ) => void;
    try {
      return await promisify(unary.bind(this.#client))(request);
    } catch (error) {
      // What the engine shows is the text without gRPC's code before it.
      throw new Error((error as { details: string }).details);
    }
  }
}

/** A resource as the engine remembers it. */
export interface Created {
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
}

function urn(type: string, name: string): string {
  return `urn:pulumi:dev::project::azure-native:${type}::${name}`;
}
