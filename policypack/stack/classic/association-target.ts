import { UnknownValueError } from "../../unknown-value";
import { parseArmId, sameName } from "../arm-id";
import { NotKnown } from "../properties";
import type { ResourceRecord } from "../resource";
import { valueAt } from "./field";

/** A resource of the classic provider that is a property of another resource in azure-native. */
export interface Association {
  readonly classic: string;
  /** azure-native's type of the resource that it changes. */
  readonly target: string;
  /** The input that names this resource: by its id, or by its name with a resource group beside it. */
  readonly names: string;
  /** The property of the target that holds the name. */
  readonly nameProperty: string;
  /** The property that it sets, or adds to. */
  readonly property: string;
  /** The inputs that the new value is computed from. */
  readonly uses: readonly string[];
  /** Whether another resource may add to the same property. */
  readonly isShared: boolean;
  /** The new value of the property, given the one that it has. */
  change(association: object, before: () => unknown): unknown;
}

/** What is known of a resource before its deployment, or after it where the engine shows nothing else. */
export function inputsOf(record: ResourceRecord): object {
  return record.inputs !== undefined && Object.keys(record.inputs).length > 0 ? record.inputs : record.outputs;
}

/** The resource that an association names, or those that it may. */
export function targetsOf(
  record: ResourceRecord,
  { names, target, nameProperty }: Association,
  records: readonly ResourceRecord[],
): { readonly sure?: ResourceRecord; readonly possible: readonly ResourceRecord[] } {
  const candidates = records.filter(({ type }) => type === `azure-native:${target}`);
  const sources = record.propertyDependencies[names] ?? [];
  const linked = candidates.filter(({ urn }) => sources.includes(urn));
  if (linked.length === 1) return { sure: linked[0], possible: [] };
  if (linked.length > 1) return { possible: linked };
  const name = known(() => valueAt(inputsOf(record), names));
  if (name === undefined) return { possible: candidates };
  const parsed = parseArmId(name);
  const own = parsed?.names.at(-1) ?? name;
  const group = parsed?.resourceGroupName ?? known(() => valueAt(inputsOf(record), "resourceGroupName"));
  const isIt = (candidate: ResourceRecord) => {
    const network = parsed !== undefined && parsed.names.length > 1 ? parsed.names[0] : undefined;
    return all(
      same(candidate, nameProperty, own),
      group === undefined ? undefined : same(candidate, "resourceGroupName", group),
      network === undefined ? true : same(candidate, "virtualNetworkName", network),
    );
  };
  const sure = candidates.find((candidate) => isIt(candidate) === true);
  return sure === undefined
    ? { possible: candidates.filter((each) => isIt(each) === undefined) }
    : { sure, possible: [] };
}

/** Whether a property of a record has a value; `undefined` where that is not known. */
function same(record: ResourceRecord, property: string, value: string): boolean | undefined {
  const own = known(() => valueAt(inputsOf(record), property));
  return own === undefined ? undefined : sameName(own, value);
}

function all(...conditions: readonly (boolean | undefined)[]): boolean | undefined {
  if (conditions.includes(false)) return false;
  return conditions.includes(undefined) ? undefined : true;
}

function known(read: () => unknown): string | undefined {
  try {
    const value = read();
    return typeof value === "string" ? value : undefined;
  } catch (error) {
    if (error instanceof UnknownValueError || error instanceof NotKnown) return undefined;
    throw error;
  }
}
