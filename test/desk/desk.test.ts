/** What a desk finds, and what it lets operators do. */
import { beforeEach, describe, expect, test } from 'vitest';
import { glanceOf } from '../../src/incidents/situation.ts';
import { ControlRoom, RACE } from './control-room.ts';

let room: ControlRoom;
beforeEach(() => {
  room = new ControlRoom();
});

/** Long enough for a desk to know who is there. */
const SETTLED = 21_000;
/** Until who is silent is missed. */
const MISSED = 12_000;

describe('a desk', () => {
  test('says nothing of all being quiet before it has listened for a while', async () => {
    await room.engine();
    const desk = await room.desk();
    await room.pass(5_000);
    expect([desk.now().incidents, glanceOf(desk.now())]).toEqual([[], 'NOT_KNOWN']);
    await room.pass(SETTLED);
    expect([desk.now().incidents, glanceOf(desk.now())]).toEqual([[], 'QUIET']);
    expect(desk.now().expected).toEqual({ engine: 1, edge: 0, desk: 0 });
  });

  test('finds that no engine is there, from the beginning and with none that was ever heard', async () => {
    await room.heldTime();
    const desk = await room.desk({ least: { engine: 1 } });
    await room.pass(SETTLED);
    expect(glanceOf(desk.now())).toBe('ACT');
    expect(desk.incident('NO_ENGINE')).toMatchObject({ state: 'NEW', hiddenBy: null });
    expect(desk.incident('PART_LOST')).toMatchObject({ hiddenBy: 'NO_ENGINE/' });
    // What the sources are nobody can know.
    expect(desk.now().sources.map(({ state }) => state)).toEqual([]);
  });

  test('misses an engine that was killed, not one that ended in order, and none whose place was taken', async () => {
    const [first, second] = [await room.engine(), await room.engine()];
    const desk = await room.desk();
    await room.pass(SETTLED);
    expect(desk.now().expected.engine).toBe(2);
    first.kill();
    await room.pass(MISSED);
    expect(desk.incident('PART_LOST')).toMatchObject({
      about: 'engine',
      state: 'NEW',
      values: { heard: 1, expected: 2 },
    });
    expect(desk.now().lost.map(({ part }) => part)).toEqual(['engine']);
    await room.engine();
    await room.pass(SETTLED);
    expect([desk.incident('PART_LOST'), desk.now().lost]).toEqual([undefined, []]);
    await second.engine.close();
    await room.pass(MISSED);
    expect([desk.incident('PART_LOST'), desk.now().expected.engine]).toEqual([undefined, 1]);
    expect(desk.now().log.map(({ what }) => what)).toContain('PART_LEFT');
  });

  test('misses an engine that never reported, where it is told how many there are', async () => {
    await room.engine();
    const desk = await room.desk({ least: { engine: 2 } });
    await room.pass(SETTLED);
    expect(desk.incident('PART_LOST')).toMatchObject({ count: 1, values: { heard: 1, expected: 2 } });
  });

  test('that is started when an engine is gone already misses it, because the roster outlives desks', async () => {
    const [first] = [await room.engine(), await room.engine()];
    const before = await room.desk();
    await room.pass(SETTLED);
    await before.stop();
    first.kill();
    await room.pass(MISSED);
    const desk = await room.desk();
    await room.pass(SETTLED);
    expect(desk.incident('PART_LOST')).toMatchObject({ values: { heard: 1, expected: 2 } });
    await desk.core.actions!.reset({ by: 'Ada' });
    await room.pass(MISSED);
    expect(desk.incident('PART_LOST')).toBe(undefined);
    expect(desk.now().log.find(({ what }) => what === 'PART_RESET')?.by).toBe('Ada');
  });

  test('has an incident that comes back as a new one, though the one before was acknowledged', async () => {
    let [first] = [await room.engine(), await room.engine()];
    const desk = await room.desk();
    await room.pass(SETTLED);
    for (const occurrence of [1, 2]) {
      first.kill();
      await room.pass(MISSED);
      expect(desk.incident('PART_LOST')).toMatchObject({ state: 'NEW', occurrence, acknowledged: null });
      await desk.core.actions!.acknowledge({ code: 'PART_LOST', about: 'engine', occurrence, by: 'Ada' });
      await room.pass(1_100);
      expect(desk.incident('PART_LOST')).toMatchObject({
        state: 'ACKNOWLEDGED',
        acknowledged: { by: 'Ada' },
      });
      expect(glanceOf(desk.now())).toBe('IN_HAND');
      first = await room.engine();
      await room.pass(SETTLED);
    }
    const late = desk.core.actions!.acknowledge({
      code: 'PART_LOST',
      about: 'engine',
      occurrence: 1,
      by: 'Bob',
    });
    await expect(late).rejects.toMatchObject({ code: 'NOT_ACTIVE' });
    first.kill();
    await room.pass(MISSED);
    const seenBefore = desk.core.actions!.acknowledge({
      code: 'PART_LOST',
      about: 'engine',
      occurrence: 2,
      by: 'Bob',
    });
    await expect(seenBefore).rejects.toMatchObject({ code: 'OTHER_OCCURRENCE' });
    expect(desk.now().alarmsInTenMinutes).toBe(3);
  });

  test('without a connection knows nothing, and says so', async () => {
    await room.engine();
    const desk = await room.desk();
    await room.pass(SETTLED);
    desk.kill();
    await room.pass(2_000);
    expect(glanceOf(desk.now())).toBe('ACT');
    expect(desk.incident('BROKER_GONE')).toMatchObject({ state: 'NEW', isRecorded: false });
    await room.pass(MISSED);
    expect(
      desk
        .now()
        .incidents.filter(({ hiddenBy }) => hiddenBy === null)
        .map(({ code }) => code),
    ).toEqual(['BROKER_GONE']);
    const shelving = desk.core.actions!.shelve({
      code: 'PART_LOST',
      about: 'engine',
      minutes: 15,
      by: 'Ada',
    });
    await expect(shelving).rejects.toMatchObject({ code: 'NOT_STORED' });
    desk.connection.reconnect();
    await room.pass(SETTLED);
    expect(glanceOf(desk.now())).toBe('QUIET');
  });

  test('finds a source that is silent while its race is not over, and which of its numbers are missing', async () => {
    await room.engine();
    const desk = await room.desk();
    await room.heldTime();
    await room.say({ heartbeat: { every: 1 } }, '');
    await room.pass(SETTLED);
    expect(desk.now().sources).toMatchObject([{ source: 'TIMING', venue: 'STA', state: 'silent', seq: 5 }]);
    expect(desk.incident('SOURCE_SILENT')).toMatchObject({ about: 'TIMING', values: { units: 1 } });
    await room.tell({ source: 'TIMING', seq: 9, unit: RACE, status: { result: 'LIVE' } });
    await room.pass(40_000);
    // It is silent again, and that hides no hole.
    expect(desk.now().sources).toMatchObject([{ state: 'silent', seq: 9, holes: [[6, 8]] }]);
    expect(desk.incident('FACTS_MISSING')).toMatchObject({ count: 3 });
  });
});

describe('what nobody can know', () => {
  /** A source that is silent during its race, which somebody has acknowledged. */
  async function silentSource() {
    const running = await room.engine();
    const desk = await room.desk();
    await room.heldTime();
    await room.say({ heartbeat: { every: 1 } }, '');
    await room.pass(SETTLED);
    await desk.core.actions!.acknowledge({
      code: 'SOURCE_SILENT',
      about: 'TIMING',
      occurrence: 1,
      by: 'Ada',
    });
    await room.pass(1_100);
    expect(desk.incident('SOURCE_SILENT')).toMatchObject({ state: 'ACKNOWLEDGED' });
    return { running, desk };
  }

  test('does not clear: a source that was silent when the last engine went is silent until one says otherwise', async () => {
    const { running, desk } = await silentSource();
    running.kill();
    await room.pass(60_000);
    expect(desk.now().sources.map(({ state }) => state)).toEqual(['unknown']);
    expect(desk.incident('SOURCE_SILENT')).toMatchObject({ state: 'ACKNOWLEDGED', occurrence: 1 });
  });

  test('does not clear while the desk was away, and for as long as it then has to listen', async () => {
    const { desk } = await silentSource();
    desk.kill();
    await room.pass(30_000);
    desk.connection.reconnect();
    await room.pass(1_100);
    expect(glanceOf(desk.now())).not.toBe('QUIET');
    await room.pass(60_000);
    expect(desk.incident('SOURCE_SILENT')).toMatchObject({ state: 'ACKNOWLEDGED', occurrence: 1 });
  });
});

describe('a fact that is held', () => {
  const markOf = (desk: Awaited<ReturnType<ControlRoom['desk']>>) =>
    room.markOf({ shelf: desk.core.shelf }, 'B');

  test('is shown with its reason, counts once it is released, and by whom stands in the fact and in the logbook', async () => {
    await room.engine();
    const desk = await room.desk();
    await room.pass(SETTLED);
    const fact = await room.heldTime();
    await room.pass(1_100);
    expect(desk.now().held).toMatchObject([{ source: 'TIMING', seq: 4, unit: RACE, venue: 'STA' }]);
    expect(desk.incident('FACTS_HELD')).toMatchObject({ state: 'NEW', about: RACE });
    expect(await markOf(desk)).toBe(null);
    const releasing = desk.core.actions!.release({ fact, by: 'Ada' });
    await room.pass(500);
    await releasing;
    await room.pass(SETTLED);
    expect(await markOf(desk)).toBe('4.20');
    expect([desk.now().held, desk.incident('FACTS_HELD')]).toEqual([[], undefined]);
    const said = room.network.facts.stored.at(-1)!;
    expect([said.venue, JSON.parse(Buffer.from(said.data).toString()).release]).toEqual([
      'DESK',
      { source: 'TIMING', epoch: '1', seq: 4, by: 'Ada' },
    ]);
    expect(desk.now().log.find(({ what }) => what === 'RELEASED')).toMatchObject({
      by: 'Ada',
      values: { seq: 4 },
    });
  });

  test('and was released already is not released again, and who did it is told, at a desk that came later, too', async () => {
    await room.engine();
    const desk = await room.desk();
    const fact = await room.heldTime();
    const releasing = desk.core.actions!.release({ fact, by: 'Ada' });
    await room.pass(500);
    await releasing;
    const stored = room.network.facts.stored.length;
    const later = await room.desk();
    await room.pass(SETTLED);
    for (const each of [desk, later]) {
      expect(each.now().held).toEqual([]);
      const again = each.core.actions!.release({ fact, by: 'Bob' });
      await expect(again).rejects.toMatchObject({ code: 'NOT_HELD', message: 'Ada has released it already' });
    }
    expect(room.network.facts.stored.length).toBe(stored);
  });

  test('and was replaced or withdrawn is not released', async () => {
    await room.engine();
    const desk = await room.desk();
    const fact = await room.heldTime();
    await room.say({ passing: { competitor: 'B', point: 'FIN', time: '10.1' } });
    await expect(desk.core.actions!.release({ fact, by: 'Ada' })).rejects.toMatchObject({
      code: 'NOT_HELD',
      message: 'number 5 has replaced it',
    });
    const other = await room.say({ passing: { competitor: 'A', point: 'FIN', time: '4.1' } });
    await room.say({ void: { seq: other } });
    await expect(desk.core.actions!.release({ fact: `TIMING:1:${other}`, by: 'Ada' })).rejects.toMatchObject({
      message: 'it was withdrawn',
    });
    expect(await markOf(desk)).toBe('10.10');
  });

  test('that two desks release at once counts, and the second word does no harm', async () => {
    await room.engine();
    const desks = [await room.desk(), await room.desk()];
    const fact = await room.heldTime();
    const releasing = desks.map((desk, index) => desk.core.actions!.release({ fact, by: `${index}` }));
    await room.pass(500);
    await Promise.all(releasing);
    await room.pass(SETTLED);
    expect(await Promise.all(desks.map(markOf))).toEqual(['4.20', '4.20']);
    expect(desks.map((desk) => desk.now().refused)).toEqual([[], []]);
  });

  test('that grows to two is a new incident, though the first was acknowledged', async () => {
    await room.engine();
    const desk = await room.desk();
    await room.heldTime();
    await room.pass(SETTLED);
    await desk.core.actions!.acknowledge({ code: 'FACTS_HELD', about: RACE, occurrence: 1, by: 'Ada' });
    await room.say({ passing: { competitor: 'A', point: 'FIN', time: '4.1' } });
    await room.pass(2_000);
    expect(desk.incident('FACTS_HELD')).toMatchObject({ state: 'NEW', occurrence: 2, count: 2 });
  });

  test('is told from one that is refused, which is an incident for ten minutes', async () => {
    await room.engine();
    const desk = await room.desk();
    await room.pass(SETTLED);
    await room.say({ passing: { competitor: 'A', point: 'FIN', time: 9.9 } });
    await room.pass(1_100);
    expect(desk.now().refused).toMatchObject([{ code: 'WRONG_TYPE', venue: 'STA', source: '', seq: null }]);
    expect(desk.incident('FACTS_REFUSED')).toMatchObject({ about: 'STA', values: { codes: 'WRONG_TYPE' } });
    expect(desk.now().refusedInTenMinutes).toBe(1);
    await room.pass(11 * 60_000);
    expect(desk.incident('FACTS_REFUSED')).toBe(undefined);
    expect(desk.now().refusedInTenMinutes).toBe(0);
    expect(desk.now().refused.length).toBe(1);
  });
});
