import { describe, expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';

const WORLD = { records: [{ type: 'WR', result: '9.58', name: 'Usain Bolt' }] };

/** Flags of everybody who has one. */
const flags = (meet: Meet, unit: string, type: 'RESULT' | 'CUMULATIVE_RESULT' = 'RESULT') =>
  Object.fromEntries(
    meet
      .rows(type, unit)
      .filter(({ mark }) => mark.records.length > 0)
      .map(({ key, mark }) => [key, mark.records]),
  );

describe('records of an event', () => {
  test('D4 a faster time that comes late in the first heat takes the record away from the second', () => {
    const meet = new Meet('ATHM100M');
    const [first, second] = [meet.rsc('SFNL', '000100'), meet.rsc('SFNL', '000200')];
    meet.say(meet.rsc(), { setup: WORLD });
    meet.race(first, { ANNA: '9.60', BERT: '9.80' });
    meet.race(second, { CARL: '9.55' });
    expect(flags(meet, second)).toEqual({ CARL: ['WR'] });
    meet.say(first, { passing: { competitor: 'ANNA', point: 'FIN', time: '9.54' } });
    expect(flags(meet, first)).toEqual({ ANNA: ['WR'] });
    expect(flags(meet, second)).toEqual({});
    expect(meet.document('RECORDS', meet.rsc()).rows).toHaveLength(2);
  });

  test('a table that is taken back leaves no record behind', () => {
    const meet = new Meet('ATHM100M');
    const unit = meet.rsc('FNL-', '000100');
    meet.say(meet.rsc(), { setup: WORLD });
    meet.race(unit, { ANNA: '9.50' });
    expect(flags(meet, unit)).toEqual({ ANNA: ['WR'] });
    meet.say(meet.rsc(), { setup: {} });
    expect(flags(meet, unit)).toEqual({});
    expect([...meet.document('RECORDS', meet.rsc()).rows]).toEqual([]);
  });

  test('CR 31 with more than 2.0 m/s from behind a time is no record; a corrected reading makes it one', () => {
    const meet = new Meet('ATHM100M');
    const unit = meet.rsc('FNL-', '000100');
    meet.say(meet.rsc(), { setup: WORLD });
    meet.say(unit, { conditions: { wind: '2.1' } });
    meet.race(unit, { ANNA: '9.50' });
    expect(flags(meet, unit)).toEqual({});
    meet.say(unit, { conditions: { wind: '2.0' } });
    expect(flags(meet, unit)).toEqual({ ANNA: ['WR'] });
  });

  test('CR 31 wind is no matter on the whole lap', () => {
    const meet = new Meet('ATHM400M');
    const unit = meet.rsc('FNL-', '000100');
    meet.say(meet.rsc(), { setup: { records: [{ type: 'WR', result: '43.03' }] } });
    meet.say(unit, { conditions: { wind: '4.0' } });
    meet.race(unit, { ANNA: '43.02' });
    expect(flags(meet, unit)).toEqual({ ANNA: ['WR'] });
  });

  test('a fast 100 m in a decathlon is no world record of the decathlon', () => {
    const meet = new Meet('ATHMDECATH');
    const sprint = meet.rsc('100-', '000100');
    meet.say(meet.rsc(), { setup: { records: [{ type: 'WR', result: '9126' }] } });
    meet.race(sprint, { ANNA: '10.12' });
    expect(flags(meet, sprint)).toEqual({});
    expect(flags(meet, meet.rsc(), 'CUMULATIVE_RESULT')).toEqual({});
  });
});
