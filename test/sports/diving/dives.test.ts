/** What a dive is worth, by clause. Published dives and their points are compared by the thousand in the verification. */
import { describe, expect, test } from 'vitest';
import { listRows } from '../../../src/model/document.ts';
import { type Awards, Diving, rsc } from './contest.ts';

const ALONE = rsc('M', '3M', 'FNL', 1);
const IN_STEP = rsc('M', '10MTEAM2', 'FNL', 1);

interface Dived {
  readonly what: string;
  readonly unit?: string;
  readonly setup?: object;
  readonly dive: string;
  readonly awards: Awards;
  readonly declared?: Awards;
  readonly points: string;
}

const GIVEN = { EX: '8.5 8.5 8.0 8.5 8.0 8.0 8.0' };
const PAIR = { EX1: '8 7 9', EX2: '7.5 7 8', SYN: '8 8.5 9 7 8' };

const DIVES: readonly Dived[] = [
  // 407C of Ilya Zakharov, Kazan 2015: 83.30.
  { what: 'seven judges: two dropped at each end', dive: '407C 3.4', awards: GIVEN, points: '83.30' },
  {
    what: 'five judges: one dropped at each end',
    setup: { options: { judges: 5 } },
    dive: '407C 3.4',
    awards: { EX: '8.5 8 8 7 8.5' },
    points: '83.30',
  },
  {
    what: 'rules of 2000: five of seven awards, times 0.6',
    setup: { rule: 'DIV.CONTEST@2000' },
    dive: '407C 3.4',
    awards: GIVEN,
    points: '83.64',
  },
  // 8 + 7.5, and 8 + 8.5 + 8 in step: 40 x 3.2 x 0.6.
  {
    what: 'eleven judges: the middle award of each diver, three in step, times 0.6',
    unit: IN_STEP,
    dive: '407C 3.2',
    awards: PAIR,
    points: '76.80',
  },
  {
    what: 'nine judges: one dropped at each end of the four of execution',
    unit: IN_STEP,
    setup: { options: { judges: 9 } },
    dive: '407C 3.2',
    awards: { EX1: '8 7', EX2: '7.5 9', SYN: '8 8.5 9 7 8' },
    points: '76.80',
  },
  // 6243D of Minami Itahashi, Beijing 2017: 43.20, with the mark of a re-start.
  {
    what: 'D 6.22, 6.23: a re-start takes 2 points off each award',
    dive: '6243D 3.2',
    awards: { EX: '6.5 7.0 6.0 7.0 6.0 6.5 6.5' },
    declared: { DED: '2' },
    points: '43.20',
  },
  {
    what: 'D 9.6: of a pair off each award, too',
    unit: IN_STEP,
    dive: '407C 3.2',
    awards: PAIR,
    declared: { DED: '2' },
    points: '57.60',
  },
  {
    what: 'D 6.17: another position, 2 points at most',
    dive: '407C 3.4',
    awards: { EX: '8.5 8.5 2 1.5 8.0 1 8.0' },
    declared: { MAX: '2' },
    points: '20.40',
  },
  {
    what: 'D 6.19: arms not as they should be, 4 1/2 points at most',
    dive: '407C 3.0',
    awards: { EX: '5 5 4 4.5 6 3 5' },
    declared: { MAX: '4.5' },
    points: '40.50',
  },
  {
    what: 'D 6.19 for one of a pair: the awards of the other and in step stay',
    unit: IN_STEP,
    dive: '407C 3.2',
    awards: PAIR,
    declared: { MAX1: '4.5' },
    points: '70.08',
  },
  {
    what: 'D 6.18, 6.24, 6.25: a failed dive',
    dive: '407C 3.4',
    awards: GIVEN,
    declared: { FAIL: '1' },
    points: '0.00',
  },
  {
    what: 'a failed dive needs no awards',
    dive: '407C 3.4',
    awards: {},
    declared: { FAIL: '1' },
    points: '0.00',
  },
  {
    what: 'D 9.9: all judges of one diver give nothing',
    unit: IN_STEP,
    dive: '407C 3.2',
    awards: { ...PAIR, EX2: '0 0 0' },
    points: '0.00',
  },
  {
    what: 'D 9.10: all judges of synchronisation give nothing',
    unit: IN_STEP,
    dive: '407C 3.2',
    awards: { ...PAIR, SYN: '0 0 0 0 0' },
    points: '0.00',
  },
];

test.each(DIVES)('$what', ({ unit = ALONE, setup, dive, awards, declared, points }) => {
  const contest = new Diving();
  if (setup !== undefined) contest.feed.say(unit, { setup });
  contest.feed.startList(unit, ['A']);
  contest.dive(unit, 'A', 1, dive, awards, declared);
  expect(contest.lines(unit)).toEqual([`A 1 ${points}`]);
});

test('nothing is worth anything while an award is missing, and what has come is not shown as a result', () => {
  const contest = new Diving();
  contest.feed.startList(ALONE, ['A', 'B'], 'ATHLETE');
  contest.dive(ALONE, 'A', 1, '407C 3.4', { EX: '8.5 8.5 8.0 8.5 8.0 8.0' });
  expect(contest.lines(ALONE)).toEqual(['A -', 'B -']);
  contest.feed.say(ALONE, { score: { competitor: 'A', round: 1, component: 'EX', judge: '7', value: '8' } });
  expect(contest.lines(ALONE)).toEqual(['A 1 83.30', 'B -']);
});

test('a dive that is repeated by leave of the referee stands as it was dived last', () => {
  const contest = new Diving();
  contest.feed.startList(ALONE, ['A'], 'ATHLETE');
  contest.dive(ALONE, 'A', 1, '407C 3.4', { EX: '2 2 2 2 2 2 2' });
  contest.dive(ALONE, 'A', 1, '407C 3.4', GIVEN);
  expect(contest.lines(ALONE)).toEqual(['A 1 83.30']);
});

test('a declaration that is taken back leaves no trace', () => {
  const contest = new Diving();
  contest.feed.startList(ALONE, ['A'], 'ATHLETE');
  contest.dive(ALONE, 'A', 1, '407C 3.4', GIVEN);
  const before = contest.standings.hashes();
  const seq = contest.feed.say(ALONE, { score: { competitor: 'A', round: 1, component: 'DED', value: '2' } });
  expect(contest.lines(ALONE)).toEqual(['A 1 62.90']);
  contest.feed.void(seq, ALONE);
  expect(contest.standings.hashes()).toEqual(before);
});

test('a dive is shown with its number, difficulty, each award and what was taken off', () => {
  const contest = new Diving();
  contest.feed.startList(ALONE, ['A'], 'ATHLETE');
  contest.dive(ALONE, 'A', 1, '407C 3.4', GIVEN, { DED: '2' });
  const [row] = listRows(contest.standings.document('RESULT', ALONE));
  expect(row?.mark.details.judged?.parts[0]).toEqual({
    part: '1',
    score: '62.90',
    components: {
      DIVE: '407C',
      DD: '3.4',
      J1: '8.5',
      J2: '8.5',
      J3: '8.0',
      J4: '8.5',
      J5: '8.0',
      J6: '8.0',
      J7: '8.0',
      PEN: '2.0',
      TOTAL: '62.90',
    },
  });
});

describe('what cannot be is held', () => {
  const HELD: readonly (readonly [object, string])[] = [
    [{ component: 'EX', judge: '1', value: '10.5' }, 'IMPOSSIBLE_AWARD'],
    [{ component: 'EX', judge: '1', value: '7.3' }, 'IMPOSSIBLE_AWARD'],
    [{ component: 'EX', judge: '8', value: '7' }, 'UNKNOWN_JUDGE'],
    [{ component: 'SYN', judge: '1', value: '7' }, 'UNKNOWN_COMPONENT'],
    [{ component: 'DD', element: '407C', value: '0.9' }, 'IMPOSSIBLE_DIFFICULTY'],
    [{ component: 'DD', element: '407C', value: '3.45' }, 'IMPOSSIBLE_DIFFICULTY'],
    [{ component: 'DD', element: '707C', value: '3.4' }, 'UNKNOWN_DIVE'],
    [{ component: 'DED', value: '1' }, 'SCORE_OUT_OF_RANGE'],
    [{ component: 'MAX', value: '3' }, 'SCORE_OUT_OF_RANGE'],
    [{ round: 7, component: 'EX', judge: '1', value: '7' }, 'UNKNOWN_ROUND'],
  ];

  test.each(HELD)('%o', (said, code) => {
    const contest = new Diving();
    contest.feed.startList(ALONE, ['A'], 'ATHLETE');
    contest.feed.say(ALONE, { score: { competitor: 'A', round: 1, ...said } });
    expect(contest.standings.held).toEqual([code]);
    expect(contest.lines(ALONE)).toEqual(['A -']);
  });
});
