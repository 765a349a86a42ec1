import { describe, expect, test } from 'vitest';
import { disciplineRsc } from '../../src/model/rsc.ts';
import { Meet } from '../support/meet.ts';

const SWIMMING = disciplineRsc('SWM');

describe('schedule', () => {
  const lines = (meet: Meet): string[] =>
    meet
      .document('SCHEDULE', SWIMMING)
      .rows.map(({ key, scheduled, state }) =>
        [key.slice(22), scheduled.start ?? '-', state.status].join(' '),
      );

  test('one line per unit, by planned start, then by code; what has no time comes last', () => {
    const meet = new Meet('SWMM100MFR');
    meet.say(meet.rsc('FNL-', '000100'), { setup: {} });
    meet.say(meet.rsc('HEAT', '000200'), { setup: { scheduledStart: '2024-06-09T10:00:00Z' } });
    meet.say(meet.rsc('HEAT', '000100'), { setup: { scheduledStart: '2024-06-09T10:00:00Z' } });
    meet.say(meet.rsc('SFNL', '000100'), { setup: { scheduledStart: '2024-06-09T09:00:00Z' } });
    expect(lines(meet)).toEqual([
      'SFNL000100-- 2024-06-09T09:00:00Z SCHEDULED',
      'HEAT000100-- 2024-06-09T10:00:00Z SCHEDULED',
      'HEAT000200-- 2024-06-09T10:00:00Z SCHEDULED',
      'FNL-000100-- - SCHEDULED',
    ]);
  });

  test('what the venue schedules goes before the setup, and its status before what the result says', () => {
    const meet = new Meet('SWMM100MFR');
    const unit = meet.rsc('FNL-', '000100');
    meet.say(unit, { setup: { scheduledStart: '2024-06-09T10:00:00Z' } });
    meet.say(unit, { schedule: { status: 'DELAYED', start: '2024-06-09T10:20:00Z' } });
    expect(lines(meet)).toEqual(['FNL-000100-- 2024-06-09T10:20:00Z DELAYED']);
  });

  test('without a schedule the state of the result tells: running once something is measured, finished when decided', () => {
    const meet = new Meet('SWMM100MFR');
    const unit = meet.rsc('FNL-', '000100');
    meet.startList(unit, ['ANNA']);
    expect(lines(meet)[0]).toContain('SCHEDULED');
    meet.say(unit, { passing: { competitor: 'ANNA', point: 'FIN', time: '50.00' } });
    expect(lines(meet)[0]).toContain('RUNNING');
    meet.say(unit, { status: { result: 'UNOFFICIAL' } });
    expect(lines(meet)[0]).toContain('FINISHED');
  });

  test('a stray fact about a unit nobody planned makes no line', () => {
    const meet = new Meet('SWMM100MFR');
    meet.say(meet.rsc('FNL-', '000100'), { passing: { competitor: 'ANNA', point: 'FIN', time: '50.00' } });
    expect(lines(meet)).toEqual([]);
  });
});

describe('participants', () => {
  const entered = (meet: Meet): string[] =>
    meet
      .document('PARTICIPANTS', SWIMMING)
      .rows.map(({ key, identity }) => `${key} ${identity.events?.length} ${identity.lane ?? ''}`.trim());

  test('everybody on a start list once, by code, without what belongs to one unit', () => {
    const meet = new Meet('SWMM100MFR');
    meet.startList(meet.rsc('HEAT', '000100'), ['CARL', 'ANNA']);
    meet.startList(meet.rsc('FNL-', '000100'), ['ANNA']);
    expect(entered(meet)).toEqual(['ANNA 1', 'CARL 1']);
  });

  test('who is struck from every start list is no participant any more', () => {
    const meet = new Meet('SWMM100MFR');
    const unit = meet.rsc('HEAT', '000100');
    meet.startList(unit, ['ANNA', 'CARL']);
    meet.startList(unit, ['CARL']);
    expect(entered(meet)).toEqual(['CARL 1']);
    meet.startList(unit, []);
    expect(entered(meet)).toEqual([]);
  });

  test('a result changes nothing here', () => {
    const meet = new Meet('SWMM100MFR');
    const unit = meet.rsc('HEAT', '000100');
    meet.startList(unit, ['ANNA']);
    const before = meet.document('PARTICIPANTS', SWIMMING);
    meet.say(unit, { passing: { competitor: 'ANNA', point: 'FIN', time: '50.00' } });
    expect(meet.document('PARTICIPANTS', SWIMMING)).toBe(before);
  });
});
