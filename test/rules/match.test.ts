import { describe, expect, test } from 'vitest';
import { ONE } from '../../src/model/decimal.ts';
import type { Order } from '../../src/model/fact.ts';
import { match } from '../../src/rules/families/match.ts';
import type { PeriodTally } from '../../src/rules/families/period-scores.ts';
import { GOALS, goals, matchCards } from './match-card.ts';

const said = (text: string, options?: Parameters<typeof matchCards>[1]): string[] =>
  [...matchCards(text, options).values()].map(({ outcome, decision }) =>
    `${outcome ?? '-'} ${decision ?? ''}`.trim(),
  );

describe('the first criterion by which the sides differ decides', () => {
  test.each([
    ['A 2-1 B', ['W GOALS', 'L GOALS']],
    ['A 0-3 B', ['L GOALS', 'W GOALS']],
    ['A 1/4-1/5 B', ['L PSO', 'W PSO']],
    ['A 1-1 B', ['T', 'T']],
  ])('the match %s', (text, expected) => expect(said(text)).toEqual(expected));

  test('a shoot-out is no part of the result', () => {
    const card = matchCards('A 1/4-1/5 B').get('A')!;
    expect(goals.mark(card, null as never)).toMatchObject({ result: '1', wlt: 'L' });
  });
});

describe('an invalid result mark loses, whatever the score', () => {
  test.each([
    ['A DNS-0 B', ['L DNS', 'W DNS']],
    ['A 3-DSQ B', ['W DSQ', 'L DSQ']],
    ['A DSQ-DNS B', ['L DNS', 'L DSQ']],
  ])('the match %s', (text, expected) => expect(said(text)).toEqual(expected));
});

test('nobody has won before the match is decided', () => {
  expect(said('A 2-1 B', { complete: false })).toEqual(['-', '-']);
});

test('what the rules leave equal is decided by officials, and stays a tie where they say so', () => {
  const lot: Order = { id: '1', why: 'LOT', competitors: ['B', 'A'] };
  expect(said('A 1-1 B', { orders: [lot] })).toEqual(['L LOT', 'W LOT']);
  expect(said('A 1-1 B', { orders: [{ ...lot, equal: true }] })).toEqual(['T', 'T']);
  expect(said('A 2-1 B', { orders: [lot] }), 'a lot decides nothing that is not equal').toEqual([
    'W GOALS',
    'L GOALS',
  ]);
});

describe('a side that has lost whatever the other one did', () => {
  // Whoever has nine or more is out, whatever the others have.
  const strict = match<PeriodTally>('TEST.STRICT@1', {
    ...GOALS,
    lostBy: ({ total }, irm) => (total >= 9 * ONE ? 'PEN' : irm === 'DNS' ? 'NO_SHOW' : irm),
    counts: ({ total }) => [{ code: 'GOALS', count: total / ONE }],
  });
  const decided = (text: string): string[] =>
    [...matchCards(text, { rule: strict }).values()].map(({ outcome, decision }) => `${outcome} ${decision}`);

  test.each([
    ['A 9-0 B', ['L PEN', 'W PEN']],
    ['A 9-9 B', ['L PEN', 'L PEN']],
    ['A DNS-0 B', ['L NO_SHOW', 'W NO_SHOW']],
    ['A DSQ-9 B', ['L PEN', 'L DSQ']],
    ['A 2-1 B', ['W GOALS', 'L GOALS']],
  ])('the match %s', (text, expected) => expect(decided(text)).toEqual(expected));

  test('what is counted beside the score is shown', () => {
    const card = matchCards('A 2-1 B', { rule: strict }).get('A')!;
    expect(strict.mark(card, null as never).details.match?.counts).toEqual([{ code: 'GOALS', count: 2 }]);
  });
});
