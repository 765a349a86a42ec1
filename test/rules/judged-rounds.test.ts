/** Judged rounds through a fixture of their own: a sport that nobody practises, whose rounds are worth what one judge says. */
import { describe, expect, test } from 'vitest';
import { isOfType } from '../../src/model/document.ts';
import { formatRsc, levelOf, type Rsc } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { acrossJudgedRounds } from '../../src/rules/families/across-judged-rounds.ts';
import { judgedRounds } from '../../src/rules/families/judged-rounds.ts';
import { phaseOf, successivePhases } from '../../src/rules/plan.ts';
import { reverseSeeding } from '../../src/rules/seeding.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { Feed, numbered } from '../fixture-sports/feed.ts';
import { Standings } from '../fixture-sports/standings.ts';

const CLAUSE = { code: 'TOTAL', clause: 'K 1' };
const COMMON = { decimals: 1, irmOrder: ['DNF', 'DNS', 'DSQ'], clause: CLAUSE, columns: [] };

const performance = judgedRounds('KTF.KITE@1', {
  ...COMMON,
  rounds: 2,
  worth: ([first]) =>
    first === undefined ? null : { points: first.value, components: { J: first.judge ?? '' } },
});
const phase = acrossJudgedRounds('KTF.PHASE@1', { ...COMMON, carriedOver: false });

const kiteflip: Sport = {
  discipline: 'KTF',
  name: 'Kiteflip',
  unitRule: () => performance,
  partsRule: (rsc) => (levelOf(rsc) === 'phase' ? phase : null),
  plan: ({ event }) =>
    successivePhases(event, ['QUAL', 'FNL'], {
      phases: {
        QUAL: { advance: [{ by: 'best', count: 3, mark: 'Q' }] },
        FNL: { seeding: { from: [phaseOf(event, 'QUAL')], by: reverseSeeding } },
      },
    }),
};

const unit = (code: string): Rsc =>
  formatRsc({ discipline: 'KTF', gender: 'W', event: 'KITE', phase: code, unit: numbered(1) });

function feedOf(points: Readonly<Record<string, readonly string[]>>, of = unit('QUAL')): Feed {
  const feed = new Feed();
  feed.startList(of, Object.keys(points), 'ATHLETE');
  for (const [competitor, rounds] of Object.entries(points))
    for (const [index, value] of rounds.entries())
      feed.say(of, { score: { competitor, round: index + 1, component: 'J', judge: '1', value } });
  return feed;
}

const of = (feed: Feed): Standings => new Standings(feed.facts, [kiteflip]);

test('points add up; who is equal shares the place; who has done less stands with what there is', () => {
  const standings = of(feedOf({ A: ['5', '6'], B: ['6', '5'], C: ['9'], D: [] }));
  expect(standings.lines('RESULT', unit('QUAL'))).toEqual(['A 1= 11.0', 'B 1= 11.0', 'C 3 9.0', 'D -']);
});

test('each round shows its points and the sum after it', () => {
  const [first] = of(feedOf({ A: ['5', '6.5'] })).document('RESULT', unit('QUAL')).rows;
  expect(first).toMatchObject({
    mark: {
      result: '11.5',
      details: {
        judged: {
          parts: [
            { part: '1', score: '5.0', components: { TOTAL: '5.0' } },
            { part: '2', score: '6.5', components: { TOTAL: '11.5' } },
          ],
        },
      },
    },
  });
});

test('an IRM takes the place and leaves the rounds to be seen', () => {
  const feed = feedOf({ A: ['5', '6'], B: ['1', '1'] });
  feed.say(unit('QUAL'), { irm: { competitor: 'A', code: 'DNF' } });
  expect(of(feed).lines('RESULT', unit('QUAL'))).toEqual(['B 1 2.0', 'A DNF']);
});

describe('whose turn it is', () => {
  const turnsIn = (feed: Feed): string[] => {
    const document = of(feed).document('CURRENT', unit('QUAL'));
    if (!isOfType(document, 'CURRENT')) throw new Error('not CURRENT');
    return [
      `round ${document.header.now?.period}`,
      ...[...document.rows].map(({ key, turn }) => `${turn.role} ${key}`),
    ];
  };

  test.each([
    { points: { A: ['1'], B: [], C: [] }, turns: ['round 1', 'PREVIOUS A', 'CURRENT B', 'NEXT C'] },
    { points: { A: ['1'], B: ['1'], C: ['1'] }, turns: ['round 2', 'PREVIOUS C', 'CURRENT A', 'NEXT B'] },
  ])('after $points', ({ points, turns }) => {
    const said = turnsIn(feedOf(points));
    for (const turn of turns) expect(said).toContain(turn);
  });
});

describe('a phase', () => {
  const qualified = (): Feed => {
    const feed = feedOf({ A: ['5', '5'], B: ['9', '9'], C: ['7', '7'], D: ['6', '4'], E: ['1', '1'] });
    feed.say(unit('QUAL'), { status: { result: 'OFFICIAL' } });
    return feed;
  };

  test('who is equal at the last place goes on, too, and the best one starts last', () => {
    const standings = of(qualified());
    expect(standings.lines('RESULT', unit('QUAL')).map((line) => line.split(' ').at(-1))).toEqual([
      'Q',
      'Q',
      'Q',
      'Q',
      '2.0',
    ]);
    const feed = qualified();
    feed.say(unit('FNL'), { setup: {} });
    expect(of(feed).competitorsIn(unit('FNL'))).toEqual(['D', 'A', 'C', 'B']);
  });

  test('a mark that is corrected re-flows the final, whatever comes first, and is undone without a trace', () => {
    const feed = qualified();
    feed.say(unit('FNL'), { setup: {} });
    const before = of(feed).hashes();
    const seq = feed.say(unit('QUAL'), {
      score: { competitor: 'E', round: 1, component: 'J', judge: '1', value: '30' },
    });
    expect(of(feed).competitorsIn(unit('FNL'))).toEqual(['C', 'B', 'E']);
    feed.void(seq, unit('QUAL'));
    for (const seed of [1, 2, 3])
      expect(new Standings(new Dice(seed).shuffled(feed.facts), [kiteflip]).hashes()).toEqual(before);
  });
});
