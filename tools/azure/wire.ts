import * as provider from "@pulumi/pulumi/proto/provider_pb";
import type { differences } from "./diff";
import type { Autonaming } from "./naming";
import type { PropertyMap } from "./property-values";

/** How the engine wants names to be made. */
export function autonamingOf(options: provider.CheckRequest.AutonamingOptions | undefined): Autonaming | undefined {
  if (options === undefined) return undefined;
  const { Mode } = provider.CheckRequest.AutonamingOptions;
  const modes = { [Mode.PROPOSE]: "propose", [Mode.ENFORCE]: "enforce", [Mode.DISABLE]: "disable" } as const;
  return { mode: modes[options.getMode()], proposedName: options.getProposedName() };
}

/** Differences as the engine takes them. */
export function diffResponse(changed: ReturnType<typeof differences>, oldInputs: PropertyMap): provider.DiffResponse {
  const { DiffChanges } = provider.DiffResponse;
  const response = new provider.DiffResponse();
  if (changed.size === 0) return response.setChanges(DiffChanges.DIFF_NONE);
  const { Kind } = provider.PropertyDiff;
  const kinds = { add: Kind.ADD, delete: Kind.DELETE, update: Kind.UPDATE };
  const replacements = { add: Kind.ADD_REPLACE, delete: Kind.DELETE_REPLACE, update: Kind.UPDATE_REPLACE };
  for (const [path, { kind, replaces }] of changed) {
    const difference = new provider.PropertyDiff().setKind(replaces ? replacements[kind] : kinds[kind]);
    response.getDetaileddiffMap().set(path, difference);
  }
  const topLevel = (path: string) => path.split(/[.[]/)[0] ?? path;
  const replaces = [...changed].filter(([, difference]) => difference.replaces).map(([path]) => topLevel(path));
  return response
    .setChanges(DiffChanges.DIFF_SOME)
    .setDiffsList([...new Set([...changed.keys()].map(topLevel))])
    .setReplacesList([...new Set(replaces)])
    .setHasdetaileddiff(true)
    .setDeletebeforereplace(replaces.length > 0 && oldInputs.__createBeforeDelete !== true);
}
