import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** The engine's log: what is written to it shows among the diagnostics of the preview. */
export class EngineLog {
  #engine: EngineClient | undefined;
  #address = "";

  /** Connects to the engine at an address; messages before that are lost. */
  connect(address: string): void {
    if (address === "" || address === this.#address) return;
    this.close();
    this.#address = address;
    this.#engine = new EngineClient(address, credentials.createInsecure());
  }

  /** Shows a warning at a resource. */
  warn(message: string, urn: string): void {
    const request = new LogRequest().setSeverity(LogSeverity.WARNING).setMessage(message).setUrn(urn);
    // A warning that the engine no longer takes must not fail the operation that it is about.
    this.#engine?.log(request, () => undefined);
  }

  close(): void {
    this.#engine?.close();
    this.#engine = undefined;
    this.#address = "";
  }
}
