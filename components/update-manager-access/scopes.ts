import type * as pulumi from "@pulumi/pulumi";
import type { MachineKind } from "../../facts/machine-kind";
import { mapInput } from "../shared/input";
import { machineKinds } from "../shared/machine-kinds";
import { member } from "../shared/member";
import { isPlain, type Problems, present } from "../shared/problems";
import { isMachineId, isResourceGroupId, subscriptionIdOf } from "../shared/scope";
import { UpdateManagerOperation } from "./operations";

const scopesPage = "https://learn.microsoft.com/azure/update-manager/roles-permissions";

/** Where access is granted: exactly one of these. */
export interface AccessScopeArgs {
  /** The resource id of an Azure virtual machine. */
  virtualMachineId?: pulumi.Input<string>;
  /** The resource id of an Arc-enabled server. */
  arcServerId?: pulumi.Input<string>;
  /** The resource id of a resource group. */
  resourceGroupId?: pulumi.Input<string>;
  /** A subscription, by its GUID or its id `/subscriptions/...`. */
  subscriptionId?: pulumi.Input<string>;
}

/** A scope of role assignments. */
export interface ResolvedScope {
  readonly name: string;
  readonly id: pulumi.Input<string>;
  /** The kinds of machine that there are at the scope. */
  readonly machineKinds: readonly MachineKind[];
}

type ScopeKind = keyof AccessScopeArgs;

const machineAt: Partial<Record<ScopeKind, MachineKind>> = { virtualMachineId: "azure", arcServerId: "arc" };

/** The operations that mean something at every scope; the others have their own. */
const scopesOf: Partial<Record<UpdateManagerOperation, readonly ScopeKind[]>> = {
  [UpdateManagerOperation.ReadOperationStatus]: ["subscriptionId"],
  [UpdateManagerOperation.AuthorSchedules]: ["resourceGroupId", "subscriptionId"],
  [UpdateManagerOperation.RemediatePolicies]: ["resourceGroupId", "subscriptionId"],
};

/** The scopes that the arguments name. */
export function resolveScopes(
  scopes: Readonly<Record<string, AccessScopeArgs>>,
  kinds: readonly MachineKind[],
  operations: readonly UpdateManagerOperation[],
  problems: Problems,
): readonly ResolvedScope[] {
  // Programs in other languages hand over a map in any order, and the first scope is where a custom role is defined.
  const entries = Object.entries(scopes).sort(([one], [other]) => (one < other ? -1 : 1));
  if (entries.length === 0) problems.add("scopes", "give a machine, resource group or subscription.");
  const resolved = entries.flatMap(([name, scope]) => resolveScope(name, scope, kinds, operations, problems));
  checkDistinct(resolved, problems);
  return resolved;
}

function resolveScope(
  name: string,
  scope: AccessScopeArgs,
  kinds: readonly MachineKind[],
  operations: readonly UpdateManagerOperation[],
  problems: Problems,
): ResolvedScope[] {
  const path = member("scopes", name);
  const { virtualMachineId, arcServerId, resourceGroupId, subscriptionId } = scope;
  const given = present({ virtualMachineId, arcServerId, resourceGroupId, subscriptionId }) as ScopeKind[];
  const [kind] = given;
  if (kind === undefined || given.length > 1) {
    const found = given.length > 1 ? `has ${given.join(" and ")}: ` : "";
    problems.add(path, `${found}give one of virtualMachineId, arcServerId, resourceGroupId and subscriptionId.`);
    return [];
  }
  for (const operation of operations) {
    const meaningful = scopesOf[operation];
    if (meaningful && !meaningful.includes(kind)) {
      problems.add(
        `${path}.${kind}`,
        `${JSON.stringify(operation)} has no effect here: it takes ${meaningful.join(" or ")}. See ${scopesPage}`,
      );
    }
  }
  const machine = machineAt[kind];
  if (machine && !kinds.includes(machine)) {
    problems.add(`${path}.${kind}`, `is ${machineKinds[machine].noun}, which resourceTypes leaves out.`);
  }
  return [{ name, id: scopeId(path, kind, scope[kind] ?? "", problems), machineKinds: machine ? [machine] : kinds }];
}

function scopeId(path: string, kind: ScopeKind, value: pulumi.Input<string>, problems: Problems): pulumi.Input<string> {
  const checked = problems.checked(`${path}.${kind}`, value, (id) =>
    isId[kind](id) ? undefined : `${JSON.stringify(id)} is not the id of ${nouns[kind]}.`,
  );
  if (kind !== "subscriptionId") return checked;
  return mapInput(checked, (id) => subscriptionIdOf(id) ?? id);
}

const isId: Readonly<Record<ScopeKind, (id: string) => boolean>> = {
  virtualMachineId: (id) => isMachineId(id, "azure"),
  arcServerId: (id) => isMachineId(id, "arc"),
  resourceGroupId: isResourceGroupId,
  subscriptionId: (id) => subscriptionIdOf(id) !== undefined,
};

const nouns: Readonly<Record<ScopeKind, string>> = {
  virtualMachineId: machineKinds.azure.noun,
  arcServerId: machineKinds.arc.noun,
  resourceGroupId: "a resource group",
  subscriptionId: "a subscription",
};

/** Azure takes a role once for a principal at a scope. */
function checkDistinct(scopes: readonly ResolvedScope[], problems: Problems): void {
  const first = new Map<string, string>();
  for (const { name, id } of scopes) {
    if (!isPlain(id)) continue;
    const earlier = first.get(id.toLowerCase());
    if (earlier === undefined) first.set(id.toLowerCase(), name);
    else problems.add(member("scopes", name), `is the same as ${member("scopes", earlier)}: leave one of them out.`);
  }
}
