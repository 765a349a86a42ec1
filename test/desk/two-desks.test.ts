/** Two control rooms see one, whatever their clocks say and whatever happens to them and to the broker. */
import { beforeEach, describe, expect, test } from 'vitest';
import { contentOf } from '../../src/incidents/log-content.ts';
import { glanceOf } from '../../src/incidents/situation.ts';
import { ControlRoom } from './control-room.ts';

const SETTLED = 21_000;
const MISSED = 12_000;
const LOST = { code: 'PART_LOST', about: 'engine' } as const;

let room: ControlRoom;
beforeEach(() => {
  room = new ControlRoom();
});

/** Two engines of which one is killed, under the eyes of two desks. */
async function lostUnderTwo(aheadMs = 0) {
  const [first] = [await room.engine(), await room.engine()];
  const desks = [await room.desk(), await room.desk({ aheadMs })] as const;
  await room.pass(SETTLED);
  first.kill();
  await room.pass(MISSED);
  return desks;
}

const steps = (): string[] =>
  room.network.store.logbook.stored
    .map(({ data }) => contentOf(data)!)
    .flatMap((content) => ('incident' in content ? [`${content.step} ${content.incident.code}`] : []));

describe('two desks', () => {
  test('have one incident, which began once, whichever saw it first', async () => {
    const desks = await lostUnderTwo();
    expect(desks.map((desk) => desk.incident('PART_LOST')?.occurrence)).toEqual([1, 1]);
    expect(steps()).toEqual(['BEGAN PART_LOST']);
  });

  test('see what is acknowledged at the other', async () => {
    const [one, other] = await lostUnderTwo();
    await one.core.actions!.acknowledge({ ...LOST, occurrence: 1, by: 'Ada' });
    await room.pass(1_100);
    expect(other.incident('PART_LOST')).toMatchObject({ state: 'ACKNOWLEDGED', acknowledged: { by: 'Ada' } });
    expect(glanceOf(other.now())).toBe('IN_HAND');
  });

  test('at which two operators acknowledge at once end in one state, with one name', async () => {
    const [one, other] = await lostUnderTwo();
    await Promise.all([
      one.core.actions!.acknowledge({ ...LOST, occurrence: 1, by: 'Ada' }),
      other.core.actions!.acknowledge({ ...LOST, occurrence: 1, by: 'Bob' }),
    ]);
    await room.pass(1_100);
    const names = [one, other].map((desk) => desk.incident('PART_LOST')?.acknowledged?.by);
    expect(new Set(names).size).toBe(1);
    expect(steps()).toEqual(['BEGAN PART_LOST', 'ACKNOWLEDGED PART_LOST']);
  });

  test('at which one acknowledges while the other shelves keep both', async () => {
    const [one, other] = await lostUnderTwo();
    await Promise.all([
      one.core.actions!.acknowledge({ ...LOST, occurrence: 1, by: 'Ada' }),
      other.core.actions!.shelve({ ...LOST, minutes: 15, by: 'Bob' }),
    ]);
    await room.pass(1_100);
    for (const desk of [one, other])
      expect(desk.incident('PART_LOST')).toMatchObject({
        state: 'ACKNOWLEDGED',
        acknowledged: { by: 'Ada' },
        shelved: { by: 'Bob' },
        isShelved: true,
      });
  });

  test('one of which has a clock that is an hour wrong take an incident from the shelf at the same time', async () => {
    const [one, wrong] = await lostUnderTwo(3_600_000);
    await wrong.core.actions!.shelve({ ...LOST, minutes: 15, by: 'Bob' });
    await room.pass(14 * 60_000);
    expect([one, wrong].map((desk) => desk.incident('PART_LOST')?.isShelved)).toEqual([true, true]);
    await room.pass(62_000);
    expect([one, wrong].map((desk) => desk.incident('PART_LOST')?.isShelved)).toEqual([false, false]);
    expect([one, wrong].map((desk) => glanceOf(desk.now()))).toEqual(['ACT', 'ACT']);
    const [at, atWrong] = [one, wrong].map((desk) => desk.now().at);
    expect(Math.abs(at! - atWrong!)).toBeLessThan(2_000);
    expect(wrong.core.part().clockAhead).toBe(3_600);
  });

  test('one of which is killed go on as one, and what was acknowledged stays so when it is started again', async () => {
    const [one, other] = await lostUnderTwo();
    await one.core.actions!.acknowledge({ ...LOST, occurrence: 1, by: 'Ada' });
    one.kill();
    await room.pass(SETTLED);
    const again = await room.desk();
    await room.pass(SETTLED);
    for (const desk of [other, again])
      expect(desk.incident('PART_LOST')).toMatchObject({ state: 'ACKNOWLEDGED', occurrence: 1 });
    expect(steps()).toEqual(['BEGAN PART_LOST', 'ACKNOWLEDGED PART_LOST']);
  });

  test('of a broker that has forgotten the incidents have them as new ones', async () => {
    const [one] = await lostUnderTwo();
    await one.core.actions!.acknowledge({ ...LOST, occurrence: 1, by: 'Ada' });
    await room.pass(1_100);
    room.network.store.logbook.drop(1_000);
    const later = await room.desk({ least: { engine: 2 } });
    await room.pass(SETTLED);
    for (const desk of [one, later])
      expect(desk.incident('PART_LOST')).toMatchObject({ state: 'NEW', acknowledged: null });
  });
});
