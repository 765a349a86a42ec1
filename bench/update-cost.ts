/**
 * Question: what does one fact cost, from the fact to the bytes of the update, by the number of rows?
 *
 *   passing -> fold, rank, document -> delta (JSON, protobuf) and whole document (JSON, protobuf, XML)
 *
 * The measured way reuses what did not change. Beside it, in the same run: ranking everything anew and
 * encoding whole documents with `JSON.stringify` and fast-xml-parser's builder. It would change with the
 * number of columns and splits per row, and with corrections, which refold the unit.
 * The last document is compared with one folded from scratch in another order before a figure is printed.
 */
import { XMLBuilder } from 'fast-xml-parser';
import { encoderOf } from '../src/encode/format.ts';
import type { Document } from '../src/model/document.ts';
import { channelOf } from '../src/model/document.ts';
import type { Fact } from '../src/model/fact.ts';
import { SPORTS } from '../src/sports.ts';
import { Competition } from '../src/standings/competition.ts';
import type { Version } from '../src/versions/versioned.ts';
import { type Answer, atMost, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { massRace } from './support/mass-race.ts';

const EPOCH = 'bench';
const SIZES = { smoke: [8, 150], real: [8, 150, 1_000, 50_000] } as const;
/** The budget for one update of 150 rows: fold, rank and document; the delta in all formats in use. */
const FOLD_LIMIT_MS = 0.1;
const DELTA_LIMIT_MS = 0.1;
const ROWS_OF_BUDGET = 150;
const WARM_UP_ROUNDS = 5;

export const updateCost: Benchmark = {
  name: 'update-cost',
  question: 'What does one update cost, by the number of rows (median, milliseconds)?',
  async run(size, progress): Promise<Answer> {
    // An engine is warm after its first minutes; the first hundreds of updates only make it so.
    if (size === 'real') for (let round = 0; round < WARM_UP_ROUNDS; round += 1) measure(ROWS_OF_BUDGET, 600);
    const figures = SIZES[size].map((rows) => {
      progress(`${rows} rows ...`);
      return measure(rows, size === 'smoke' ? 20 : Math.min(400, rows * 4));
    });
    const budget = figures.find(({ rows }) => rows === ROWS_OF_BUDGET)!;
    return {
      figures,
      bars: [
        atMost(
          `fold, rank, document at ${ROWS_OF_BUDGET} rows, ms`,
          budget['fold+rank+document'] as number,
          FOLD_LIMIT_MS,
        ),
        atMost(
          `delta in JSON and protobuf at ${ROWS_OF_BUDGET} rows, ms`,
          rounded((budget['delta json'] as number) + (budget['delta protobuf'] as number), 4),
          DELTA_LIMIT_MS,
        ),
      ],
    };
  },
  inShort: (figures) => [
    'fold, rank, document + JSON delta, ms:',
    ...figures.map((figure) => {
      const [document, delta] = [numberOf(figure, 'fold+rank+document'), numberOf(figure, 'delta json')];
      return `${numberOf(figure, 'rows')} rows ${document} + ${delta}`;
    }),
  ],
};

function measure(rows: number, updates: number): Figure {
  const race = massRace(rows, updates);
  const competition = new Competition({ epoch: EPOCH, sports: SPORTS });
  for (const fact of race.opening) competition.take(fact);
  const spent = new Map<string, number[]>();
  const clock = <T>(what: string, work: () => T): T => {
    const begun = performance.now();
    const outcome = work();
    const times = spent.get(what) ?? [];
    times.push(performance.now() - begun);
    spent.set(what, times);
    return outcome;
  };
  const [json, protobuf, odf] = [encoderOf('json'), encoderOf('protobuf'), encoderOf('odf')];
  const builder = new XMLBuilder({ ignoreAttributes: false });
  const everyNth = rows > 1_000 ? 50 : 5;
  let last: Version | undefined;
  for (const [index, passing] of race.passings.entries()) {
    const { versions } = clock('fold+rank+document', () => competition.take(passing));
    const version = versions.find(({ document }) => document.header.type === 'RESULT');
    if (version?.delta == null) continue;
    last = version;
    const { document, delta } = version;
    const channel = channelOf(document.header);
    clock('delta json', () => json.deltaFrame(channel, EPOCH, delta));
    clock('delta protobuf', () => protobuf.deltaFrame(channel, EPOCH, delta));
    if (index % everyNth !== 0) continue;
    clock('whole json', () => json.whole(document));
    clock('whole protobuf', () => protobuf.whole(document));
    clock('whole xml', () => odf.whole(document));
    clock('JSON.stringify', () => JSON.stringify(plain(document)));
    if (rows <= 1_000) clock('XML builder', () => builder.build({ OdfBody: plain(document) }));
  }
  check(last!.document, race.opening, race.passings);
  return { rows, updates: race.passings.length, ...medians(spent), checksum: last!.document.hash };
}

/** The document as plain objects, as one would hand it to a library. */
const plain = ({ header, rows, version, hash }: Document): object => ({
  ...header,
  version,
  hash,
  rows: rows.map(({ identity, mark, place }, index) => ({
    ...identity,
    ...mark,
    ...place,
    sortOrder: index + 1,
  })),
});

/** The same facts from the last to the first must give the same document. */
function check(document: Document, opening: readonly Fact[], passings: readonly Fact[]): void {
  const again = new Competition({ epoch: EPOCH, sports: SPORTS });
  const few = passings.length * document.rows.length > 1_000_000;
  for (const fact of [...(few ? passings : passings.toReversed()), ...opening]) again.take(fact);
  const other = again.documents.get(channelOf(document.header))?.current;
  if (other?.hash !== document.hash)
    throw new Error(`from scratch the document is another one: ${other?.hash} instead of ${document.hash}`);
}

const COLUMNS = [
  'fold+rank+document',
  'delta json',
  'delta protobuf',
  'whole json',
  'whole protobuf',
  'whole xml',
  'JSON.stringify',
  'XML builder',
];

function medians(spent: ReadonlyMap<string, number[]>): Figure {
  return Object.fromEntries(
    COLUMNS.map((what) => {
      const times = (spent.get(what) ?? []).toSorted((one, other) => one - other);
      return [what, times.length === 0 ? '-' : rounded(times[times.length >> 1]!, 4)];
    }),
  );
}
