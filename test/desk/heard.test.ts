/** What an edge hears of desks, what a desk hears of parts: of now, from whoever says it well, and nothing that a stranger says. */
import { beforeEach, describe, expect, test } from 'vitest';
import { PartsHeard } from '../../src/desk/parts-heard.ts';
import { SITUATION_TOPIC, SituationHeard } from '../../src/desk/situation-heard.ts';
import { holesIn } from '../../src/desk/sources-seen.ts';
import { partIn } from '../../src/incidents/part-words.ts';
import { bytesOf } from '../../src/incidents/said.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { SimulatedClock } from '../../src/simulation/clock.ts';
import { desk, edge, engine, WELL } from '../incidents/measured.ts';

describe('an edge', () => {
  const clock = new SimulatedClock();
  let network: BrokerModel;
  let heard: SituationHeard;
  beforeEach(() => {
    network = new BrokerModel();
    heard = new SituationHeard(network.connect(), clock);
  });

  const said = async (name: string, changed: object = {}): Promise<void> => {
    const lists = { refused: [], incidents: [], log: [], alarmsInTenMinutes: 0, isSettled: true, at: 1 };
    network.connect().calls.call(SITUATION_TOPIC, bytesOf({ ...WELL, ...lists, desk: name, ...changed }));
    await clock.pass(1);
  };

  test('listens only while somebody looks', async () => {
    await said('a');
    expect(heard.newest()).toBe(null);
    await clock.pass(1);
    await said('a');
    expect(heard.newest()).toMatchObject({ situation: { desk: 'a' }, heardAgoMs: 0 });
    await clock.pass(31_000);
    await said('a');
    // It has stopped, and what it knew then is not of now.
    expect(heard.newest()).toBe(null);
  });

  test('says how old what it has heard is, and goes on saying so when the desk is gone', async () => {
    heard.newest();
    await clock.pass(1);
    await said('a');
    await clock.pass(20_000);
    expect(heard.newest()).toMatchObject({ situation: { desk: 'a' }, heardAgoMs: 20_000 });
  });

  test('believes one of two desks while both are heard, and the other one when that falls silent', async () => {
    heard.newest();
    await clock.pass(1);
    for (const name of ['b', 'a', 'b']) await said(name);
    expect(heard.newest()!.situation.desk).toBe('a');
    await clock.pass(4_000);
    await said('b');
    expect(heard.newest()!.situation.desk).toBe('b');
  });

  test('takes nothing for a situation that is none', async () => {
    heard.newest();
    await clock.pass(1);
    for (const changed of [{ desk: 7 }, { at: 'now' }, { incidents: null }, { parts: {} }, { expected: 3 }])
      await said('a', changed);
    network.connect().calls.call(SITUATION_TOPIC, new Uint8Array([123]));
    await clock.pass(1);
    expect(heard.newest()).toBe(null);
  });
});

describe('a part', () => {
  test('is heard as it was said, whichever it is, and a stranger as nothing', () => {
    for (const word of [engine('e'), edge('d'), desk('k')]) expect(partIn(bytesOf(word))).toEqual(word);
    const strangers = [
      { ...engine('e'), part: 'venue' },
      { ...engine('e'), name: 7 },
      { ...engine('e'), behind: 'none' },
      { ...engine('e'), missing: [{ code: 'BEHIND' }] },
      { ...engine('e'), stoppedUnits: [1] },
      { ...edge('d'), screens: { json: 'many' } },
      { ...edge('d'), frozen: null },
    ];
    expect(strangers.map((word) => partIn(bytesOf(word)))).toEqual(strangers.map(() => null));
    expect(partIn(new Uint8Array([1]))).toBe(null);
  });

  test('is silent after five seconds, and a word that comes after its farewell is none', () => {
    const parts = new PartsHeard();
    parts.take(engine('e'), 0);
    expect([parts.isHeard('e', 5_000), parts.isHeard('e', 5_001)]).toEqual([true, false]);
    parts.take(engine('e'), 6_000);
    expect(parts.take(engine('e', { isLeaving: true }), 6_500)).toBe(true);
    expect(parts.take(engine('e', { isLeaving: true }), 6_501)).toBe(false);
    parts.take(engine('e'), 6_502);
    expect(parts.isHeard('e', 6_503)).toBe(false);
  });
});

test('missing numbers are those between what is processed', () => {
  expect(holesIn({ epoch: '1', seq: 4 })).toEqual([]);
  const beyond = [
    [6, 6],
    [9, 12],
  ] as const;
  expect(holesIn({ epoch: '1', seq: 4, beyond })).toEqual([
    [5, 5],
    [7, 8],
  ]);
});
