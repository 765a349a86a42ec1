/** What cannot be in athletics is held, whatever the order in which it is said, until an operator lets it through. */
import { describe, expect, test } from 'vitest';
import { Meet } from '../../support/meet.ts';

type Said = readonly [competitor: string, trials: string];

/** A vertical jump: `['A', '1.90 xo, 1.95 x-']`, and the codes of what is held, in order. */
function jumped(said: readonly Said[], phase?: 'JO'): { meet: Meet; final: string; held: string[] } {
  const meet = new Meet('ATHWHIGHJUMP');
  const final = meet.rsc('FNL-', '000100');
  meet.startList(final, [...new Set(said.map(([competitor]) => competitor))]);
  const held = said.flatMap(([competitor, trials]) => jump(meet, final, competitor, trials, phase));
  return { meet, final, held };
}

const OUTCOMES: Readonly<Record<string, string>> = { o: 'VALID', x: 'FAILED', '-': 'PASSED', r: 'RETIRED' };

function jump(meet: Meet, unit: string, competitor: string, trials: string, phase?: 'JO'): string[] {
  return trials.split(', ').flatMap((cell, round) => {
    const [height, letters = ''] = cell.split(' ');
    return [...letters].flatMap((letter, index) => {
      const attempt = phase === undefined ? index + 1 : round + 1;
      const said = { competitor, attempt, outcome: OUTCOMES[letter], height, ...(phase && { phase }) };
      return meet.refusals(unit, { attempt: said });
    });
  });
}

describe('vertical jumps', () => {
  test('TR 26.2 a trial at a height passed, after clearing it, after retiring', () => {
    expect(jumped([['A', '1.90 o, 1.95 x-']]).held).toEqual([]);
    const { meet, final } = jumped([
      ['A', '1.90 o, 1.95 x-'],
      ['B', '1.90 o'],
      ['C', '1.90 o, 1.95 r'],
    ]);
    expect(meet.refusals(final, trial('A', 3, '1.95'))).toEqual(['PASSED']);
    expect(meet.refusals(final, trial('B', 2, '1.90'))).toEqual(['CLEARED']);
    expect(meet.refusals(final, trial('C', 1, '2.00'))).toEqual(['RETIRED']);
    expect(meet.lines('RESULT', final)).toEqual(['B 1= 1.90', 'A 1= 1.90', 'C 1= 1.90'].sort());
  });

  test('TR 26.2 three failures over two heights end it; the third one that turns out a clearance does not', () => {
    const { meet, final, held } = jumped([['A', '1.90 o, 1.95 xx-, 1.98 x, 2.00 o']]);
    expect(held).toEqual(['OUT']);
    expect(meet.lines('RESULT', final)).toEqual(['A 1 1.90']);
    meet.say(final, trial('A', 1, '1.98'));
    expect(meet.lines('RESULT', final)).toEqual(['A 1 2.00']);
  });

  test('what came first does not matter: the failures may be told after the clearance that they rule out', () => {
    const { meet, final } = jumped([['A', '1.90 o, 2.00 o']]);
    expect(meet.lines('RESULT', final)).toEqual(['A 1 2.00']);
    expect(jump(meet, final, 'A', '1.95 xxx')).toEqual(['OUT']);
    expect(meet.lines('RESULT', final)).toEqual(['A 1 1.90']);
  });

  test('an operator lets it through', () => {
    const { meet, final } = jumped([['A', '1.90 o, 1.95 xxx']]);
    const seq = meet.next;
    expect(meet.refusals(final, trial('A', 1, '2.00'))).toEqual(['OUT']);
    meet.say(final, { release: { source: 'TEST', seq, by: 'referee' } });
    expect(meet.lines('RESULT', final)).toEqual(['A 1 2.00']);
  });

  test('TR 26.9 who has left the jump-off does not come back', () => {
    const { meet, final } = jumped([
      ['A', '1.90 o, 1.95 xxx'],
      ['B', '1.90 o, 1.95 xxx'],
    ]);
    expect(jump(meet, final, 'A', '1.95 r, 1.93 o', 'JO')).toEqual(['RETIRED']);
    expect(meet.lines('RESULT', final)).toEqual(['B 1 1.90', 'A 2 1.90']);
  });
});

const trial = (competitor: string, attempt: number, height: string) => ({
  attempt: { competitor, attempt, outcome: 'VALID', height },
});

describe('horizontal jumps and throws', () => {
  /** Ten athletes, three rounds: `marks` of the first one each; the others fail. */
  function afterThree(marks: readonly string[], setup: object = {}): { meet: Meet; final: string } {
    const meet = new Meet('ATHMSHOTPUT');
    const final = meet.rsc('FNL-', '000100');
    const codes = marks.map((_mark, index) => `P${String(index + 1).padStart(2, '0')}`);
    meet.say(final, { setup });
    meet.startList(final, codes);
    for (const [index, competitor] of codes.entries()) {
      meet.say(final, put(competitor, 1, marks[index]!));
      for (const attempt of [2, 3]) meet.say(final, put(competitor, attempt, 'x'));
    }
    return { meet, final };
  }

  const put = (competitor: string, attempt: number, mark: string) => ({
    attempt:
      mark === 'x'
        ? { competitor, attempt, outcome: 'FAILED' }
        : { competitor, attempt, outcome: 'VALID', mark },
  });

  const TEN = ['20', '19', '18', '17', '16', '15', '14', '13', '12', 'x'];

  test('TR 25.6 the best eight go on; nobody without a valid mark does', () => {
    const { meet, final } = afterThree(TEN);
    expect(meet.refusals(final, put('P08', 4, '13.5'))).toEqual([]);
    expect(meet.refusals(final, put('P09', 4, '21'))).toEqual(['NOT_IN_LAST_ROUNDS']);
    expect(meet.refusals(final, put('P10', 4, 'x'))).toEqual(['NOT_IN_LAST_ROUNDS']);
  });

  test('TR 25.6 eight or fewer have six attempts each: who does not start is not counted', () => {
    const { meet, final } = afterThree(TEN.slice(0, 9));
    expect(meet.refusals(final, put('P09', 4, '12.5'))).toEqual(['NOT_IN_LAST_ROUNDS']);
    meet.say(final, { irm: { competitor: 'P01', code: 'DNS' } });
    expect(meet.lines('RESULT', final)).toContain('P09 8 12.50');
  });

  test('a mark of round three that is corrected lets one in and another one out', () => {
    const { meet, final } = afterThree(TEN);
    meet.say(final, put('P08', 4, '22'));
    expect(meet.lines('RESULT', final)[0]).toBe('P08 1 22.00');
    expect(meet.refusals(final, put('P09', 3, '13.01'))).toEqual(['NOT_IN_LAST_ROUNDS']);
    expect(meet.lines('RESULT', final)[0]).toBe('P01 1 20.00');
    expect(meet.refusals(final, put('P09', 4, '13.02'))).toEqual([]);
  });

  test('a meet may let others go on, or all: the setup says so', () => {
    const nine = afterThree(TEN, { options: { cut: { after: 3, best: 9 } } });
    expect(nine.meet.refusals(nine.final, put('P09', 4, '13'))).toEqual([]);
    const all = afterThree(TEN, { options: { cut: 'NONE' } });
    expect(all.meet.refusals(all.final, put('P10', 4, '13'))).toEqual([]);
  });

  test('no attempt after retiring', () => {
    const { meet, final } = afterThree(TEN.slice(0, 8));
    meet.say(final, { attempt: { competitor: 'P01', attempt: 4, outcome: 'RETIRED' } });
    expect(meet.refusals(final, put('P01', 5, '21'))).toEqual(['RETIRED']);
  });
});

describe('races', () => {
  function race(event: string, setup: object = {}): { meet: Meet; final: string } {
    const meet = new Meet(event);
    const final = meet.rsc('FNL-', '000100');
    meet.say(final, { setup });
    meet.startList(final, ['A', 'B']);
    return { meet, final };
  }

  const passing = (point: string, said: object) => ({ passing: { competitor: 'A', point, ...said } });

  test('a time of zero or less, of the finish and of a split', () => {
    const { meet, final } = race('ATHM1500M', { points: [{ code: '400m' }, { code: 'FIN' }] });
    expect(meet.refusals(final, passing('FIN', { time: '0' }))).toEqual(['IMPOSSIBLE_TIME']);
    expect(meet.refusals(final, passing('400m', { time: '-1' }))).toEqual(['IMPOSSIBLE_TIME']);
  });

  test('a finish as an instant is held to the same limits, whichever of gun and finish is told first', () => {
    const { meet, final } = race('ATHM100M');
    expect(meet.refusals(final, passing('FIN', { at: '2024-06-01T10:00:04Z' }))).toEqual([]);
    meet.say(final, { start: { at: '2024-06-01T10:00:00Z' } });
    expect(meet.lines('RESULT', final)).toEqual(['A -', 'B -']);
    meet.say(final, passing('FIN', { at: '2024-06-01T10:00:10.5Z' }));
    expect(meet.lines('RESULT', final)).toEqual(['A 1 10.50', 'B -']);
  });

  test('a split faster than anybody runs', () => {
    const { meet, final } = race('ATHM400M', {
      points: [{ code: '200m', distance: '200' }, { code: 'FIN' }],
    });
    expect(meet.refusals(final, passing('200m', { time: '12' }))).toEqual(['IMPOSSIBLE_TIME']);
    expect(meet.refusals(final, passing('200m', { time: '21' }))).toEqual([]);
  });

  test('laps told out of order are held by their number, not by their arrival', () => {
    const { meet, final } = race('ATHM5000M', { points: [{ code: 'LAP' }, { code: 'FIN' }] });
    expect(meet.refusals(final, passing('LAP', { lap: 3, time: '120.4' }))).toEqual([]);
    expect(meet.refusals(final, passing('LAP', { lap: 2, time: '120' }))).toEqual(['IMPOSSIBLE_LAP']);
    expect(meet.refusals(final, passing('LAP', { lap: 3, time: '180' }))).toEqual([]);
    expect(meet.refusals(final, passing('LAP', { lap: 4, time: '240' }))).toEqual([]);
  });
});
