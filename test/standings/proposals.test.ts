/** Start lists that follow from the plan of an event, for as long as the venue sends none. */
import { expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';

/** Two heats of four; the first four of all go on to a final in a pool of eight lanes. */
function afterHeats(times: Readonly<Record<string, string>> = {}): Meet {
  const meet = new Meet('SWMW100MFR');
  meet.say(meet.rsc('HEAT'), {
    setup: {
      advance: [
        { by: 'best', count: 4, mark: 'Q' },
        { by: 'best', count: 2, mark: 'R', numbered: true },
      ],
    },
  });
  meet.say(meet.rsc('FNL-', '000100'), { setup: { name: 'Final' } });
  meet.race(meet.rsc('HEAT', '000100'), {
    ANNA: '55.00',
    BERT: '54.00',
    CARL: '57.00',
    DORA: '58.00',
    ...times,
  });
  meet.race(meet.rsc('HEAT', '000200'), { EMIL: '53.00', FRED: '56.00', GINA: '59.00' });
  return meet;
}

const lanes = (meet: Meet): string[] =>
  meet
    .document('RESULT', meet.rsc('FNL-', '000100'))
    .rows.map(({ key, identity }) => `${identity!.lane} ${key}`);

test('those who advance are put into lanes from the middle, the fastest first', () => {
  expect(lanes(afterHeats())).toEqual(['3 ANNA', '4 EMIL', '5 BERT', '6 FRED']);
});

test('nobody is proposed before the phase is over', () => {
  const meet = afterHeats();
  meet.say(meet.rsc('HEAT', '000200'), { status: { result: 'LIVE' } });
  expect(lanes(meet)).toEqual([]);
});

test('who gives the place up is replaced by the next one', () => {
  const meet = afterHeats();
  meet.say(meet.rsc('HEAT'), { advance: { competitor: 'BERT', mark: '-' } });
  expect(lanes(meet)).toEqual(['3 FRED', '4 EMIL', '5 ANNA', '6 CARL']);
});

test("a corrected heat fills the final anew, and the venue's start list ends that", () => {
  const meet = afterHeats();
  meet.say(meet.rsc('HEAT', '000100'), { passing: { competitor: 'ANNA', point: 'FIN', time: '59.50' } });
  expect(lanes(meet)).toEqual(['3 FRED', '4 EMIL', '5 BERT', '6 CARL']);
  meet.startList(meet.rsc('FNL-', '000100'), ['GINA', 'DORA']);
  expect(lanes(meet)).toEqual(['1 GINA', '2 DORA']);
});

test('TR 20.4 lanes are drawn by lot inside each group of the best, and the lot is a fact', () => {
  const meet = new Meet('ATHW100M');
  meet.say(meet.rsc('SFNL'), { setup: { advance: [{ by: 'place', count: 2, mark: 'Q' }] } });
  meet.say(meet.rsc('FNL-', '000100'), { setup: { name: 'Final' } });
  meet.race(meet.rsc('SFNL', '000100'), { ANNA: '10.90', BERT: '11.00', CARL: '11.10' });
  meet.race(meet.rsc('SFNL', '000200'), { DORA: '10.80', EMIL: '11.20', FRED: '11.30' });
  expect(lanes(meet)).toEqual(['3 DORA', '4 ANNA', '5 BERT', '6 EMIL']);
  meet.say(meet.rsc('FNL-'), {
    order: { id: '1', why: 'LOT', competitors: ['EMIL', 'ANNA', 'DORA', 'BERT'] },
  });
  expect(lanes(meet)).toEqual(['3 EMIL', '4 ANNA', '5 DORA', '6 BERT']);
});

test('lanes of the event: a pool of two fills two, and a track of six gets no proposal made for eight', () => {
  const pool = afterHeats();
  pool.say(pool.rsc(), { setup: { lanes: 2 } });
  expect(lanes(pool)).toEqual(['1 EMIL', '2 BERT']);
  const proposed = (setup: object): number => {
    const meet = new Meet('ATHW100M');
    meet.say(meet.rsc(), { setup });
    meet.say(meet.rsc('SFNL'), { setup: { advance: [{ by: 'place', count: 2, mark: 'Q' }] } });
    meet.say(meet.rsc('FNL-', '000100'), { setup: { name: 'Final' } });
    meet.race(meet.rsc('SFNL', '000100'), { ANNA: '11.00', BEA: '11.10', CLEO: '11.20' });
    return meet.document('RESULT', meet.rsc('FNL-', '000100')).rows.length;
  };
  expect([proposed({ lanes: 8 }), proposed({ lanes: 6 })]).toEqual([2, 0]);
});
