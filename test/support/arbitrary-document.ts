/** Documents as fast-check makes them: canonical (no empty optional text), of every type, with awkward texts. */
import fc from 'fast-check';
import { DOCUMENT_TYPES, type Document, type Header, type Info } from '../../src/model/document.ts';
import { RESULT_STATUSES, SCHEDULE_STATUSES } from '../../src/model/result-status.ts';
import type { Details, Identity, Mark, MemberIdentity, Place, Row } from '../../src/model/row.ts';
import { formatRsc } from '../../src/model/rsc.ts';
import { ContentHash } from '../../src/standings/content-hash.ts';

/** Texts that XML can hold, with what has to be escaped in one format or another. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '10.02',
    'MÜLLER',
    'x',
    '<&>"\'',
    ' a\tb\r\nc ',
    '--',
    '\u{1f3c5}',
    "d'Or & Söhne",
    ']]>',
    '&amp;',
    '中',
  ),
  fc.string({ minLength: 1, maxLength: 6 }),
);

const code = fc.stringMatching(/^[A-Z0-9]{1,8}$/);
const decimalText = fc.integer({ min: 0, max: 99_999 }).map((value) => (value / 100).toFixed(2));
const count = fc.nat({ max: 300 });

/** Optional fields are absent rather than empty, flags true rather than false. */
const fields = <T extends object>(
  required: { [K in keyof T]?: fc.Arbitrary<T[K]> },
  optional = {},
): fc.Arbitrary<T> =>
  fc.record({ ...required, ...optional } as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: Object.keys(required),
  }) as unknown as fc.Arbitrary<T>;

const yes = fc.constant(true);

export const arbitraryRsc = fc
  .record({
    discipline: fc.constantFrom('ATH', 'SWM', 'GAR', 'DIV'),
    gender: fc.constantFrom('M', 'W', 'X', ''),
    event: fc.constantFrom('100M', 'LONGJUMP', '1APVT', '4X100MFR'),
    phase: fc.constantFrom('FNL', 'HEAT', ''),
    unit: fc.constantFrom('000100', ''),
  })
  .map(formatRsc);

const person = { name: arbitraryText, organisation: fc.constantFrom('ITA', 'GER', 'USA', 'CIV') };
const personal = {
  given: arbitraryText,
  family: arbitraryText,
  gender: fc.constantFrom('M', 'F'),
  birthDate: fc.constant('1998-02-28'),
  bib: code,
};

const arbitraryMembers: fc.Arbitrary<readonly MemberIdentity[]> = fc.uniqueArray(
  fields<MemberIdentity>({ competitor: code, ...person }, personal),
  { minLength: 1, maxLength: 4, selector: ({ competitor }) => competitor },
);

export const arbitraryIdentity = (competitor: string): fc.Arbitrary<Identity> =>
  fields<Identity>(
    {
      competitor: fc.constant(competitor),
      kind: fc.constantFrom('ATHLETE', 'ATHLETE', 'PAIR', 'TEAM'),
      ...person,
    },
    {
      ...personal,
      startOrder: count,
      lane: code,
      group: code,
      seed: arbitraryText,
      previous: arbitraryRsc,
      bests: fc.dictionary(fc.constantFrom('PB', 'SB', 'NR'), arbitraryText, { minKeys: 1 }),
      unit: arbitraryRsc,
      events: fc.array(arbitraryRsc, { minLength: 1, maxLength: 3 }),
      members: arbitraryMembers,
    },
  );

const athlete = fc.constantFrom('1', 'A', 'B2', 'C');
const family = <T extends object>(required: object, optional: object) =>
  fields<T>(required as never, optional);

export const arbitraryDetails: fc.Arbitrary<Details> = fc.oneof(
  fc.constant({}),
  fc.record({
    timedRace: family<NonNullable<Details['timedRace']>>(
      {
        passings: fc.array(
          family(
            { point: code, time: decimalText },
            { lap: count, section: decimalText, rank: count, rankEqual: yes },
          ),
          { maxLength: 4 },
        ),
      },
      {
        reaction: decimalText,
        thousandths: fc.constant('.123'),
        warnings: fc.constantFrom('~', '>~'),
        penalty: arbitraryText,
        legs: fc.array(
          family({ competitor: athlete, order: count }, { split: decimalText, reaction: decimalText }),
          { minLength: 1, maxLength: 4 },
        ),
      },
    ),
  }),
  fc.record({
    bestOf: family<NonNullable<Details['bestOf']>>(
      {
        attempts: fc.array(
          family({ attempt: count, mark: arbitraryText }, { wind: decimalText, rankAfter: count }),
          {
            maxLength: 6,
          },
        ),
      },
      { bestAttempt: count, wind: decimalText },
    ),
  }),
  fc.record({
    countback: family<NonNullable<Details['countback']>>(
      {
        heights: fc.array(
          family(
            { height: decimalText, trials: fc.constantFrom('o', 'xo', 'xxx', '-', 'x-') },
            { jumpOff: yes },
          ),
          { maxLength: 6 },
        ),
      },
      { failuresAtBest: count, failuresInAll: count },
    ),
  }),
  fc.record({
    judged: family<NonNullable<Details['judged']>>(
      {
        parts: fc.array(
          family(
            {
              part: code,
              score: decimalText,
              components: fc.dictionary(fc.constantFrom('D', 'E', 'ND', 'B', 'J1', 'COUNT'), decimalText),
            },
            { athlete, rank: count, counts: yes },
          ),
          { maxLength: 4 },
        ),
      },
      {},
    ),
  }),
  fc.record({
    combined: family<NonNullable<Details['combined']>>(
      {
        parts: fc.array(
          family(
            { unit: arbitraryRsc, name: arbitraryText },
            {
              result: decimalText,
              resultType: fc.constantFrom('TIME', 'DISTANCE'),
              irm: fc.constant('DNF'),
              points: decimalText,
              rank: count,
              wind: decimalText,
              total: decimalText,
              totalRank: count,
            },
          ),
          { maxLength: 4 },
        ),
      },
      {},
    ),
  }),
);

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

export const arbitraryMark: fc.Arbitrary<Mark> = fields<Mark>(
  {
    result: orNull(arbitraryText),
    resultType: orNull(fc.constantFrom('TIME', 'DISTANCE', 'POINTS', 'IRM')),
    irm: orNull(fc.constantFrom('DNS', 'DQ')),
    records: fc.array(fc.constantFrom('WR', 'NR', 'PB'), { maxLength: 2 }),
    details: arbitraryDetails,
  },
  { irmReason: arbitraryText, unchecked: yes, wlt: fc.constantFrom('W', 'L', 'T') },
);

export const arbitraryPlace: fc.Arbitrary<Place> = fields<Place>(
  {
    rank: orNull(fc.integer({ min: 1, max: 200 })),
    rankEqual: fc.boolean(),
    diff: orNull(decimalText),
    qualificationMark: orNull(fc.constantFrom('Q', 'q', 'R1')),
    decidedBy: orNull(fc.record({ criterion: arbitraryText, clause: fc.constantFrom('TR 26.8.1', '') })),
    photoFinish: fc.boolean(),
  },
  { medal: fc.constantFrom('GOLD', 'SILVER', 'BRONZE'), ruling: arbitraryText },
);

export const arbitraryRow = (competitor: string): fc.Arbitrary<Row> =>
  fc.record({ identity: arbitraryIdentity(competitor), mark: arbitraryMark, place: arbitraryPlace });

export const arbitraryRows = (maxLength = 6): fc.Arbitrary<readonly Row[]> =>
  fc.uniqueArray(code, { maxLength }).chain((codes) => fc.tuple(...codes.map(arbitraryRow)));

const list = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 3 });

export const arbitraryInfo: fc.Arbitrary<Info> = fields<Info>(
  {},
  {
    venue: fc.oneof(fc.constant('STA'), arbitraryText),
    location: arbitraryText,
    scheduledStart: fc.constant('2024-06-09T22:53:00+02:00'),
    started: fc.constant('2024-06-09T22:53:09+02:00'),
    ended: fc.constant('2024-06-09T22:53:20+02:00'),
    wind: fc.constant('+0.7'),
    temperature: decimalText,
    humidity: decimalText,
    pressure: decimalText,
    advance: list(
      fc.record({ by: fc.constantFrom('place', 'best'), count, mark: fc.constantFrom('Q', 'q') }),
    ),
    progress: fc.record({ units: count, complete: count }),
    qualifyingStandard: decimalText,
    schedule: list(
      family(
        { unit: arbitraryRsc, name: arbitraryText, status: fc.constantFrom(...SCHEDULE_STATUSES) },
        {
          event: arbitraryText,
          phase: arbitraryText,
          resultStatus: fc.constantFrom(...RESULT_STATUSES),
          start: fc.constant('2024-06-09T22:53:00+02:00'),
          end: fc.constant('2024-06-09T23:00:00+02:00'),
          venue: code,
          location: code,
          medal: yes,
        },
      ),
    ),
    records: list(
      family(
        {
          code: fc.constantFrom('ATHM100M', 'ATHW100M'),
          recordType: fc.constantFrom('WR', 'OR'),
          result: decimalText,
        },
        {
          competitor: code,
          name: arbitraryText,
          organisation: fc.constant('JAM'),
          date: fc.constant('2009-08-16'),
          place: arbitraryText,
          unit: arbitraryRsc,
          equalled: yes,
          unconfirmed: yes,
          historical: yes,
        },
      ),
    ),
    finishedEvents: count,
    totalEvents: count,
    medals: list(
      fc.record({
        organisation: fc.constantFrom('ITA', 'GER'),
        rank: count,
        rankEqual: fc.boolean(),
        gold: count,
        silver: count,
        bronze: count,
        total: count,
        rankTotal: count,
      }),
    ),
  },
);

export const arbitraryHeader: fc.Arbitrary<Header> = fc.record({
  type: fc.constantFrom(...DOCUMENT_TYPES),
  unit: arbitraryRsc,
  subcode: orNull(code),
  status: fc.constantFrom(...RESULT_STATUSES),
  test: fc.boolean(),
  rule: orNull(fc.constant('ATH.100M@2024')),
  names: fields<Header['names']>(
    { discipline: arbitraryText },
    { event: arbitraryText, phase: arbitraryText, unit: arbitraryText },
  ),
  reliability: fc.record({
    ok: fc.boolean(),
    reasons: fc.array(fc.constantFrom('SOURCE_SILENT', 'HELD'), { maxLength: 2 }),
  }),
  columns: fc.array(
    fc.record({
      label: arbitraryText,
      source: fc.constantFrom('rank', 'result', 'details.timedRace.reaction'),
      align: fc.constantFrom('left', 'right', 'center'),
      width: count,
    }),
    { maxLength: 3 },
  ),
  info: arbitraryInfo,
});

const arbitraryCorrection = fc.record({
  of: count,
  reason: orNull(arbitraryText),
  moved: fc.array(code, { maxLength: 3 }),
});

export const arbitraryDocument = (maxRows = 6): fc.Arbitrary<Document> =>
  fc
    .record({
      version: fc.integer({ min: 1, max: 100_000 }),
      asOf: fc.constantFrom('2024-06-09T20:53:11.104Z', '1999-12-31T00:00:00.000Z'),
      correction: orNull(arbitraryCorrection),
      header: arbitraryHeader,
      rows: arbitraryRows(maxRows),
    })
    .map((document) => ({
      epoch: 'k3f9',
      hash: new ContentHash(document.header, document.rows).text,
      ...document,
    }));
