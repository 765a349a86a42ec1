/** Two documents that fit on a screen, for tests with literal bytes. */
import type { Document, Header } from '../../src/model/document.ts';
import { NO_PLACE, type StoredRow } from '../../src/model/row.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';

const header: Header = {
  type: 'RESULT',
  unit: 'ATHM100M--------------FNL-000100--',
  subcode: null,
  status: 'UNOFFICIAL',
  test: false,
  rule: 'ATH.100M@2024',
  names: { discipline: 'Athletics', event: "Men's 100m", phase: 'Final', unit: 'Final' },
  reliability: { ok: true, reasons: [] },
  columns: [{ label: 'Rank', source: 'rank', align: 'right', width: 4 }],
  info: { wind: '+0.7', started: '2024-06-09T22:53:00+02:00' },
};

const winner: StoredRow = {
  key: '1234567',
  identity: {
    kind: 'ATHLETE',
    name: 'JACOBS Marcell',
    given: 'Marcell',
    family: 'Jacobs',
    organisation: 'ITA',
    gender: 'M',
    bib: '321',
    startOrder: 5,
    lane: '5',
    bests: { PB: '9.80' },
  },
  mark: {
    result: '10.02',
    resultType: 'TIME',
    irm: null,
    records: ['WL'],
    details: { timedRace: { reaction: '0.158', passings: [] } },
  },
  place: { ...NO_PLACE, ranked: true },
};

const disqualified: StoredRow = {
  key: '7654321',
  identity: { kind: 'ATHLETE', name: 'O’NEIL', family: 'O’Neil', organisation: 'IRL' },
  mark: { result: null, resultType: 'IRM', irm: 'DQ', irmReason: 'TR16.8', records: [], details: {} },
  place: NO_PLACE,
};

export const SPRINT: Document = {
  epoch: 'k3f9',
  version: 17,
  // As literal bytes have it: not the content's own.
  hash: '9b1f03c2a7745e10',
  asOf: '2024-06-09T20:53:11.104Z',
  correction: null,
  header,
  rows: [winner, disqualified],
};

/** A row as most disciplines have it, for measurements and fragment tests. */
export const sprinter = (number: number): StoredRow => ({
  key: String(1_000_000 + number),
  identity: {
    ...winner.identity,
    bib: String(number),
    startOrder: number,
  },
  mark: { ...winner.mark, result: `10.${String(number % 100).padStart(2, '0')}` },
  place: winner.place,
});

export const documentOf = (rows: readonly StoredRow[], version = 1): Document => ({
  ...SPRINT,
  version,
  hash: new ContentHash(header, rows).text,
  rows,
});
