/** Events of diving from the preliminary to the medals, pairs and teams. */
import { describe, expect, test } from 'vitest';
import { diving } from '../../../sports/diving/diving.ts';
import { isOfType, listRows } from '../../../src/model/document.ts';
import { Dice } from '../../../src/simulation/dice.ts';
import { Standings } from '../../fixture-sports/standings.ts';
import { expectEveryFormat } from '../../support/format-proof.ts';
import { Diving, rsc } from './contest.ts';

const at = (phase: string, number = 1): string => rsc('W', '10M', phase, number);
const diver = (number: number): string => `D${String(number).padStart(2, '0')}`;
const AWARDS = [
  '10',
  '9.5',
  '9',
  '8.5',
  '8',
  '7.5',
  '7',
  '6.5',
  '6',
  '5.5',
  '5',
  '4.5',
  '4',
  '3.5',
  '3',
  '2.5',
  '2',
];

/** Twenty women; the eighteenth and nineteenth have the same points. */
function upToPreliminary(): Diving {
  const event = new Diving();
  const all = Array.from({ length: 20 }, (_none, index) => diver(index + 1));
  event.feed.startList(at('PREL'), all, 'ATHLETE');
  const awards = [...AWARDS, '1.5', '1.5', '1'];
  for (const [index, code] of all.entries()) event.plain(at('PREL'), code, 5, awards[index]!);
  event.official(at('PREL'));
  for (const phase of ['SFNL', 'FNL']) event.feed.say(at(phase), { setup: {} });
  return event;
}

/** In the semi-final everybody does what the others have done in the order turned round. */
function whole(): Diving {
  const event = upToPreliminary();
  for (const [phase, last] of [
    ['SFNL', 19],
    ['FNL', 12],
  ] as const) {
    const starters = event.standings.competitorsIn(at(phase)).toSorted();
    expect(starters).toHaveLength(last);
    for (const [index, code] of starters.entries())
      event.plain(at(phase), code, 5, String(10 - 0.5 * (phase === 'SFNL' ? last - 1 - index : index)));
    event.official(at(phase));
  }
  return event;
}

describe('preliminary, semi-final, final', () => {
  test('eighteen go on, and whoever is equal to the last of them; the best one dives last', () => {
    const event = upToPreliminary();
    const through = listRows(event.standings.document('RESULT', at('PREL'))).filter(
      ({ place }) => place.qualificationMark === 'Q',
    );
    expect(through).toHaveLength(19);
    expect(event.standings.competitorsIn(at('SFNL')).at(-1)).toBe('D01');
  });

  test('points start anew: who was first before can be thirteenth', () => {
    const event = whole();
    const places = event
      .lines(rsc('W', '10M'), 'RANKING')
      .map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(places.slice(0, 3)).toEqual(['D08 1', 'D09 2', 'D10 3']);
    expect(places.indexOf('D01 19')).toBe(18);
    expect(places[12]).toBe('D07 13');
    expect(places.at(-1)).toBe('D20 20');
  });

  test('equal points share the place, and with it the medal', () => {
    const event = new Diving();
    event.feed.startList(at('FNL'), ['A', 'B', 'C', 'D'], 'ATHLETE');
    for (const [code, award] of [
      ['A', '9'],
      ['B', '8'],
      ['C', '8'],
      ['D', '8'],
    ] as const)
      event.plain(at('FNL'), code, 5, award);
    event.official(at('FNL'));
    expect(event.lines(rsc('W', '10M'), 'RANKING')).toEqual([
      'A 1 405.00 GOLD',
      'B 2= 360.00 SILVER',
      'C 2= 360.00 SILVER',
      'D 2= 360.00 SILVER',
    ]);
  });

  test('a finalist who does not start is last of the final, a disqualified one has no place', () => {
    const event = whole();
    event.feed.say(at('FNL'), { irm: { competitor: 'D08', code: 'DNS' } });
    event.feed.say(at('FNL'), { irm: { competitor: 'D09', code: 'DSQ' } });
    const places = event
      .lines(rsc('W', '10M'), 'RANKING')
      .map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(places[0]).toBe('D10 1');
    expect(places[10]).toBe('D08 11');
    expect(places.at(-1)).toBe('D09 DSQ');
  });

  test('a corrected award of the first round changes everything after it, and its undoing nothing', () => {
    const event = whole();
    const before = event.standings.hashes();
    const seqs = ['1', '2', '3', '4', '5', '6', '7'].map((judge) =>
      event.feed.say(at('PREL'), {
        score: { competitor: 'D20', round: 1, component: 'EX', judge, value: '10' },
      }),
    );
    expect(event.standings.competitorsIn(at('SFNL'))).toContain('D20');
    expect(event.standings.hashes()).not.toEqual(before);
    for (const seq of seqs) event.feed.void(seq, at('PREL'));
    expect(event.standings.hashes()).toEqual(before);
    for (const seed of [1, 2])
      expect(new Standings(new Dice(seed).shuffled(event.feed.facts), [diving]).hashes()).toEqual(before);
  });

  test('every version is valid in every format, and deltas lead from the first to the last', () => {
    expectEveryFormat(whole().standings.versions);
  });
});

test('a tournament has two semi-finals of six, ranked 12 to 2 and 11 to 1, and three of each in the final', () => {
  const event = new Diving();
  event.feed.say(rsc('W', '10M'), { setup: { options: { format: 'TOURNAMENT' } } });
  const all = Array.from({ length: 14 }, (_none, index) => diver(index + 1));
  event.feed.startList(at('PREL'), all, 'ATHLETE');
  for (const [index, code] of all.entries()) event.plain(at('PREL'), code, 5, AWARDS[index]!);
  event.official(at('PREL'));
  for (const unit of [at('SFNL', 1), at('SFNL', 2), at('FNL')]) event.feed.say(unit, { setup: {} });
  expect(event.standings.competitorsIn(at('SFNL', 1))).toEqual([12, 10, 8, 6, 4, 2].map(diver));
  expect(event.standings.competitorsIn(at('SFNL', 2))).toEqual([11, 9, 7, 5, 3, 1].map(diver));
  for (const number of [1, 2]) {
    for (const code of event.standings.competitorsIn(at('SFNL', number)))
      event.plain(at('SFNL', number), code, 5, AWARDS[Number(code.slice(1))]!);
    event.official(at('SFNL', number));
  }
  expect(event.standings.competitorsIn(at('FNL'))).toEqual([6, 5, 4, 3, 2, 1].map(diver));
});

test('rules of 2000: points of the preliminary count in the semi-final, and those of the semi-final in the final', () => {
  const event = new Diving();
  event.feed.say(rsc('W', '10M'), { setup: { rule: 'DIV.PHASE@2000' } });
  for (const [phase, codes, awards] of [
    ['PREL', ['A', 'B', 'C'], ['9', '7', '1']],
    ['SFNL', ['A', 'B'], ['5', '8']],
    ['FNL', ['A', 'B'], ['8', '6']],
  ] as const) {
    event.feed.say(rsc('W', '10M', phase), { setup: { rule: 'DIV.PHASE@2000' } });
    event.feed.startList(rsc('W', '10M', phase), codes, 'ATHLETE');
    event.feed.say(at(phase), { setup: { rule: 'DIV.CONTEST@2000', attempts: 1 } });
    event.feed.startList(at(phase), codes, 'ATHLETE');
    for (const [index, code] of codes.entries()) event.plain(at(phase), code, 1, awards[index]!);
    event.official(at(phase));
  }
  // 9 points for each point of an award: A 81 + 45, B 63 + 72; then A 45 + 72, B 72 + 54.
  expect(event.lines(rsc('W', '10M', 'SFNL'), 'CUMULATIVE_RESULT')).toEqual(['B 1 135.00 Q', 'A 2 126.00 Q']);
  expect(event.lines(rsc('W', '10M', 'FNL'), 'CUMULATIVE_RESULT')).toEqual(['B 1 126.00', 'A 2 117.00']);
  expect(event.lines(rsc('W', '10M'), 'RANKING').map((line) => line.slice(0, 3))).toEqual([
    'B 1',
    'A 2',
    'C 3',
  ]);
});

describe('a team event', () => {
  const unit = rsc('X', 'TEAM', 'FNL', 1);
  const SEVEN = { EX: '8 8 8 8 8 8 8' };

  test('dives of members count for the team, each with the name of who dived', () => {
    const event = new Diving();
    event.feed.startList(unit, ['CHN1', 'GBR1']);
    event.dive(unit, 'CHN1-1', 1, '105B 2.0', SEVEN);
    event.dive(unit, 'CHN1-2', 2, '107B 3.0', SEVEN);
    event.dive(unit, 'GBR1-1', 1, '105B 2.0', SEVEN);
    expect(event.lines(unit)).toEqual(['CHN1 1 120.00', 'GBR1 2 48.00']);
    const parts = listRows(event.standings.document('RESULT', unit))[0]?.mark.details.judged?.parts;
    expect(parts?.map(({ part, athlete, score }) => [part, athlete, score])).toEqual([
      ['1', 'CHN1-1', '48.00'],
      ['2', 'CHN1-2', '72.00'],
    ]);
  });

  test('a round in which two dive together is judged as synchronised', () => {
    const event = new Diving();
    event.feed.say(unit, { setup: { options: { synchronised: [2] } } });
    event.feed.startList(unit, ['CHN1']);
    event.dive(unit, 'CHN1-1', 1, '105B 2.0', SEVEN);
    event.dive(unit, 'CHN1', 2, '407C 3.2', { EX1: '8 7 9', EX2: '7.5 7 8', SYN: '8 8.5 9 7 8' });
    expect(event.lines(unit)).toEqual(['CHN1 1 124.80']);
  });
});

test('CURRENT says whose turn it is, round by round', () => {
  const event = new Diving();
  event.feed.startList(at('FNL'), ['A', 'B', 'C'], 'ATHLETE');
  event.plain(at('FNL'), 'A', 1, '8');
  event.plain(at('FNL'), 'B', 1, '7');
  const current = event.standings.document('CURRENT', at('FNL'));
  if (!isOfType(current, 'CURRENT')) throw new Error('not CURRENT');
  expect(current.header.now?.period).toBe('1');
  expect([...current.rows].map(({ key, turn }) => `${turn.role} ${key}`)).toEqual(
    expect.arrayContaining(['PREVIOUS B', 'CURRENT C', 'NEXT A']),
  );
});

test('a panel of a size that there is not is refused, and the contest goes on with the one before', () => {
  const event = new Diving();
  event.feed.startList(at('FNL'), ['A'], 'ATHLETE');
  event.feed.say(at('FNL'), { setup: { options: { judges: 6 } } });
  event.plain(at('FNL'), 'A', 1, '8');
  expect(event.standings.refused).not.toEqual([]);
  expect(event.lines(at('FNL'))).toEqual(['A 1 72.00']);
});
