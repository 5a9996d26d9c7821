import { firewall } from "./firewall";
import { governance } from "./governance";
import { machines } from "./machines";
import { classicType, type Mapping } from "./mapping";
import { network } from "./network";
import { schedules } from "./schedules";

/** Every type of the classic provider that rules have a use for. */
export const mappings: readonly Mapping[] = [...machines, ...schedules, ...governance, ...network, ...firewall];

const byType = new Map<string, Mapping>(mappings.map((mapping) => [mapping.classic, mapping]));

/** The mapping of a type token of the classic provider; `undefined` for one that the rules have no use for. */
export function mappingOf(type: string): Mapping | undefined {
  return byType.get(classicType(type) ?? "");
}
