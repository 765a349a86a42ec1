import { describe, expect, test } from 'vitest';
import type { MeasuredKind } from '../../src/model/fact.ts';
import { Meet } from '../support/meet.ts';

const FINAL = 'ATHM100M--------------FNL-000100--';

const MEASURED: { readonly [K in MeasuredKind]?: object } = {
  action: { id: 'a1', kind: 'GOAL', competitor: 'ANNA' },
  periodScore: { competitor: 'ANNA', period: 'H1', value: '3' },
  score: { competitor: 'ANNA', component: 'E', value: '8.5' },
  attempt: { competitor: 'ANNA', attempt: 1, outcome: 'VALID', mark: '8.10' },
};

describe('a fact that the rule of the unit does not read', () => {
  const sprint = () => {
    const meet = new Meet('ATHM100M');
    meet.startList(FINAL, ['ANNA', 'BERT']);
    return meet;
  };

  test.each(Object.entries(MEASURED))('%s of a 100 m is refused and makes no version', (kind, content) => {
    const meet = sprint();
    const before = meet.document('RESULT', FINAL);
    expect(meet.say(FINAL, { [kind]: content })).toBe('NOT_READ');
    expect(meet.document('RESULT', FINAL)).toBe(before);
    expect(before.header).toMatchObject({ status: 'START_LIST', reliability: { ok: true } });
  });

  test('a clock of a long jump: nobody jumps against it', () => {
    const meet = new Meet('ATHMLONGJUMP');
    const clock = { period: 'R1', time: '12', running: true };
    expect(meet.say(meet.rsc('FNL-', '000100'), { clock })).toBe('NOT_READ');
  });

  test('nothing that an operator releases: it has no effect', () => {
    const meet = sprint();
    meet.say(FINAL, { score: MEASURED.score! });
    meet.say(FINAL, { release: { source: 'TEST', seq: 2, by: 'ops' } });
    expect(meet.document('RESULT', FINAL).header.status).toBe('START_LIST');
  });

  test('what is measured belongs to a unit: of a phase or an event it is refused', () => {
    const meet = sprint();
    const passing = { passing: { competitor: 'ANNA', point: 'FIN', time: '10.02' } };
    expect(meet.say(meet.rsc('FNL-'), passing)).toBe('NOT_READ');
    expect(meet.say(meet.rsc(), passing)).toBe('NOT_READ');
    expect(meet.say(FINAL, passing)).toBeNull();
  });

  test('it counts once another setup names a rule that reads it', () => {
    // The code says no event, so a setup may say any.
    const meet = new Meet('ATHMJUMPRUN');
    const unit = meet.rsc('FNL-', '000100');
    meet.say(unit, { setup: { rule: 'ATH.100M@2024' } });
    meet.startList(unit, ['ANNA']);
    expect(meet.say(unit, { attempt: MEASURED.attempt! })).toBe('NOT_READ');
    meet.say(unit, { setup: { rule: 'ATH.LONGJUMP@2024' } });
    expect(meet.lines('RESULT', unit)).toEqual(['ANNA 1 8.10']);
  });
});

describe('a fact that says something of the unit and nothing of anybody in it', () => {
  test('a state of the schedule changes the line of the schedule only', () => {
    const meet = new Meet('ATHM100M');
    meet.race(FINAL, { ANNA: '10.02' });
    const before = meet.document('RESULT', FINAL);
    meet.say(FINAL, { schedule: { status: 'FINISHED' } });
    meet.say(FINAL, { schedule: { status: 'RUNNING' } });
    expect(meet.document('RESULT', FINAL)).toBe(before);
    expect(meet.document('SCHEDULE', 'ATH'.padEnd(34, '-')).version).toBeGreaterThan(2);
  });

  test('a note makes no version of the result', () => {
    const meet = new Meet('ATHM100M');
    meet.race(FINAL, { ANNA: '10.02' });
    const before = meet.document('RESULT', FINAL);
    expect(meet.say(FINAL, { note: { id: 'n1', text: 'The start is at 20:05.' } })).toBeNull();
    expect(meet.document('RESULT', FINAL)).toBe(before);
  });
});
