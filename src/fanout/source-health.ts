import type { Document } from '../model/document.ts';
import { disciplineOf } from '../model/rsc.ts';
import type { SourceReport, SourceState } from '../model/server-words.ts';

export interface SourceHealth {
  /** The sources behind these documents. */
  of(documents: Iterable<Document>, now: number): readonly SourceReport[];
}

/**
 * What the documents themselves say: one line per discipline, with the worst state that any of them
 * names and the age of the newest fact in any of them.
 */
export const healthFromDocuments: SourceHealth = {
  of(documents, now) {
    const known = new Map<string, { state: SourceState; asOf: string }>();
    for (const { header, asOf } of documents) {
      const source = disciplineOf(header.unit);
      const before = known.get(source);
      const state = worse(before?.state ?? 'ok', stateOf(header.reliability.reasons));
      known.set(source, { state, asOf: before !== undefined && before.asOf > asOf ? before.asOf : asOf });
    }
    return [...known].map(([source, { state, asOf }]) => ({ source, state, lastFactAgeMs: age(asOf, now) }));
  },
};

const SEVERITY: Readonly<Record<SourceState, number>> = { ok: 0, gap: 1, silent: 2 };

const worse = (one: SourceState, other: SourceState): SourceState =>
  SEVERITY[one] >= SEVERITY[other] ? one : other;

function stateOf(reasons: readonly string[]): SourceState {
  if (reasons.includes('SOURCE_SILENT')) return 'silent';
  return reasons.includes('SEQUENCE_GAP') ? 'gap' : 'ok';
}

function age(asOf: string, now: number): number | null {
  const at = Date.parse(asOf);
  return Number.isNaN(at) ? null : Math.max(0, now - at);
}
