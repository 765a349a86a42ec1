/** Why somebody has a mark: said once, and in every list that shows the mark, whatever is competed in. */
import { describe, expect, test } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { channelOf, type Document, isOfType, listRows } from '../../src/model/document.ts';
import type { Communication } from '../../src/model/row.ts';
import { disciplineRsc, eventRsc } from '../../src/model/rsc.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import { allCases, type Case, feedOf } from '../support/case-runner.ts';
import { Meet } from '../support/meet.ts';

/** A case that has ended, with a jury that has the last word. */
class Ended {
  readonly #competition = new OfflineCompetition();
  #seq = 0;

  constructor(facts: readonly WireFact[]) {
    for (const fact of facts) this.#competition.takeWire(fact);
  }

  say(unit: string, said: object): void {
    this.#seq += 1;
    this.#competition.takeWire({ source: 'JURY', seq: this.#seq, unit, ...said } as unknown as WireFact);
  }

  get documents(): readonly Document[] {
    return [...this.#competition.documents()];
  }

  /** The reasons beside a mark of somebody, by channel. */
  reasons(competitor: string, irm: string): Map<string, string | undefined> {
    return new Map(
      this.documents.flatMap((document) =>
        listRows(document)
          .filter(({ key, mark }) => key === competitor && mark.irm === irm)
          .map(({ mark }) => [channelOf(document.header), mark.irmReason] as const),
      ),
    );
  }

  disqualifications(unit: string): readonly Communication[] {
    return this.documents
      .filter((document) => document.header.unit === disciplineRsc(unit))
      .flatMap((document) => (isOfType(document, 'COMMUNICATION') ? [...document.rows] : []))
      .map(({ communication }) => communication)
      .filter(({ kind }) => kind === 'DISQUALIFICATION');
  }
}

interface Two {
  readonly unit: string;
  readonly first: string;
  readonly second: string;
  /** Of a match that was played a mark of the event says nothing: it shows where there is a list of the event. */
  readonly isMatch: boolean;
}

/** The last unit of a case that has two rows without a mark, and whom they are about. */
function twoIn(ended: Ended): Two | null {
  for (const document of ended.documents.toReversed()) {
    if (document.header.type !== 'RESULT' || document.header.subcode !== null) continue;
    const [first, second] = listRows(document).filter(({ mark }) => mark.irm === null);
    const isMatch = first?.mark.details.match !== undefined;
    if (second !== undefined)
      return { unit: document.header.unit, first: first!.key, second: second.key, isMatch };
  }
  return null;
}

const CASES = allCases().flatMap((each: Case) => {
  const found = twoIn(new Ended(feedOf(each)));
  return found === null ? [] : [{ name: each.name, facts: feedOf(each), ...found }];
});

test('every sport has a case', () => {
  expect(new Set(CASES.map(({ unit }) => unit.slice(0, 3))).size).toBe(10);
});

describe.each(CASES)('$name', ({ facts, unit, first, second, isMatch }) => {
  const code = unit.startsWith('ATH') ? 'DQ' : 'DSQ';
  const event = eventRsc(unit);

  test('of the unit, after OFFICIAL: in its result, in each list that shows the mark, and told', () => {
    const ended = new Ended(facts);
    ended.say(unit, { status: { result: 'OFFICIAL' } });
    const before = ended.disqualifications(unit).length;
    ended.say(unit, { irm: { competitor: first, code, reason: 'R 1.1' } });
    const reasons = ended.reasons(first, code);
    expect(reasons.get(`${unit}/RESULT`)).toBe('R 1.1');
    expect([...new Set(reasons.values())]).toEqual(['R 1.1']);
    const told = ended.disqualifications(unit);
    expect(told[0]).toMatchObject({ unit, competitors: [first], code, reason: 'R 1.1' });
    expect(told).toHaveLength(before + 1);
    ended.say(unit, { irm: { competitor: first, code, reason: 'R 2.2' } });
    expect([...new Set(ended.reasons(first, code).values())]).toEqual(['R 2.2']);
  });

  test('of the event: wherever it is shown', () => {
    const ended = new Ended(facts);
    ended.say(event, { irm: { competitor: second, code, reason: 'R 3.3' } });
    const reasons = ended.reasons(second, code);
    expect(reasons.size).toBeGreaterThanOrEqual(isMatch ? 0 : 1);
    for (const reason of reasons.values()) expect(reason).toBe('R 3.3');
  });
});

test('of one apparatus: in its list, and in that of no other', () => {
  const unit = 'GARW------------------QUAL000001--';
  const entry = { code: 'ANNA', kind: 'ATHLETE', organisation: 'ITA', name: { family: 'Anna' } };
  const ended = new Ended([]);
  ended.say(unit, { startList: { entries: [{ competitor: entry, startOrder: 1 }] } });
  for (const [point, reason] of [
    ['BB', 'INJ'],
    ['UB', 'ILL'],
  ])
    ended.say(unit, { irm: { competitor: 'ANNA', code: 'DNS', point, reason } });
  const reasons = ended.reasons('ANNA', 'DNS');
  expect(['BB', 'UB', 'FX'].map((part) => reasons.get(`${unit}/RESULT/${part}`))).toEqual([
    'INJ',
    'ILL',
    undefined,
  ]);
});

test('a reason that was said with another mark is not that of this one', () => {
  const meet = new Meet('ATHMHIGHJUMP');
  const final = meet.rsc('FNL-', '000100');
  meet.startList(final, ['ANNA', 'BERT']);
  meet.say(final, { irm: { competitor: 'ANNA', code: 'DNS', reason: 'INJ' } });
  meet.say(meet.rsc(), { irm: { competitor: 'ANNA', code: 'DQ' } });
  const { mark } = meet.rows('RESULT', final).find(({ key }) => key === 'ANNA')!;
  expect([mark.irm, mark.irmReason]).toEqual(['DQ', undefined]);
});

test('of an event whose matches stand as they were played: told of the ranking, once', () => {
  const judo = CASES.find(({ name }) => name === 'judo/paris-2024-mens-66kg')!;
  const ended = new Ended(judo.facts);
  const event = eventRsc(judo.unit);
  ended.say(event, { irm: { competitor: judo.second, code: 'DSQ', reason: 'ADR' } });
  expect([...ended.reasons(judo.second, 'DSQ')]).toEqual([[`${event}/RANKING`, 'ADR']]);
  expect(ended.disqualifications(event)).toMatchObject([
    { unit: event, competitors: [judo.second], code: 'DSQ', reason: 'ADR' },
  ]);
});
