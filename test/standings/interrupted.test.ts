/** Units that are interrupted, resumed, put off or run again: what was done stays, and nobody is placed by how it stood. */
import { describe, expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';
import { ALL_SWAM, FINAL, has, medallists, medals, ranking, statusOf, swum, turnsIn } from './told.ts';

const put = (status: string) => ({ schedule: { status } });
const said = (result: string) => ({ status: { result } });

describe.each(['INTERRUPTED', 'POSTPONED'])('%s', (status) => {
  test('a final under way: rows stay, there is no classification, and it goes on with what was done', () => {
    const meet = new Meet('SWMM100MFR');
    const final = meet.rsc('FNL-', FINAL);
    meet.startList(final, ['ANNA', 'BERT']);
    meet.say(final, { passing: { competitor: 'ANNA', point: 'FIN', time: '50.00' } });
    meet.say(final, put(status));
    expect(meet.lines('RESULT', final)).toEqual(['ANNA 1 50.00', 'BERT -']);
    expect([statusOf(meet, 'RESULT', final), has(meet, 'RANKING')]).toEqual(['LIVE', false]);
    meet.say(final, put('RUNNING'));
    meet.say(final, { passing: { competitor: 'BERT', point: 'FIN', time: '49.00' } });
    meet.say(final, said('OFFICIAL'));
    expect(ranking(meet)).toEqual(['BERT 1 GOLD', 'ANNA 2 SILVER']);
  });

  test('said to be official all the same: no medals, not official, and nothing is lost', () => {
    const { meet, final } = swum(ALL_SWAM);
    const before = ['RANKING', 'MEDALLISTS'].map((type) => meet.document(type as 'RANKING', meet.rsc()).hash);
    const { hash } = meet.document('RESULT', final);
    meet.say(final, put(status));
    expect([ranking(meet), medallists(meet), medals(meet)]).toEqual([[], [], []]);
    expect(statusOf(meet, 'RESULT', final)).toBe('INTERMEDIATE');
    expect(meet.lines('RESULT', final)).toEqual([
      'ANNA 1 50.00',
      'BERT 2 50.10',
      'CARL 3 50.20',
      'DORA 4 50.30',
    ]);
    for (const again of ['RUNNING', 'FINISHED']) {
      meet.say(final, put(status));
      meet.say(final, put(again));
      expect(
        ['RANKING', 'MEDALLISTS'].map((type) => meet.document(type as 'RANKING', meet.rsc()).hash),
      ).toEqual(before);
      expect(meet.document('RESULT', final).hash).toBe(hash);
    }
  });

  test.each(['UNOFFICIAL', 'PROTESTED', 'PROVISIONAL', 'OFFICIAL'])(
    'in whatever order it is said (%s)',
    (result) => {
      const [one, other] = [
        [said(result), put(status)],
        [put(status), said(result)],
      ].map((facts) => {
        const meet = new Meet('SWMM100MFR');
        const final = meet.rsc('FNL-', FINAL);
        meet.race(final, { ANNA: '50.00' });
        for (const fact of facts) meet.say(final, fact);
        return [statusOf(meet, 'RESULT', final), has(meet, 'RANKING'), meet.document('RESULT', final).hash];
      });
      expect(one).toEqual(other);
      expect(one!.slice(0, 2)).toEqual(['INTERMEDIATE', false]);
    },
  );

  test('a heat: nobody is through, and the phase is not over', () => {
    const meet = new Meet('SWMM100MFR');
    const [first, second] = [meet.rsc('HEAT', '000100'), meet.rsc('HEAT', '000200')];
    meet.say(meet.rsc('HEAT'), { setup: { advance: [{ by: 'best', count: 1, mark: 'Q' }] } });
    meet.race(first, { ANNA: '51.00' });
    meet.race(second, { BERT: '50.00' });
    meet.say(second, put(status));
    expect(meet.marks('HEAT')).toEqual({});
    expect(statusOf(meet, 'PHASE_RESULT', meet.rsc('HEAT'))).toBe('INTERMEDIATE');
    expect(meet.document('PHASE_RESULT', meet.rsc('HEAT')).header.info.progress).toEqual({
      units: 2,
      complete: 1,
    });
    meet.say(second, put('FINISHED'));
    expect(meet.marks('HEAT')).toEqual({ BERT: 'Q' });
  });

  test('a jump: nobody is on the runway, and it goes on where it was', () => {
    const meet = new Meet('ATHMLONGJUMP');
    const final = meet.rsc('FNL-', FINAL);
    meet.startList(final, ['ANNA', 'BERT', 'CARL']);
    meet.say(final, { attempt: { competitor: 'ANNA', attempt: 1, outcome: 'VALID', mark: '8.00' } });
    meet.say(final, put(status));
    expect(turnsIn(meet, final)).toBe('-:');
    expect(meet.document('CURRENT', final).header.now).toBeUndefined();
    meet.say(final, put('RUNNING'));
    expect(turnsIn(meet, final)).toBe('1: <ANNA 1 >BERT 1 CARL 1');
  });

  test('gymnastics: scores stay, and a gymnast who is injured meanwhile has no turn', () => {
    const meet = new Meet('GARW1APBB');
    const final = meet.rsc('FNL-', FINAL);
    meet.startList(final, ['ANNA', 'BERT', 'CARL']);
    for (const [component, value] of [
      ['D', '5.5'],
      ['E', '8.0'],
    ])
      meet.say(final, { score: { competitor: 'ANNA', element: 'BB', component, value } });
    meet.say(final, put(status));
    meet.say(final, { irm: { competitor: 'BERT', code: 'DNS' } });
    meet.say(final, put('RUNNING'));
    expect(turnsIn(meet, final)).toBe('-: <ANNA 1 >CARL 1');
    expect(meet.lines('RESULT', final)).toEqual(['ANNA 1 13.500', 'CARL -', 'BERT DNS']);
  });

  test('orienteering: the runners in the forest are under way, and who has finished keeps the time', () => {
    const meet = new Meet('ORIM');
    const final = meet.rsc('FNL-', FINAL);
    meet.startList(final, ['ANNA', 'BERT']);
    meet.say(final, { passing: { competitor: 'ANNA', point: 'FIN', time: '1000' } });
    meet.say(final, put(status));
    meet.say(final, said('OFFICIAL'));
    expect(meet.lines('RESULT', final)).toEqual(['ANNA 1 16:40', 'BERT -']);
    expect(has(meet, 'RANKING')).toBe(false);
  });
});

test('what is put off to another time, delayed or moved counts once its result is there', () => {
  for (const status of ['DELAYED', 'RESCHEDULED', 'SCHEDULED_BREAK']) {
    const { meet, final } = swum(ALL_SWAM);
    meet.say(final, put(status));
    expect(medallists(meet)).toHaveLength(3);
  }
});

test('the schedule says that it is interrupted, and not that it is over', () => {
  const { meet, final } = swum(ALL_SWAM);
  meet.say(final, put('INTERRUPTED'));
  const rows = [...meet.document('SCHEDULE', 'SWM'.padEnd(34, '-')).rows];
  expect(rows.find(({ key }) => key === final)!.state).toEqual({
    status: 'INTERRUPTED',
    resultStatus: 'INTERMEDIATE',
  });
});

describe('a final that is run again', () => {
  const finals = () => {
    const meet = new Meet('ATHM400M');
    const [first, again] = [meet.rsc('FNL-', '000100'), meet.rsc('FNL-', '000100RR')];
    meet.startList(first, ['ANNA', 'BERT']);
    meet.say(first, { passing: { competitor: 'ANNA', point: 'FIN', time: '45.00' } });
    meet.say(first, put('INTERRUPTED'));
    return { meet, first, again };
  };

  test('after the interrupted one is annulled: its places are those of the event', () => {
    const { meet, first, again } = finals();
    meet.startList(again, ['ANNA', 'BERT']);
    expect(has(meet, 'RANKING')).toBe(false);
    meet.say(first, put('CANCELLED'));
    meet.race(again, { ANNA: '45.50', BERT: '45.10' });
    expect(ranking(meet)).toEqual(['BERT 1 GOLD', 'ANNA 2 SILVER']);
    expect(meet.lines('RESULT', first)).toEqual(['ANNA -', 'BERT -']);
  });

  test('while the first one is only interrupted: no medals', () => {
    const { meet, again } = finals();
    meet.race(again, { ANNA: '45.50', BERT: '45.10' });
    expect(has(meet, 'MEDALLISTS')).toBe(false);
  });
});
