/** What can be a record in athletics (CR 31). */
import { expect, test } from 'vitest';
import { Meet } from '../../support/meet.ts';

const record = (result: string) => ({ setup: { records: [{ code: 'WR', type: 'WR', result }] } });

/** Results of the records that stand or were set, the newest last. */
const recordsOf = (meet: Meet): (string | undefined)[] =>
  [...meet.document('RECORDS', meet.rsc()).rows].map((row) => row.record?.result);

function longJump(marks: readonly (readonly [mark: string, wind: string])[]): Meet {
  const meet = new Meet('ATHMLONGJUMP');
  const final = meet.rsc('FNL-', '000100');
  meet.say(meet.rsc(), record('8.95'));
  meet.startList(final, ['A']);
  for (const [index, [mark, wind]] of marks.entries())
    meet.say(final, { attempt: { competitor: 'A', attempt: index + 1, outcome: 'VALID', mark, wind } });
  return meet;
}

test('the best legal mark is the record where a better one had too much wind', () => {
  const meet = longJump([
    ['9.01', '3.1'],
    ['8.97', '1.0'],
  ]);
  expect(meet.lines('RESULT', meet.rsc('FNL-', '000100'))).toEqual(['A 1 9.01']);
  expect(recordsOf(meet)).toEqual(['8.95', '8.97']);
  expect(recordsOf(longJump([['9.01', '3.1']]))).toEqual(['8.95']);
});

test('the wind is looked at as it is shown: 2.01 is +2.1, 2.00 is legal, -2.03 is -2.0', () => {
  expect(recordsOf(longJump([['9.01', '2.01']]))).toEqual(['8.95']);
  expect(recordsOf(longJump([['9.01', '2.00']]))).toEqual(['8.95', '9.01']);
  expect(recordsOf(longJump([['9.01', '-2.03']]))).toEqual(['8.95', '9.01']);
});

function race(event: string, held: string, time: string, setup: object = {}, wind?: string): Meet {
  const meet = new Meet(event);
  const final = meet.rsc('FNL-', '000100');
  meet.say(meet.rsc(), record(held));
  meet.say(final, { setup });
  if (wind !== undefined) meet.say(final, { conditions: { wind } });
  meet.race(final, { A: time });
  return meet;
}

test('a race with 2.03 m/s shows +2.1 and sets no record; with 2.0 it does', () => {
  const windy = race('ATHM100M', '9.58', '9.52', {}, '2.03');
  expect(windy.document('RESULT', windy.rsc('FNL-', '000100')).header.info.wind).toBe('+2.1');
  expect(recordsOf(windy)).toEqual(['9.58']);
  expect(recordsOf(race('ATHM100M', '9.58', '9.52', {}, '2.0'))).toEqual(['9.58', '9.52']);
});

test('a stopwatch makes no record up to 800 m, and one beyond', () => {
  const byHand = { timing: { hand: true } };
  expect(recordsOf(race('ATHM800M', '1:40.91', '100.1', byHand))).toEqual(['1:40.91']);
  expect(recordsOf(race('ATHM4X400M', '2:54.29', '173', byHand))).toEqual(['2:54.29']);
  expect(recordsOf(race('ATHM1500M', '3:26.00', '205.1', byHand))).toEqual(['3:26.00', '3:25.1']);
});

/** A heptathlon whose hurdles, 200 m and long jump had these winds. */
function heptathlon(hurdles: string, sprint: string, jump: string): Meet {
  const meet = new Meet('ATHWHEPTATH');
  meet.say(meet.rsc(), record('6000'));
  const part = (phase: string, said: object, wind?: string): void => {
    const unit = meet.rsc(phase.padEnd(4, '-'), '000100');
    meet.startList(unit, ['A']);
    if (wind !== undefined) meet.say(unit, { conditions: { wind } });
    meet.say(unit, said);
    meet.say(unit, { status: { result: 'OFFICIAL' } });
  };
  const run = (time: string) => ({ passing: { competitor: 'A', point: 'FIN', time } });
  const attempt = (said: object) => ({ attempt: { competitor: 'A', attempt: 1, outcome: 'VALID', ...said } });
  part('100H', run('12.90'), hurdles);
  part('HJ', attempt({ height: '1.90' }));
  part('SP', attempt({ mark: '15.00' }));
  part('200', run('23.50'), sprint);
  part('LJ', attempt({ mark: '6.60', wind: jump }));
  part('JT', attempt({ mark: '45.00' }));
  part('800', run('130'));
  return meet;
}

test('the mean wind of the events that measure it counts for a total, and one windy event alone does not', () => {
  expect(recordsOf(heptathlon('2.1', '2.2', '2.0'))).toEqual(['6000']);
  expect(recordsOf(heptathlon('3.9', '1.0', '1.1'))).toHaveLength(2);
});
