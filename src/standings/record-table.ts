import { defined } from '../model/defined.ts';
import type { RecordSpec } from '../model/fact.ts';
import type { RecordLine } from '../model/row.ts';

/** The records that a venue brings with the setup of an event, as lines of the table. */
export const recordTable = (records: readonly RecordSpec[] = []): readonly RecordLine[] =>
  records.map(({ type, code = '', ...said }) => defined<RecordLine>({ ...said, code, recordType: type }));
