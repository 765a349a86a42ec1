import { describe, expect, test } from 'vitest';
import { type Bronze, knockOut } from '../../src/rules/families/bracket.ts';
import { faultsIn, type Slot, unitOf } from '../../src/rules/plan.ts';

const EVENT = 'TESMTEAM--------------------------';
const rounds = ['8FNL', 'QFNL', 'SFNL', 'FNL'];

/** `QFNL2` for the second quarter-final. */
const short = (rsc: string): string => `${rsc.slice(22, 26).replace(/-+$/, '')}${Number(rsc.slice(26, 30))}`;

function slotText(slot: Slot): string {
  if (slot.from === 'UNIT') return `${slot.outcome} ${short(slot.unit)}`;
  if (slot.from === 'DRAW') return `draw ${slot.position}`;
  if (slot.from === 'LIST') return `${slot.rank} of ${slot.list.slice(22, 26)}`;
  if (slot.from === 'ONE_OF') return `one of ${slot.count} of ${slot.list.slice(22, 26)}`;
  return `beaten by W ${short(slot.winnerOf)} in ${slot.phase.slice(22, 26).replace(/-+$/, '')}`;
}

const lines = (plan: ReturnType<typeof knockOut>): string[] =>
  plan.units.map(({ unit, slots }) => `${short(unit)}: ${slots.map(slotText).join(' | ')}`);
const places = (plan: ReturnType<typeof knockOut>): string[] =>
  plan.places.map(
    ({ of, outcome, medals }) =>
      `${outcome ?? 'all'} ${of.map(short).join(' ')}${medals === true ? ' medals' : ''}`,
  );

test('a bracket of eight with a match for bronze', () => {
  const plan = knockOut({ event: EVENT, rounds: rounds.slice(1), bronze: 'MATCH' });
  expect(lines(plan)).toEqual([
    'QFNL1: draw 1 | draw 2',
    'QFNL2: draw 3 | draw 4',
    'QFNL3: draw 5 | draw 6',
    'QFNL4: draw 7 | draw 8',
    'SFNL1: W QFNL1 | W QFNL2',
    'SFNL2: W QFNL3 | W QFNL4',
    'FNL2: L SFNL1 | L SFNL2',
    'FNL1: W SFNL1 | W SFNL2',
  ]);
  expect(places(plan)).toEqual(['all FNL1 medals', 'W FNL2 medals', 'L FNL2', 'L QFNL1 QFNL2 QFNL3 QFNL4']);
});

test('a shared bronze needs no match', () => {
  const plan = knockOut({ event: EVENT, rounds: rounds.slice(2), bronze: 'SHARED' });
  expect(places(plan)).toEqual(['all FNL1 medals', 'L SFNL1 SFNL2 medals']);
});

test('a repechage of the quarter-finals: each half plays its own, and its winner meets the loser of the other half', () => {
  const plan = knockOut({ event: EVENT, rounds, bronze: 'REPECHAGE', repechage: 'REP1' });
  expect(lines(plan).slice(14)).toEqual([
    'REP11: L QFNL1 | L QFNL2',
    'REP12: L QFNL3 | L QFNL4',
    'FNL2: W REP11 | L SFNL2',
    'FNL3: W REP12 | L SFNL1',
    'FNL1: W SFNL1 | W SFNL2',
  ]);
  expect(places(plan)).toEqual([
    'all FNL1 medals',
    'W FNL2 FNL3 medals',
    'L FNL2 FNL3',
    'L REP11 REP12',
    'L 8FNL1 8FNL2 8FNL3 8FNL4 8FNL5 8FNL6 8FNL7 8FNL8',
  ]);
});

test('a repechage of those whom the finalists beat, round by round', () => {
  const plan = knockOut({
    event: EVENT,
    rounds,
    bronze: 'REPECHAGE',
    repechage: 'REP1',
    repechageOf: 'FINALISTS',
  });
  expect(lines(plan).slice(14, 18)).toEqual([
    'REP11: beaten by W SFNL1 in 8FNL | beaten by W SFNL1 in QFNL',
    'REP12: beaten by W SFNL2 in 8FNL | beaten by W SFNL2 in QFNL',
    'FNL2: W REP11 | L SFNL1',
    'FNL3: W REP12 | L SFNL2',
  ]);
});

test('pools can feed a bracket, crosswise', () => {
  const rank = (list: string, place: number): Slot => ({
    from: 'LIST',
    list: `TESMTEAM--------------${list}--------`,
    rank: place,
  });
  const starters = [rank('GPA-', 1), rank('GPB-', 2), rank('GPB-', 1), rank('GPA-', 2)];
  const plan = knockOut({ event: EVENT, rounds: rounds.slice(2), bronze: 'MATCH', starters });
  expect(lines(plan).slice(0, 2)).toEqual(['SFNL1: 1 of GPA- | 2 of GPB-', 'SFNL2: 1 of GPB- | 2 of GPA-']);
});

describe('a plan holds together', () => {
  const all: [string, Bronze][] = [
    ['FNL', 'MATCH'],
    ['SFNL', 'MATCH'],
    ['SFNL', 'SHARED'],
    ['QFNL', 'REPECHAGE'],
    ['8FNL', 'REPECHAGE'],
  ];
  test.each(all)('from %s with bronze %s: fed from before, no slot twice', (from, bronze) => {
    const plan = knockOut({
      event: EVENT,
      rounds: rounds.slice(rounds.indexOf(from)),
      bronze,
      repechage: 'REP1',
    });
    expect(faultsIn(plan)).toEqual([]);
    const semiFinals = new Set(plan.units.map(({ unit }) => unit));
    expect(semiFinals.size).toBe(plan.units.length);
  });

  test('everybody who starts is placed once: each match has its loser in one group of places', () => {
    for (const [from, bronze] of all) {
      const plan = knockOut({
        event: EVENT,
        rounds: rounds.slice(rounds.indexOf(from)),
        bronze,
        repechage: 'REP1',
      });
      const leaves = new Map(plan.units.map(({ unit }) => [unit, 0]));
      for (const { of, outcome } of plan.places)
        if (outcome !== 'W') for (const unit of of) leaves.set(unit, leaves.get(unit)! + 1);
      const goesOn = new Set(
        plan.units.flatMap(({ slots }) =>
          slots.flatMap((slot) => (slot.from === 'UNIT' && slot.outcome === 'L' ? [slot.unit] : [])),
        ),
      );
      for (const [unit, count] of leaves) expect(count, unit).toBe(goesOn.has(unit) ? 0 : 1);
    }
  });

  test('a unit that is fed by a later one is found, and a slot that is there twice', () => {
    const first = unitOf(EVENT, 'QFNL', 1);
    const later = unitOf(EVENT, 'SFNL', 1);
    const slots: Slot[] = [{ from: 'UNIT', unit: later, outcome: 'W' }];
    const faults = faultsIn({
      phases: [],
      places: [],
      units: [
        { unit: first, slots },
        { unit: later, slots: [] },
      ],
    });
    expect(faults).toEqual([`${first} is fed by ${later}, which comes later`]);
    const twice = { from: 'DRAW', position: 1 } as const;
    expect(
      faultsIn({ phases: [], places: [], units: [{ unit: first, slots: [twice, twice] }] }),
    ).toHaveLength(1);
  });
});
