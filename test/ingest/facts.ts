import fc from 'fast-check';
import type { WireFact } from '../../src/ingest/wire.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { disciplineRsc, GENERAL } from '../../src/model/rsc.ts';
import { UNIT } from './support.ts';

/** Any fact that a venue may send, in its wire form. */
const decimal = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 999_999 }), fc.nat(6))
  .map(([whole, fraction, digits]) =>
    digits === 0 ? `${whole}` : `${whole}.${String(fraction).padStart(6, '0').slice(0, digits)}`,
  );
const time = fc
  .tuple(
    fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    fc.nat(999),
    fc.boolean(),
  )
  .map(
    ([date, micro, zone]) =>
      `${date.toISOString().slice(0, -1)}${String(micro).padStart(3, '0')}${zone ? '+05:30' : 'Z'}`,
  );
const code = fc.stringMatching(/^[A-Za-z0-9#+.-]{1,12}$/);
const competitor = fc.stringMatching(/^[A-Z0-9]{1,7}$/);
const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter((value) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value));
const count = fc.integer({ min: 1, max: 500 });
const bool = fc.boolean();
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const name = fc.oneof(
  fc.record({
    given: text,
    family: text,
    tv: optional(text),
    tvInitial: optional(text),
    short: optional(text),
    pronunciation: optional(text),
  }),
  fc.record({ family: text }),
  fc.record({ team: text }),
);
const names = fc.dictionary(fc.constantFrom('en', 'fr', 'pt-BR'), text, { noNullPrototype: true });
const utcOffset = fc.constantFrom('+02:00', '-09:30', undefined);
const person = {
  code: competitor,
  kind: fc.constantFrom('ATHLETE', 'PAIR', 'TEAM'),
  organisation: code,
  name,
};
const optionKey = fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,8}$/);
const { options } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, text, fc.integer(), bool, fc.constant(null), tie('list'), tie('options')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  options: fc.dictionary(optionKey, tie('value'), { maxKeys: 3, noNullPrototype: true }),
}));

const contents: { readonly [K in FactKind]: fc.Arbitrary<object> } = {
  setup: fc.record({
    rule: fc.constant('ATH.100M@2024'),
    name: optional(text),
    scheduledStart: optional(time),
    points: fc.array(fc.record({ code, distance: optional(decimal) }), { maxLength: 3 }),
    laps: optional(count),
    heights: optional(fc.array(decimal, { maxLength: 5 })),
    units: fc.array(fc.constant(UNIT), { maxLength: 2 }),
    advance: fc.array(
      fc.record({
        by: fc.constant('standard'),
        count: fc.nat(50),
        mark: code.map((mark) => mark.slice(0, 4)),
        value: decimal,
      }),
      { maxLength: 2 },
    ),
    medals: fc.array(count, { maxLength: 3 }),
    options: optional(options as fc.Arbitrary<object>),
  }),
  startList: fc.record({
    entries: fc.array(
      fc.record({
        competitor: fc.record({
          ...person,
          members: optional(fc.array(fc.record(person), { maxLength: 2 })),
        }),
        startOrder: fc.nat(500),
        lane: optional(code),
        startOffset: optional(decimal),
        previous: optional(fc.constant(UNIT)),
        bests: optional(fc.dictionary(fc.constantFrom('PB', 'SB'), text, { noNullPrototype: true })),
      }),
      { maxLength: 4 },
    ),
  }),
  start: fc.record({ at: time, competitor: optional(competitor), false: optional(bool) }),
  passing: fc.record({
    competitor,
    point: code,
    lap: optional(fc.nat(99)),
    time: decimal,
    at: optional(time),
    order: optional(count),
    unconfirmed: optional(bool),
  }),
  reaction: fc.record({ competitor, time: decimal }),
  attempt: fc.record({
    competitor,
    attempt: count,
    outcome: fc.constantFrom('VALID', 'FAILED', 'PASSED', 'RETIRED'),
    mark: optional(decimal),
    height: optional(decimal),
    weight: optional(decimal),
    wind: optional(decimal),
    phase: optional(code),
    inner: optional(bool),
    revision: optional(fc.nat(9)),
  }),
  score: fc.record({
    competitor,
    component: code,
    value: decimal,
    round: optional(fc.nat(9)),
    element: optional(code),
    judge: optional(code),
  }),
  periodScore: fc.record({ competitor, period: code, value: decimal, total: optional(decimal) }),
  action: fc.record({
    id: code,
    kind: code,
    competitor,
    athlete: optional(competitor),
    clock: optional(text),
    detail: optional(text),
    value: optional(decimal),
  }),
  clock: fc.record({ period: code, time: decimal, running: bool }),
  irm: fc.record({
    competitor,
    code: fc.constantFrom('DNS', 'DQ', null),
    attempt: optional(count),
    reason: optional(text),
  }),
  penalty: fc.record({
    competitor,
    id: code,
    kind: code,
    value: decimal,
    measure: fc.constantFrom('TIME', 'POINTS', 'LAPS', 'PLACES'),
    reason: optional(text),
  }),
  conditions: fc.record({
    competitor: optional(competitor),
    at: optional(time),
    place: optional(code),
    wind: optional(decimal),
    temperature: optional(decimal),
    snow: optional(text),
    windFactor: optional(decimal),
  }),
  order: fc.record({
    id: code,
    competitors: fc.array(competitor, { minLength: 1, maxLength: 4 }),
    equal: optional(bool),
    why: fc.constantFrom('LOT', 'JURY'),
  }),
  advance: fc.record({ competitor, mark: fc.constantFrom('qR', 'qJ', null) }),
  rankOverride: fc.record({
    competitor,
    rank: fc.option(count),
    medal: fc.constantFrom('GOLD', null, undefined),
    reason: text,
  }),
  status: fc.record({ result: fc.constantFrom('LIVE', 'OFFICIAL'), reason: optional(text) }),
  schedule: fc.record({
    status: fc.constantFrom('RUNNING', 'FINISHED'),
    start: optional(time),
    end: optional(time),
    actualStart: optional(time),
    actualEnd: optional(time),
  }),
  note: fc.record({
    id: code,
    text,
    language: fc.constantFrom('en', 'pt-BR', undefined),
    about: optional(text),
    competitors: optional(fc.array(competitor, { maxLength: 3 })),
  }),
  void: fc.record({ seq: count, source: optional(fc.constant('OTHER')), epoch: optional(fc.constant('2')) }),
  link: fc.record({ source: fc.constant('OTHER'), state: fc.constantFrom('SILENT', 'GAP', 'OK') }),
  release: fc.record({
    source: fc.constant('OTHER'),
    epoch: optional(fc.constant('2')),
    seq: count,
    by: text,
  }),
  heartbeat: fc.record({ every: optional(count) }),
  competition: fc.record({
    code: fc.constantFrom('OG2024', 'MEET-1'),
    names: optional(names),
    timeZone: fc.constantFrom('Europe/Paris', undefined),
    utcOffset,
    languages: optional(fc.array(fc.constantFrom('en', 'fr'), { maxLength: 2 })),
    venues: optional(
      fc.array(
        fc.record({
          code,
          names: optional(names),
          utcOffset,
          locations: optional(fc.array(fc.record({ code, names: optional(names) }), { maxLength: 2 })),
        }),
        { maxLength: 3 },
      ),
    ),
    organisations: optional(
      fc.array(fc.record({ code, names: optional(names), flag: optional(code) }), { maxLength: 3 }),
    ),
  }),
  session: fc.record({
    code: fc.constantFrom('ATH01', 'ATH02'),
    names: optional(names),
    start: optional(time),
    end: optional(time),
    venue: optional(code),
    type: fc.constantFrom('MOR', 'EVE', undefined),
    status: fc.constantFrom('SCHEDULED', 'CANCELLED', undefined),
  }),
};

const expected = fc.record({
  seq: fc.integer({ min: 0, max: 0xffffffff }),
  source: optional(fc.constant('OTHER')),
  epoch: optional(fc.constant('2')),
});

/** As JSON carries it: without undefined fields. */
const asJson = (wire: object): WireFact => JSON.parse(JSON.stringify(wire)) as WireFact;

function unitOf(kind: FactKind): string | undefined {
  if (kind === 'heartbeat') return undefined;
  if (kind === 'competition') return GENERAL;
  return kind === 'session' ? disciplineRsc(UNIT) : UNIT;
}

const factOfKind = (kind: FactKind): fc.Arbitrary<WireFact> =>
  fc
    .record({
      source: fc.constantFrom('STA-TIMING-1', 'B_2'),
      epoch: optional(fc.constantFrom('1', '2024-06-09')),
      seq: fc.integer({ min: 1, max: 0xffffffff }),
      sentAt: optional(time),
      unit: fc.constant(unitOf(kind)),
      replaces: optional(count),
      expects:
        kind === 'heartbeat' || kind === 'link' || kind === 'release'
          ? fc.constant(undefined)
          : optional(expected),
      test: optional(bool),
      [kind]: contents[kind],
    })
    .map(asJson);

export const anyWireFact: fc.Arbitrary<WireFact> = fc.oneof(
  ...(Object.keys(contents) as FactKind[]).map(factOfKind),
);
