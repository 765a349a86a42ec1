/** Weather that is measured every minute, for days. */
import { expect, test } from 'vitest';
import { READINGS_OF_UNIT } from '../../src/ledger/bounds.ts';
import { unitConditions } from '../../src/ledger/unit-conditions.ts';
import { UnitLedger } from '../../src/ledger/unit-ledger.ts';
import type { Conditions, Fact } from '../../src/model/fact.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { fact } from './facts.ts';

const MINUTES = READINGS_OF_UNIT + 300;

/** The temperature is taken once, the wind with each reading; one is of another place, one of a competitor. */
const readings: readonly Fact[] = Array.from({ length: MINUTES }, (_, minute) => {
  const first: Conditions = minute === 0 ? { temperature: 21 } : {};
  return fact('conditions', { at: minute, wind: minute, ...first }, { seq: minute + 1 });
}).concat([
  fact('conditions', { at: 1, wind: -5, place: 'START' }, { seq: 10_001 }),
  fact('conditions', { at: 1, wind: -6, competitor: '7' }, { seq: 10_002 }),
]);

function keptOf(facts: readonly Fact[]): UnitLedger {
  const ledger = new UnitLedger();
  for (const each of facts) ledger.take(each);
  return ledger;
}

test('the newest readings are kept, and what was not measured again, in whatever order they come', () => {
  const ledger = keptOf(readings);
  const kept = ledger.all('conditions').map(({ content }) => content);
  expect(kept).toHaveLength(READINGS_OF_UNIT);
  expect(unitConditions(ledger)).toEqual({ at: MINUTES - 1, temperature: 21, wind: MINUTES - 1 });
  expect(kept.some(({ place }) => place === 'START')).toBe(true);
  expect(ledger.about('7')).toHaveLength(1);
  for (const seed of [1, 2, 3])
    expect(new Set(keptOf(new Dice(seed).shuffled(readings)).all('conditions'))).toEqual(
      new Set(ledger.all('conditions')),
    );
});
