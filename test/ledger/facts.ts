/** Facts for ledger tests, as short as they can be said. */
import { decimal } from '../../src/model/decimal.ts';
import type { Fact, FactContents, FactKind, FactOf } from '../../src/model/fact.ts';

export const UNIT = 'ATHM100M--------------FNL-000100--';

export interface Said {
  readonly source?: string;
  readonly epoch?: string;
  readonly seq: number;
  /** Place in the stream; default: the number. */
  readonly at?: number;
  readonly test?: boolean;
}

export function fact<K extends FactKind>(kind: K, content: FactContents[K], said: Said): FactOf<K> & Fact {
  const { source = 'A', epoch = '1', seq, at = seq, test = false } = said;
  return {
    source,
    epoch,
    seq,
    unit: UNIT,
    test,
    storedAt: at,
    streamSeq: at,
    kind,
    content,
  } as unknown as FactOf<K> & Fact;
}

/** "7 finished in 10.02." */
export const finish = (competitor: string, time: string, said: Said) =>
  fact('passing', { competitor, point: 'FIN', time: decimal(time) }, said);
