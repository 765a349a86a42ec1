/** A row as one object, as JSON has it and columns see it. */
import type { Row } from './row.ts';
import type { Kind } from './shape/field.ts';
import { type DocumentType, partShape, rowsOf } from './shape/table.ts';

/** Key, the fields of all parts, and `sortOrder`. */
export function flatRow(type: DocumentType, row: Row, index: number): Readonly<Record<string, unknown>> {
  const { key, parts } = rowsOf(type);
  return Object.assign({ [key]: row.key }, ...parts.map((part) => row[part]), { sortOrder: index + 1 });
}

/** What kind of value a column of this source shows; null where it goes deeper than a field, or is the key. */
export function kindAt(type: DocumentType, source: string): Kind['is'] | null {
  for (const part of rowsOf(type).parts) {
    const { fields } = partShape(part);
    if (Object.hasOwn(fields, source)) return fields[source]!.kind.is;
  }
  return null;
}
