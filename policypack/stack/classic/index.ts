import type { ResourceRecord } from "../resource";
import { applyAssociations } from "./associations";
import { adaptRecord, classicType } from "./mapping";
import { mappingOf } from "./mappings";

/**
 * The resources of a stack as azure-native would have them: those of the classic provider, `@pulumi/azure`, take its types
 * and properties, so that rules need to know of one provider alone. Whatever is unknown stays unknown.
 */
export function adaptClassic(records: readonly ResourceRecord[]): readonly ResourceRecord[] {
  if (!records.some(({ type }) => classicType(type) !== undefined)) return records;
  const adapted = records.map((record) => {
    const mapping = mappingOf(record.type);
    return mapping === undefined ? record : adaptRecord(record, mapping);
  });
  return applyAssociations(records, adapted);
}
