import { isDeepStrictEqual } from "node:util";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import type { EngineLog } from "./engine-log";
import { guidOf } from "./naming";
import { type PropertyMap, toStruct } from "./property-values";

/**
 * Resources of types that the offline Azure does not know: they are refused, or pass unchecked with a warning and
 * their inputs as outputs, so that a stack with one of them can still be previewed.
 */
export class UnknownResources {
  constructor(
    private readonly mode: "warn" | "reject",
    private readonly log: EngineLog,
  ) {}

  /** Refuses the type, if unknown types are refused. */
  refuse(token: string): void {
    if (this.mode === "reject") throw new Error(`Resource type ${token} not found`);
  }

  /** Says that a resource passes unchecked. */
  warn(token: string, urn: string): void {
    this.log.warn(`The offline Azure does not know ${token}: not checked.`, urn);
  }

  /** Echoes the inputs. */
  create(urn: string, inputs: PropertyMap, preview: boolean): provider.CreateResponse {
    const response = new provider.CreateResponse().setProperties(toStruct(inputs));
    return preview ? response : response.setId(`/providers/Offline.Azure/unknown/${guidOf(urn)}`);
  }

  /** Any difference of the inputs is an update. */
  diff(olds: PropertyMap, news: PropertyMap): provider.DiffResponse {
    const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;
    return new provider.DiffResponse().setChanges(isDeepStrictEqual(olds, news) ? DIFF_NONE : DIFF_SOME);
  }
}
