/** What facts about one competitor may cost: a bound in what rules are shown, not in time. */
import { expect, test } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { FACTS_OF_UNIT, FACTS_PER_COMPETITOR } from '../../src/ledger/bounds.ts';
import { UnitLedger } from '../../src/ledger/unit-ledger.ts';
import { listRows } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { NO_DETAILS } from '../../src/model/row.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import type { Sport, UnitRule } from '../../src/rules/contract.ts';
import { refusedOutright, UNITS_OF_EVENT } from '../../src/standings/refusal.ts';
import { fact } from '../ledger/facts.ts';

const UNIT = 'ZZZMLAPS--------------FNL-000100--';

/** A race in which laps are counted, that counts what it is shown. */
class Laps {
  shown = 0;
  readonly #rule: UnitRule<number> = {
    id: 'ZZZ.LAPS@2024',
    over: 'facts',
    family: 'laps',
    reads: ['passing'],
    columns: [],
    irmOrder: [],
    criteria: [],
    card: (_entry, { passings }) => {
      this.shown += passings.length;
      return passings.length;
    },
    standing: () => ({ stage: 'UNDERWAY', irm: null }),
    mark: (laps) => ({ result: String(laps), resultType: null, details: NO_DETAILS }),
  };
  readonly #sport: Sport = {
    discipline: 'ZZZ',
    name: 'Laps',
    unitRule: () => this.#rule,
    partsRule: () => null,
    plan: () => null,
  };
  readonly #competition = new OfflineCompetition([this.#sport]);
  #seq = 0;

  say(said: object): string | null {
    this.#seq += 1;
    const fact = { source: 'TEST', seq: this.#seq, unit: UNIT, ...said } as unknown as WireFact;
    return this.#competition.takeWire(fact)?.code ?? null;
  }

  lap(competitor: string, lap: number, time = lap): string | null {
    return this.say({ passing: { competitor, point: 'LAP', lap, time: String(time) } });
  }

  get laps(): string[] {
    for (const document of this.#competition.documents())
      if (document.header.type === 'RESULT')
        return listRows(document).map(({ key, mark }) => `${key} ${mark.result}`);
    return [];
  }
}

const entry = (code: string) => ({
  competitor: { code, kind: 'ATHLETE', organisation: code, name: { family: code } },
  startOrder: 1,
});

test('what a fact can cost ends where no more facts about the competitor are taken; the feed goes on', () => {
  const race = new Laps();
  race.say({ startList: { entries: [entry('ANNA'), entry('BERT')] } });
  for (let lap = 1; lap <= FACTS_PER_COMPETITOR; lap += 1) expect(race.lap('ANNA', lap)).toBeNull();
  const shown = race.shown;
  // With the first lap the race is under way, and all of it is made anew.
  expect(shown).toBe((FACTS_PER_COMPETITOR * (FACTS_PER_COMPETITOR + 1)) / 2 + 1);

  const codes = new Set<string | null>();
  for (let lap = 1; lap <= FACTS_PER_COMPETITOR; lap += 1)
    codes.add(race.lap('ANNA', FACTS_PER_COMPETITOR + lap));
  expect([...codes]).toEqual(['COMPETITOR_FULL']);
  expect(race.shown).toBe(shown);

  expect(race.lap('ANNA', 7, 9)).toBeNull();
  expect(race.shown).toBe(shown + FACTS_PER_COMPETITOR);
  expect(race.lap('BERT', 1)).toBeNull();
  expect(race.laps).toEqual([`ANNA ${FACTS_PER_COMPETITOR}`, 'BERT 1']);
});

test('a fact that is withdrawn makes room for another one', () => {
  const race = new Laps();
  race.say({ startList: { entries: [entry('ANNA')] } });
  for (let lap = 1; lap <= FACTS_PER_COMPETITOR; lap += 1) race.lap('ANNA', lap);
  expect(race.lap('ANNA', 0)).toBe('COMPETITOR_FULL');
  race.say({ void: { seq: 2 } });
  expect(race.lap('ANNA', 0)).toBeNull();
});

test('decisions about a unit end at a bound as well, and another word for one of them is taken', () => {
  const unit = new UnitLedger();
  const decided = (id: number, seq: number): Fact =>
    fact('order', { id: String(id), competitors: ['ANNA', 'BERT'], why: 'JURY' }, { seq });
  const refused = (said: Fact): string | undefined => refusedOutright(said, unit, 1)?.code;
  for (let id = 1; id <= FACTS_OF_UNIT; id += 1) {
    expect(refused(decided(id, id))).toBeUndefined();
    unit.take(decided(id, id));
  }
  expect(refused(decided(0, 9_999))).toBe('UNIT_FULL');
  expect(refused(fact('note', { id: '1', text: 'one more' }, { seq: 9_999 }))).toBe('UNIT_FULL');
  expect(refused(decided(7, 9_999))).toBeUndefined();
  expect(
    refused(fact('passing', { competitor: 'ANNA', point: 'LAP', time: 1 }, { seq: 9_999 })),
  ).toBeUndefined();
  unit.take(fact('void', { seq: 2 }, { seq: 10_000 }));
  expect(refused(decided(0, 10_001))).toBeUndefined();
});

test('an event has so many units, and no more: what is said of those that it has is taken', () => {
  const said = fact('schedule', { status: 'SCHEDULED' }, { seq: 1 });
  expect(refusedOutright(said, null, UNITS_OF_EVENT - 1)).toBeNull();
  expect(refusedOutright(said, null, UNITS_OF_EVENT)?.code).toBe('EVENT_FULL');
  expect(refusedOutright(said, new UnitLedger(), UNITS_OF_EVENT)).toBeNull();
});
