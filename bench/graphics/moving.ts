/** Documents that change as often as wanted, one for each graphic: recorded ones, of which a row says something else with each version. */
import type { Header } from '../../src/model/document.ts';
import { NO_PLACE, type Row } from '../../src/model/row.ts';
import { eventRsc } from '../../src/model/rsc.ts';
import type { DocumentType } from '../../src/model/shape/table.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import { factsTold, UNDER_WAY } from '../../test/pages/browser/recorded.ts';

export interface MovingDocument {
  /** Name of the graphic. */
  readonly graphic: string;
  readonly header: Header;
  readonly rows: readonly Row[];
  /** Documents that stand beside it and stay as they are; they have no rows. */
  readonly beside: readonly Header[];
  /** The row that changes comes from here; `turn`: 1, 2, 3 ... */
  readonly changed: (row: Row, turn: number) => Row;
}

const withMark = (row: Row, turn: number): Row => {
  const hundredths = String(4_000 + (turn % 1_000));
  const result = `${hundredths.slice(0, 2)}.${hundredths.slice(2)}`;
  const place = { ...row.place!, ranked: true };
  return { ...row, mark: { ...row.mark!, irm: null, result, value: result, resultType: 'TIME' }, place };
};
const withScore = (row: Row, turn: number): Row => ({
  ...row,
  mark: { ...row.mark!, result: String(turn % 100) },
});
const withMedals = (row: Row, turn: number): Row => ({
  ...row,
  medals: { ...row.medals!, bronze: turn % 100 },
});
const withOutcome = (row: Row, turn: number): Row => ({
  ...row,
  outcome: { ...row.outcome!, resultStatus: 'LIVE', scores: [String(turn % 100), '0'] },
});
const withRecord = (row: Row, turn: number): Row => ({
  ...row,
  record: { ...row.record!, result: `9.${String(turn % 1_000).padStart(3, '0')}` },
});
const withReading = (row: Row, turn: number): Row => ({
  ...row,
  reading: { ...row.reading!, temperature: String(turn % 40) },
});

/** Throws where the recorded competitions have no such document any more. */
export function movingDocuments(): readonly MovingDocument[] {
  const competition = new OfflineCompetition();
  for (const fact of factsTold('barcelona', 'rome', 'paris', 'rio')) competition.takeWire(fact);
  const documents = [...competition.documents()];
  const of = (graphic: string, type: DocumentType, unit: string, changed: MovingDocument['changed']) => {
    const found = documents.find(({ header }) => header.type === type && header.unit === unit);
    if (found === undefined) throw new Error(`no ${unit}/${type} for ${graphic}`);
    const rows = [...found.rows].map(changed);
    return { graphic, header: { ...found.header, test: false }, rows, beside: [], changed };
  };
  const race = UNDER_WAY.swimming;
  return [
    ...['lower-third', 'start-list', 'standings', 'lane-result', 'result-strap'].map((graphic) =>
      of(graphic, 'RESULT', race, withMark),
    ),
    clocked(of('clock', 'RESULT', race, withMark)),
    of('score-bug', 'RESULT', UNDER_WAY.match, withScore),
    of('bracket', 'BRACKETS', eventRsc(UNDER_WAY.contest), withOutcome),
    medals(of('medal-table', 'RESULT', race, withMark)),
    records(of('record-strap', 'RESULT', race, withMark)),
    readings(of('weather', 'RESULT', race, withMark)),
  ];
}

const listing = (type: DocumentType, unit: string, { header }: MovingDocument): Header => {
  const { competition, test, names, reliability } = header;
  return {
    type,
    unit: unit.padEnd(34, '-'),
    subcode: null,
    status: 'INTERMEDIATE',
    test,
    rule: null,
    names: { discipline: names.discipline },
    reliability,
    columns: [],
    info: {},
    ...(competition === undefined ? {} : { competition }),
  };
};

/** Counted on in each frame. */
const clocked = (race: MovingDocument): MovingDocument => ({
  ...race,
  beside: [{ ...listing('CURRENT', race.header.unit, race), now: { clock: '0.0', running: true } }],
});

const NATIONS = ['USA', 'FRA', 'JPN', 'ITA', 'KEN', 'NED', 'GER', 'BRA'];

const medals = (like: MovingDocument): MovingDocument => ({
  ...like,
  changed: withMedals,
  header: listing('MEDALS', 'GEN', like),
  rows: NATIONS.map((key, index) => {
    const gold = NATIONS.length - index;
    const counts = { gold, silver: 4, bronze: 2, total: gold + 6, rankTotal: index + 1 };
    return { key, medals: counts, place: { ...NO_PLACE, ranked: true } };
  }),
});

const records = (like: MovingDocument): MovingDocument => ({
  ...like,
  changed: withRecord,
  header: listing('RECORDS', eventRsc(like.header.unit), like),
  rows: [
    {
      key: 'WR',
      record: { code: 'WR', recordType: 'WR', result: '9.580', name: 'A. BERG', organisation: 'NOR' },
    },
  ],
});

const readings = (like: MovingDocument): MovingDocument => ({
  ...like,
  changed: withReading,
  header: listing('CONDITIONS', like.header.unit.slice(0, 3), like),
  rows: [
    {
      key: 'FOP',
      reading: { at: '2024-06-09T19:00:00Z', location: 'FOP', temperature: '24', humidity: '60', wind: '1' },
    },
  ],
});
