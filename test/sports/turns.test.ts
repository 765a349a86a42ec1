/** Whose turn it is where one competes after the other (CURRENT), and each way in which that could be untrue. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { turnsIn } from '../standings/told.ts';
import { feedOf, shuffled } from '../support/case-runner.ts';
import { Meet } from '../support/meet.ts';
import { ROOT } from '../support/source-tree.ts';

const OUTCOMES: Readonly<Record<string, string>> = { x: 'FAILED', '-': 'PASSED', r: 'RETIRED', o: 'VALID' };

/** Rounds of a long jump, each in the order in which they jump: `A 8.00, B x`. */
function longJump(codes: readonly string[], rounds: readonly string[], setup?: object) {
  const meet = new Meet('ATHMLONGJUMP');
  const final = meet.rsc('FNL-', '000100');
  if (setup !== undefined) meet.say(final, { setup });
  meet.startList(final, codes);
  for (const [index, round] of rounds.entries()) jumpAll(meet, final, round, index + 1);
  return { meet, final };
}

function jumpAll(meet: Meet, unit: string, round: string, attempt: number): void {
  for (const cell of round.split(', ')) {
    const [competitor = '', said = ''] = cell.split(' ');
    const outcome = OUTCOMES[said];
    const mark = outcome === undefined ? { outcome: 'VALID', mark: said } : { outcome };
    meet.say(unit, { attempt: { competitor, attempt, ...mark } });
  }
}

const CODES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];

/** One round in which everybody jumps a centimetre less than the one before. */
const ROUND = CODES.map((code, index) => `${code} 8.${20 - index}`).join(', ');

describe('ath-eighth-shared: the cut after three rounds, and the new order', () => {
  const folder = join(ROOT, 'sports/athletics/cases/eighth-shared');
  const final = 'ATHMTRPLJUMP----------FNL-000100--';
  const replayed = (facts = feedOf({ name: '', folder })): Meet => {
    const meet = new Meet('ATHMTRPLJUMP');
    for (const fact of facts) meet.say(fact.unit!, fact);
    return meet;
  };

  test('both who share the eighth place go on, in start order; then the others from behind, the leader last', () => {
    expect(turnsIn(replayed(), final)).toBe('4: <J10 3 >J8 4 J9 4 J7 4 J6 4 J5 4 J4 4 J3 4 J2 4 J1 4');
  });

  test('with the mark to beat, who holds it, and the place that each has', () => {
    const { header, rows } = replayed().document('CURRENT', final);
    expect(header.now).toEqual({ period: '4', toBeat: '17.70', leader: 'J1' });
    expect([...rows].slice(0, 3).map(({ key, turn: { rank, result } }) => [key, rank, result])).toEqual([
      ['J10', 10, '16.90'],
      ['J8', 8, '17.00'],
      ['J9', 8, '17.00'],
    ]);
  });

  test('before the third round is over nobody knows the order of the fourth', () => {
    const facts = feedOf({ name: '', folder });
    expect(turnsIn(replayed(facts.filter(({ seq }) => seq !== 31)), final)).toBe('3: <J9 3 >J10 3');
  });

  test.each([1, 2, 3])('in whatever order it is told (%i)', (seed) => {
    expect(turnsIn(replayed(shuffled(feedOf({ name: '', folder }), seed)), final)).toBe(
      turnsIn(replayed(), final),
    );
  });

  test('TR 25.6 the order stays in the fifth round, however they jump in the fourth', () => {
    const meet = replayed();
    for (const code of ['J8', 'J9', 'J7', 'J6', 'J5', 'J4', 'J3', 'J2', 'J1'])
      meet.say(final, { attempt: { competitor: code, attempt: 4, outcome: 'VALID', mark: '17.80' } });
    expect(turnsIn(meet, final)).toBe('5: <J1 4 >J8 5 J9 5 J7 5 J6 5 J5 5 J4 5 J3 5 J2 5');
  });

  test('a correction that takes the eighth place from one of them takes him out of the order', () => {
    const meet = replayed();
    meet.say(final, { attempt: { competitor: 'J9', attempt: 2, outcome: 'FAILED' } });
    meet.say(final, { void: { source: 'T1', seq: 27 } });
    expect(turnsIn(meet, final)).toContain('>J8 4 J7 4');
  });
});

describe('horizontal jumps and throws', () => {
  test('in start order, and on into the next round, everybody once', () => {
    const { meet, final } = longJump(['A', 'B', 'C', 'D'], ['A 8.00, B x']);
    expect(turnsIn(meet, final)).toBe('1: <B 1 >C 1 D 1 A 2');
  });

  test('nobody is on the runway before the first attempt, nor once the result is there', () => {
    const { meet, final } = longJump(['A', 'B'], []);
    expect(() => turnsIn(meet, final)).toThrow('no document');
    jumpAll(meet, final, 'A 8.00', 1);
    meet.say(final, { status: { result: 'UNOFFICIAL' } });
    expect(turnsIn(meet, final)).toBe('-:');
    meet.say(final, { status: { result: 'LIVE' } });
    expect(turnsIn(meet, final)).toBe('1: <A 1 >B 1');
  });

  test('who did not start, was disqualified or has retired has no turn', () => {
    const { meet, final } = longJump(['A', 'B', 'C', 'D'], ['A 8.00']);
    meet.say(final, { irm: { competitor: 'B', code: 'DNS' } });
    expect(turnsIn(meet, final)).toBe('1: <A 1 >C 1 D 1');
    meet.say(final, { irm: { competitor: 'C', code: 'DQ' } });
    expect(turnsIn(meet, final)).toBe('1: <A 1 >D 1');
    meet.say(final, { irm: { competitor: 'B', code: null } });
    jumpAll(meet, final, 'B x, D 7.00', 1);
    jumpAll(meet, final, 'A r', 2);
    expect(turnsIn(meet, final)).toBe('2: <D 1 >B 2');
  });

  test('a pass that is said long before its turn moves nobody on, and is left out', () => {
    const { meet, final } = longJump(['A', 'B', 'C', 'D'], ['A 8.00']);
    jumpAll(meet, final, 'C -', 1);
    expect(turnsIn(meet, final)).toBe('1: <A 1 >B 1 D 1');
  });

  test('an attempt that is withdrawn is to be taken again', () => {
    const { meet, final } = longJump(['A', 'B', 'C'], ['A 8.00']);
    const seq = meet.next;
    jumpAll(meet, final, 'B x', 1);
    meet.say(final, { void: { seq } });
    expect(turnsIn(meet, final)).toBe('1: <A 1 >B 1 C 1');
  });

  test('who is away comes at the end of the round, and nobody waits for him in the next one', () => {
    const { meet, final } = longJump(['A', 'B', 'C'], ['A 8.00, C 7.00']);
    expect(turnsIn(meet, final)).toBe('1: <C 1 >B 1 A 2');
    jumpAll(meet, final, 'A 8.10', 2);
    expect(turnsIn(meet, final)).toBe('2: <A 2 >B 2 C 2');
  });

  test('a leader who is shared is not named, and a ruling on places leaves them out', () => {
    const { meet, final } = longJump(['A', 'B', 'C'], ['A 8.00, B 8.00']);
    expect(meet.document('CURRENT', final).header.now).toEqual({ period: '1', toBeat: '8.00' });
    meet.say(final, { rankOverride: { competitor: 'A', rank: 2, reason: 'CAS' } });
    expect(meet.document('CURRENT', final).header.now).toEqual({ period: '1' });
    expect(meet.document('CURRENT', final).rows.at(0)!.turn).toEqual({ role: 'PREVIOUS', attempt: 1 });
  });

  test('TR 25.6 eight or fewer: nobody is cut, the order is new all the same, first who has no valid mark', () => {
    const { meet, final } = longJump(
      ['A', 'B', 'C', 'D'],
      ['A 8.00, B x, C 7.00, D x', 'A x, B x, C x, D x', 'A x, B x, C x, D x'],
    );
    expect(turnsIn(meet, final)).toBe('4: <D 3 >B 4 C 4 A 4');
  });

  test('a meeting whose regulations make the order once more before the last round', () => {
    const rounds = [ROUND, ROUND, ROUND];
    const { meet, final } = longJump(CODES, rounds, { options: { newOrderAfter: [3, 5] } });
    for (const attempt of [4, 5])
      jumpAll(meet, final, 'H 8.10, G 8.00, F 8.00, E x, D x, C x, B x, A x', attempt);
    jumpAll(meet, final, 'H 9.00', 5);
    expect(turnsIn(meet, final)).toBe('6: <A 5 >G 6 F 6 E 6 D 6 C 6 B 6 H 6');
  });

  test('without a cut, and in a qualification, the order stays', () => {
    const { meet, final } = longJump(['A', 'B'], ['A 8.00, B 7.00', 'A x, B x', 'A x, B x'], {
      options: { cut: 'NONE' },
    });
    expect(turnsIn(meet, final)).toBe('4: <B 3 >A 4');
  });

  test.each(['newOrderAfter', 'cut'])('an option that is none is refused: %s', (option) => {
    const meet = new Meet('ATHMLONGJUMP');
    expect(meet.say(meet.rsc('FNL-', '000100'), { setup: { options: { [option]: 'x' } } })).toBe(
      'WRONG_OPTION',
    );
  });
});

describe('vertical jumps', () => {
  /** Trials in the order in which they are jumped: `A 2.10 o`. */
  function highJump(codes: readonly string[], said: readonly string[], setup?: object) {
    const meet = new Meet('ATHMHIGHJUMP');
    const final = meet.rsc('FNL-', '000100');
    if (setup !== undefined) meet.say(final, { setup });
    meet.startList(final, codes);
    const jump = (trials: readonly string[], phase?: 'JO'): void => {
      const numbers = new Map<string, number>();
      for (const trial of trials) {
        const [competitor, height, letter = ''] = trial.split(' ');
        const key = phase === undefined ? `${competitor} ${height}` : competitor!;
        numbers.set(key, (numbers.get(key) ?? 0) + 1);
        const attempt = numbers.get(key)!;
        meet.say(final, {
          attempt: { competitor, attempt, height, outcome: OUTCOMES[letter], ...(phase && { phase }) },
        });
      }
    };
    jump(said);
    return { meet, final, jump };
  }

  test('first trials in start order, then the second ones of who failed', () => {
    const { meet, final, jump } = highJump(['A', 'B', 'C'], ['A 2.10 o', 'B 2.10 x']);
    expect(turnsIn(meet, final)).toBe('2.10: <B 1 >C 1');
    jump(['C 2.10 x']);
    expect(turnsIn(meet, final)).toBe('2.10: <C 1 >B 2');
  });

  test('the next height of the setup once nobody has a trial left; who is out has none', () => {
    const setup = { heights: ['2.10', '2.15', '2.20'] };
    const { meet, final } = highJump(
      ['A', 'B', 'C'],
      ['A 2.10 o', 'B 2.10 x', 'C 2.10 o', 'B 2.10 x', 'B 2.10 x'],
      setup,
    );
    expect(turnsIn(meet, final)).toBe('2.15: <B 3 >A 1 C 1');
    expect(meet.document('CURRENT', final).header.now).toEqual({ period: '2.15', toBeat: '2.10' });
  });

  test('TR 26.2 failures over two heights: who has one trial left has one', () => {
    const { meet, final } = highJump(
      ['A', 'B'],
      [
        ...['A 2.10 o', 'B 2.10 o', 'A 2.15 o', 'B 2.15 x', 'B 2.15 x', 'B 2.15 -'],
        ...['A 2.20 x', 'B 2.20 x'],
      ],
    );
    expect(turnsIn(meet, final)).toBe('2.20: <B 1 >A 2');
  });

  test('who passes the height, retires or is disqualified has no turn at it', () => {
    const { meet, final, jump } = highJump(['A', 'B', 'C', 'D'], ['A 2.10 o', 'B 2.10 -']);
    expect(turnsIn(meet, final)).toBe('2.10: <A 1 >C 1 D 1');
    jump(['C 2.10 r']);
    expect(turnsIn(meet, final)).toBe('2.10: <A 1 >D 1');
    meet.say(final, { irm: { competitor: 'D', code: 'DQ' } });
    expect(turnsIn(meet, final)).toBe('2.10: <A 1');
  });

  test('a failure that becomes a clearance takes the second trial away', () => {
    const { meet, final } = highJump(['A', 'B'], ['A 2.10 x', 'B 2.10 x']);
    expect(turnsIn(meet, final)).toBe('2.10: <B 1 >A 2');
    meet.say(final, { attempt: { competitor: 'A', attempt: 1, height: '2.10', outcome: 'VALID' } });
    expect(turnsIn(meet, final)).toBe('2.10: >B 2');
  });

  test('TR 26.9 a jump-off is between those who share the first place, and ends when it has separated them', () => {
    const said = ['A', 'B', 'C'].flatMap((code) => [`${code} 2.10 o`]);
    const out = ['A', 'B'].flatMap((code) => [`${code} 2.15 x`, `${code} 2.15 x`, `${code} 2.15 x`]);
    const { meet, final, jump } = highJump(['A', 'B', 'C'], [...said, 'C 2.15 r', ...out]);
    meet.say(final, { attempt: { competitor: 'C', attempt: 1, height: '2.10', outcome: 'FAILED' } });
    meet.say(final, { attempt: { competitor: 'C', attempt: 2, height: '2.10', outcome: 'VALID' } });
    jump(['A 2.15 x'], 'JO');
    expect(turnsIn(meet, final)).toBe('JO: <A 1 >B 1');
    jump(['A 2.15 x', 'B 2.15 x'], 'JO');
    expect(turnsIn(meet, final)).toBe('JO: <B 1 >A 2');
    jump(['A 2.15 x', 'A 2.13 o', 'B 2.15 x', 'B 2.13 x'], 'JO');
    expect(turnsIn(meet, final)).toBe('JO: <B 2');
  });
});

describe('gymnastics', () => {
  const scored = (
    meet: Meet,
    unit: string,
    competitor: string,
    element: string,
    components = ['D', 'E'],
  ): void => {
    for (const component of components)
      meet.say(unit, { score: { competitor, element, component, value: component === 'D' ? '5.5' : '8.0' } });
  };

  test('one after the other; who is being judged still has the turn', () => {
    const meet = new Meet('GARW1APBB');
    const final = meet.rsc('FNL-', '000100');
    meet.startList(final, ['A', 'B', 'C']);
    scored(meet, final, 'A', 'BB');
    scored(meet, final, 'B', 'BB', ['D']);
    expect(turnsIn(meet, final)).toBe('-: <A 1 >B 1 C 1');
    expect(meet.document('CURRENT', final).header.now).toEqual({ toBeat: '13.500', leader: 'A' });
    meet.say(final, { irm: { competitor: 'B', code: 'DNF' } });
    expect(turnsIn(meet, final)).toBe('-: <A 1 >C 1');
  });

  test('two vaults of a gymnast follow each other', () => {
    const meet = new Meet('GARW1APVT');
    const final = meet.rsc('FNL-', '000100');
    meet.startList(final, ['A', 'B', 'C']);
    scored(meet, final, 'A', 'VT1');
    expect(turnsIn(meet, final)).toBe('-: >A 2 B 1 C 1');
    scored(meet, final, 'A', 'VT2');
    expect(turnsIn(meet, final)).toBe('-: <A 2 >B 1 C 1');
  });

  test('an all-around says nothing: nobody knows who is on which apparatus', () => {
    const meet = new Meet('GARW1AA');
    const final = meet.rsc('FNL-', '000100');
    meet.startList(final, ['A', 'B']);
    scored(meet, final, 'A', 'BB');
    expect(() => meet.document('CURRENT', final)).toThrow('no document');
  });
});

describe('races', () => {
  const race = (event: string) => {
    const meet = new Meet(event);
    const final = meet.rsc('FNL-', '000100');
    meet.startList(final, ['A', 'B']);
    meet.say(final, { start: { at: '2024-08-01T20:00:00.000Z' } });
    return { meet, final };
  };

  test.each(['ATHM800M', 'SWMM100MFR', 'ORIM'])('%s: the clock, and the time to beat', (event) => {
    const { meet, final } = race(event);
    const before = meet.document('RESULT', final);
    expect(meet.say(final, { clock: { period: 'RACE', time: '50.12', running: true } })).toBeNull();
    expect(meet.document('CURRENT', final).header.now).toEqual({ clock: '50.1', running: true });
    expect(meet.document('RESULT', final)).toBe(before);
    meet.say(final, { passing: { competitor: 'A', point: 'FIN', time: '110.12' } });
    expect(meet.document('CURRENT', final).header.now).toMatchObject({ leader: 'A', running: true });
    meet.say(final, { irm: { competitor: 'A', code: 'DSQ' } });
    expect(meet.document('CURRENT', final).header.now).toEqual({ clock: '50.1', running: true });
  });

  test('without a clock there is no CURRENT: nobody has a turn', () => {
    const { meet, final } = race('ATHM800M');
    expect(() => meet.document('CURRENT', final)).toThrow('no document');
  });
});
