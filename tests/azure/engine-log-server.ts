import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "../../tools/azure/protobuf";

type Entry = readonly [urn: string, message: string];

/** The engine's log, for providers that write to it. */
export class EngineLogServer {
  readonly #entries: Entry[] = [];
  #arrived: () => void = () => undefined;

  private constructor(
    readonly address: string,
    private readonly server: Server,
  ) {}

  static async open(): Promise<EngineLogServer> {
    const server = new Server();
    const port = await new Promise<number>((resolve, reject) => {
      const bound = (error: Error | null, port: number) => (error === null ? resolve(port) : reject(error));
      server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), bound);
    });
    const log = new EngineLogServer(`127.0.0.1:${port}`, server);
    server.addService(EngineService, {
      log: ({ request }: ServerUnaryCall<LogRequest, unknown>, callback: sendUnaryData<unknown>) => {
        log.#entries.push([request.getUrn(), request.getMessage()]);
        log.#arrived();
        callback(null, new Empty());
      },
    });
    return log;
  }

  /** The first entries, as soon as there are so many. */
  async take(count: number): Promise<readonly Entry[]> {
    while (this.#entries.length < count) await new Promise<void>((resolve) => (this.#arrived = resolve));
    return this.#entries;
  }

  close(): void {
    this.server.forceShutdown();
  }
}
