/** What facts about one competitor may cost: a bound in what rules are shown, not in time. */
import { expect, test } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { FACTS_PER_COMPETITOR } from '../../src/ledger/unit-ledger.ts';
import { listRows } from '../../src/model/document.ts';
import { NO_DETAILS } from '../../src/model/row.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import type { Sport, UnitRule } from '../../src/rules/contract.ts';

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
