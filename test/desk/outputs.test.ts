/** What is on air, and who shows it: as pages say it to edges, edges to desks, and a desk to whoever has to act. */
import { beforeEach, describe, expect, test } from 'vitest';
import { OnAirDesk } from '../../src/desk/on-air-desk.ts';
import { outputsSeen } from '../../src/desk/outputs-seen.ts';
import type { OutputPage } from '../../src/incidents/part.ts';
import { PARTS_TOPIC, partIn } from '../../src/incidents/part-words.ts';
import { bytesOf } from '../../src/incidents/said.ts';
import type { Command } from '../../src/on-air/commands.ts';
import type { Cue, OutputHeard } from '../../src/on-air/output.ts';
import { OutputPages } from '../../src/on-air/output-pages.ts';
import { edge, seen } from '../incidents/measured.ts';
import { ControlRoom, type RunningDesk } from './control-room.ts';

const take: Command = {
  do: 'take',
  layer: 'clock',
  graphic: 'clock',
  told: {},
  accepted: null,
  by: 'Ada',
};
const page = (changedAt: number, changed: Partial<OutputPage> = {}): OutputPage => ({
  page: 'a',
  changedAt,
  isBehind: false,
  ...changed,
});

test('who has said nothing for a while does not show it any more', () => {
  const pages = new OutputPages();
  pages.take('main', page(1), 0);
  pages.take('main', page(1, { page: 'b' }), 0);
  pages.take('constructor', page(0), 3_000);
  pages.take('main', page(2), 3_000);
  expect(pages.shown(5_000)).toEqual({
    main: [page(2), page(1, { page: 'b' })],
    constructor: [page(0)],
  });
  expect(pages.shown(6_000)).toEqual({ main: [page(2)], constructor: [page(0)] });
  expect(pages.shown(9_000)).toEqual({});
});

test('a page that is none is not heard of', () => {
  const heard = (pages: unknown) => partIn(bytesOf({ ...edge('d1'), pages }));
  expect(heard({ main: [page(1)] })).not.toBe(null);
  for (const pages of [3, { main: 3 }, { main: [3] }, { main: [page(1, { changedAt: 'x' as never })] }])
    expect([pages, heard(pages)]).toEqual([pages, null]);
});

describe('an output', () => {
  const cue = { layer: 'clock', graphic: 'clock', state: 'IN' } as Cue;
  const main: OutputHeard = { name: 'main', changedAt: 100_000, cues: [cue], isConfirmed: true };
  const seenOf = (now: number, ...edges: readonly (readonly OutputPage[])[]) =>
    outputsSeen(
      [main],
      seen(...edges.map((pages, index) => edge(`d${index}`, { pages: { main: pages } }))),
      now,
    )[0];

  test('is shown by each page once, also by one that two edges know', () => {
    const moved = seenOf(200_000, [page(100_000)], [page(90_000), page(100_000, { page: 'b' })]);
    expect(moved).toEqual({ output: 'main', onAir: ['clock'], pages: 2, behind: 0, isShown: true });
  });

  test('is not shown as it is now by a page that stays at what was before, once it has had its time', () => {
    expect(seenOf(104_000, [page(90_000)])).toMatchObject({ pages: 1, behind: 0, isShown: true });
    expect(seenOf(106_000, [page(90_000)])).toMatchObject({ pages: 1, behind: 1, isShown: false });
  });

  test('is shown by a page whose documents are not of now, which is behind', () => {
    const shown = seenOf(200_000, [page(100_000, { isBehind: true }), page(100_000, { page: 'b' })]);
    expect(shown).toMatchObject({ pages: 2, behind: 1, isShown: true });
  });

  test('is known by the pages that show it, also where nothing was ever taken to it', () => {
    const parts = seen(edge('d1', { pages: { 'stage-2': [page(0)] } }));
    expect(outputsSeen([], parts, 1_000)).toEqual([
      { output: 'stage-2', onAir: [], pages: 1, behind: 0, isShown: true },
    ]);
  });
});

describe('on air, and nobody shows it', () => {
  let room: ControlRoom;
  let desk: RunningDesk;
  let onAir: OnAirDesk;
  /** What the pages of an edge say. */
  let pages: readonly OutputPage[];
  let edgeDies: () => void;
  beforeEach(async () => {
    room = new ControlRoom();
    await room.engine();
    desk = await room.desk();
    const connection = room.network.connect();
    onAir = new OnAirDesk(connection, () => room.clock.now());
    pages = [page(0)];
    edgeDies = room.clock.every(1_000, () =>
      connection.calls.call(PARTS_TOPIC, bytesOf(edge('d1', { pages: { main: pages } }))),
    );
    await room.pass(30_000);
  });
  /** Until it is found, or has cleared. */
  const pass = (): Promise<void> => room.pass(20_000);

  test('is found when the page has gone, is an incident like any other, and has cleared when it is back', async () => {
    const { changedAt } = await onAir.act('main', take);
    pages = [page(changedAt)];
    await pass();
    expect(desk.incident('NOT_SHOWN')).toBe(undefined);
    expect(desk.now().outputs).toMatchObject([{ output: 'main', pages: 1, behind: 0 }]);
    pages = [];
    await pass();
    const values = { output: 'main', graphics: 'clock' };
    expect(desk.incident('NOT_SHOWN')).toMatchObject({ about: 'main', state: 'NEW', values, hiddenBy: null });
    pages = [page(changedAt)];
    await pass();
    expect(desk.incident('NOT_SHOWN')).toBe(undefined);
  });

  test('is found when the page stands still, when its edge has died, and not when everything is out', async () => {
    const { changedAt, cues } = await onAir.act('main', take);
    pages = [page(changedAt)];
    const { takenAt } = cues[0]!;
    await onAir.act('main', { do: 'next', layer: 'clock', takenAt, step: 0, by: 'Ada' });
    await pass();
    expect(desk.incident('NOT_SHOWN')).toMatchObject({ about: 'main', occurrence: 1 });
    pages = [page(changedAt + 1_000_000)];
    await pass();
    expect(desk.incident('NOT_SHOWN')).toBe(undefined);
    edgeDies();
    await pass();
    expect(desk.incident('NOT_SHOWN')).toMatchObject({ about: 'main', occurrence: 2 });
    await onAir.act('main', { do: 'clear', by: 'Ada' });
    await pass();
    expect(desk.incident('NOT_SHOWN')).toBe(undefined);
  });

  test('is not said by a desk that has lost the broker and hears nobody', async () => {
    const { changedAt } = await onAir.act('main', take);
    pages = [page(changedAt)];
    await pass();
    desk.kill();
    await pass();
    expect(desk.incident('BROKER_GONE')).toMatchObject({ state: 'NEW' });
    expect(desk.incident('NOT_SHOWN')).toBe(undefined);
    desk.connection.reconnect();
    await pass();
    expect(desk.incident('NOT_SHOWN')).toBe(undefined);
  });
});
