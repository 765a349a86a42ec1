/** Each way in which who goes on, or a list of several races, could be untrue, and that it is not. */
import { describe, expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';
import { FINAL, ranking, statusOf } from './told.ts';

describe('a round before the final', () => {
  const rounds = (): { meet: Meet; semi: string; final: string } => {
    const meet = new Meet('SWMM100MFR');
    const [semi, final] = [meet.rsc('SFNL', '000100'), meet.rsc('FNL-', FINAL)];
    meet.race(semi, { ANNA: '51.00', BERT: '51.10', CARL: '51.20' });
    meet.race(final, { ANNA: '50.00', BERT: '50.10' });
    return { meet, semi, final };
  };

  test('not official when the final is: the medals are, the classification is not', () => {
    const { meet, semi } = rounds();
    meet.say(semi, { status: { result: 'UNOFFICIAL' } });
    expect([statusOf(meet, 'RANKING'), statusOf(meet, 'MEDALLISTS')]).toEqual(['UNOFFICIAL', 'OFFICIAL']);
    meet.say(semi, { status: { result: 'PROTESTED' } });
    expect(statusOf(meet, 'RANKING')).toBe('PROTESTED');
    meet.say(semi, { status: { result: 'LIVE' } });
    expect([statusOf(meet, 'RANKING'), statusOf(meet, 'MEDALLISTS')]).toEqual(['LIVE', 'OFFICIAL']);
  });

  test('a heat that a setup names and that has not come: nobody is through by time, and nothing is official', () => {
    const meet = new Meet('SWMM100MFR');
    const [phase, first, second] = [meet.rsc('HEAT'), meet.rsc('HEAT', '000100'), meet.rsc('HEAT', '000200')];
    meet.say(phase, { setup: { units: [first, second], advance: [{ by: 'best', count: 1, mark: 'Q' }] } });
    meet.race(first, { ANNA: '51.00', BERT: '51.10' });
    expect(meet.marks('HEAT')).toEqual({});
    expect(statusOf(meet, 'PHASE_RESULT', phase)).toBe('INTERMEDIATE');
    expect(meet.document('PHASE_RESULT', phase).header.info.progress).toEqual({ units: 2, complete: 1 });
    meet.race(second, { CARL: '50.00' });
    expect(meet.marks('HEAT')).toEqual({ CARL: 'Q' });
    expect(statusOf(meet, 'PHASE_RESULT', phase)).toBe('OFFICIAL');
  });

  test('a heat that is only on the schedule, or put off, is waited for; a cancelled one is not', () => {
    const meet = new Meet('SWMM100MFR');
    const [phase, first, second] = [meet.rsc('HEAT'), meet.rsc('HEAT', '000100'), meet.rsc('HEAT', '000200')];
    meet.say(phase, { setup: { advance: [{ by: 'best', count: 1, mark: 'Q' }] } });
    meet.say(second, { schedule: { status: 'POSTPONED' } });
    meet.race(first, { ANNA: '51.00', BERT: '51.10' });
    expect([meet.marks('HEAT'), statusOf(meet, 'PHASE_RESULT', phase)]).toEqual([{}, 'INTERMEDIATE']);
    meet.say(second, { schedule: { status: 'CANCELLED' } });
    expect([meet.marks('HEAT'), statusOf(meet, 'PHASE_RESULT', phase)]).toEqual([{ ANNA: 'Q' }, 'OFFICIAL']);
  });

  test('a heat that is cancelled after it was swum counts no more, and again when that was a mistake', () => {
    const meet = new Meet('SWMM100MFR');
    const [first, second] = [meet.rsc('HEAT', '000100'), meet.rsc('HEAT', '000200')];
    meet.say(meet.rsc('HEAT'), { setup: { advance: [{ by: 'best', count: 1, mark: 'Q' }] } });
    meet.race(first, { ANNA: '51.00' });
    meet.race(second, { BERT: '50.00' });
    meet.say(second, { schedule: { status: 'CANCELLED' } });
    expect(meet.lines('PHASE_RESULT', meet.rsc('HEAT'))).toEqual(['ANNA 1 51.00 Q']);
    meet.say(second, { schedule: { status: 'FINISHED' } });
    expect(meet.marks('HEAT')).toEqual({ BERT: 'Q' });
  });

  test('who did not start in it has no place; who starts only in the next one has earned none either', () => {
    const meet = new Meet('SWMM100MFR');
    meet.race(meet.rsc('HEAT', '000100'), { ANNA: '51.00', BERT: 'DNS', CARL: '51.10' });
    meet.race(meet.rsc('FNL-', FINAL), { ANNA: '50.00', DORA: 'DNS' });
    expect(ranking(meet)).toEqual(['ANNA 1 GOLD', 'CARL 3', 'DORA DNS', 'BERT DNS']);
  });

  test('a swim-off that is still to come leaves the place open and keeps nothing from being official', () => {
    const meet = new Meet('SWMM100MFR');
    meet.say(meet.rsc('HEAT'), { setup: { advance: [{ by: 'best', count: 2, mark: 'Q' }] } });
    meet.race(meet.rsc('HEAT', '000100'), { ANNA: '51.00', BERT: '51.10', CARL: '51.10' });
    meet.startList(meet.rsc('HEAT', '0001RR'), ['BERT', 'CARL']);
    expect(meet.marks('HEAT')).toEqual({ ANNA: 'Q', BERT: '?', CARL: '?' });
    expect(statusOf(meet, 'PHASE_RESULT', meet.rsc('HEAT'))).toBe('OFFICIAL');
    meet.race(meet.rsc('HEAT', '0001RR'), { BERT: '51.50', CARL: '51.00' });
    expect(meet.marks('HEAT')).toEqual({ ANNA: 'Q', CARL: 'Q' });
    expect(meet.lines('PHASE_RESULT', meet.rsc('HEAT')).slice(1)).toEqual([
      'BERT 2= 51.10',
      'CARL 2= 51.10 Q',
    ]);
  });

  test('a place that a ruling gave in the heat counts for who goes on', () => {
    const meet = new Meet('ATHM100M');
    const heat = meet.rsc('RND1', '000100');
    meet.say(meet.rsc('RND1'), { setup: { advance: [{ by: 'place', count: 1, mark: 'Q' }] } });
    meet.race(heat, { ANNA: '10.10', BERT: '10.20' });
    meet.say(heat, { rankOverride: { competitor: 'ANNA', rank: 2, reason: 'jury' } });
    meet.say(heat, { rankOverride: { competitor: 'BERT', rank: 1, reason: 'jury' } });
    expect(meet.marks('RND1')).toEqual({ BERT: 'Q' });
  });
});

describe('a race that is run again', () => {
  const LINES = {
    setup: {
      advance: [
        { by: 'place', count: 1, mark: 'Q' },
        { by: 'best', count: 1, mark: 'q' },
      ],
    },
  };

  const relay = (): { meet: Meet; phase: string; first: string; again: string } => {
    const meet = new Meet('ATHM4X100M');
    const [phase, first, again] = [
      meet.rsc('RND1'),
      meet.rsc('RND1', '000100'),
      meet.rsc('RND1', '000100RR'),
    ];
    meet.say(phase, LINES);
    meet.race(first, { ITA: '39.00', FRA: '39.10', USA: 'DNF' });
    return { meet, phase, first, again };
  };

  test('by one alone: while it is not decided nobody is through by time', () => {
    const { meet, first, again } = relay();
    expect(meet.marks('RND1')).toEqual({ ITA: 'Q', FRA: 'q' });
    meet.startList(again, ['USA']);
    expect(meet.marks('RND1')).toEqual({ ITA: 'Q' });
    meet.race(again, { USA: '38.00' });
    expect(meet.marks('RND1')).toEqual({ ITA: 'Q', USA: 'q' });
    expect(meet.lines('RESULT', first)).toEqual(['ITA 1 39.00 Q', 'FRA 2 39.10', 'USA - 38.00 q']);
    expect(meet.lines('RESULT', again)).toEqual(['USA 1 38.00 q']);
  });

  test('and not finished again: the heat stands as it was', () => {
    const { meet, first, again } = relay();
    meet.race(again, { USA: 'DQ' });
    expect(meet.lines('RESULT', first)).toEqual(['ITA 1 39.00 Q', 'FRA 2 39.10 q', 'USA DNF']);
    meet.say(again, { irm: { competitor: 'USA', code: null } });
    meet.say(again, { passing: { competitor: 'USA', point: 'FIN', time: '38.00' } });
    expect(meet.lines('RESULT', first)[2]).toBe('USA - 38.00 q');
  });

  test('by all, after the first race was annulled: places and times are those of the second', () => {
    const { meet, first, again } = relay();
    meet.say(first, { schedule: { status: 'CANCELLED' } });
    meet.race(again, { ITA: '39.20', FRA: '38.90', USA: '39.10' });
    expect(meet.marks('RND1')).toEqual({ FRA: 'Q', USA: 'q' });
    expect(meet.lines('PHASE_RESULT', meet.rsc('RND1'))).toEqual([
      'FRA 1 38.90 Q',
      'USA 2 39.10 q',
      'ITA 3 39.20',
    ]);
    expect(statusOf(meet, 'PHASE_RESULT', meet.rsc('RND1'))).toBe('OFFICIAL');
  });

  test('and the re-run is taken back: everything is as before', () => {
    const { meet, first, again, phase } = relay();
    const before = [meet.document('RESULT', first).hash, meet.document('PHASE_RESULT', phase).hash];
    meet.race(again, { USA: '38.00' });
    meet.say(again, { schedule: { status: 'CANCELLED' } });
    expect([meet.document('RESULT', first).hash, meet.document('PHASE_RESULT', phase).hash]).toEqual(before);
  });
});
