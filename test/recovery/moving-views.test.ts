/** SC8 with SC10 and SC18: a screen that sees some rows only, or holds its picture back, goes to another edge. */
import { afterEach, describe, expect, test } from 'vitest';
import { chosenRows, readRowChoice } from '../../src/fanout/channels/row-choice.ts';
import type { Document } from '../../src/model/document.ts';
import type { Wants } from '../../src/simulation/conversation.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { EdgeBench } from '../fanout/edge-bench.ts';
import { FINAL_100M, header, type Publisher, sprinters } from '../fanout/published-documents.ts';
import { Moving } from './moving.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
const DELAY_MS = 10_000;
const LIVE: Wants = { mode: 'live', delta: true, format: 'json' };
const EVERY: Wants = { mode: 'every', delta: false, format: 'json' };
const benches: EdgeBench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.stop();
});

async function twoEdges(): Promise<{ edges: [EdgeBench, EdgeBench]; publisher: Publisher }> {
  const first = new EdgeBench();
  const publisher = first.publisher();
  await publisher.begin();
  await publisher.touch(2);
  await first.start();
  const second = new EdgeBench({}, first);
  await second.start();
  benches.push(first, second);
  await first.timing.settle();
  return { edges: [first, second], publisher };
}

const resumed = (screen: Moving): boolean[] => screen.talk.subscribed.map((each) => each.resumed);

describe('SC18 chosen rows', () => {
  const rows = { top: 3 };
  const choice = readRowChoice(rows)!;
  const see = (document: Document): Document => {
    const seen = chosenRows(choice, document);
    return {
      ...document,
      epoch: `${document.epoch}~${choice.tag}`,
      rows: seen,
      hash: new ContentHash(document.header, seen).text,
    };
  };
  const wants: Wants = { ...LIVE, see };
  const truthOf = (publisher: Publisher) => () => publisher.history;

  /** Another result for one of those who are not seen (from 3 on), or who are. */
  async function touch(publisher: Publisher, index: number): Promise<void> {
    const result = `10.${String(publisher.current.version).padStart(4, '0')}`;
    await publisher.renew(
      publisher.current.rows.map((row, at) =>
        at === index ? { ...row, mark: { ...row.mark!, result } } : row,
      ),
    );
  }

  test('an edge on which others see the same rows resumes, also where versions changed nothing that is seen', async () => {
    const { edges, publisher } = await twoEdges();
    const screen = new Moving(wants, truthOf(publisher), CHANNEL, { rows });
    // Somebody sees the same rows on the other edge all the time.
    const other = new Moving(wants, truthOf(publisher), CHANNEL, { rows });
    await other.moveTo(edges[1]);
    await screen.moveTo(edges[0]);
    await touch(publisher, 0);
    await touch(publisher, 6);
    await screen.listen();
    screen.leave();
    await touch(publisher, 1);
    await touch(publisher, 7);
    await screen.moveTo(edges[1]);
    await touch(publisher, 2);
    await screen.listen();
    await other.listen();
    expect(resumed(screen)).toEqual([false, true]);
    for (const { talk } of [screen, other]) {
      expect(talk.endsOtherThan([publisher.current])).toEqual([]);
      expect(talk.violations).toEqual([]);
    }
  });

  test('an edge on which nobody saw these rows resumes when nothing has happened since, and begins anew when something has', async () => {
    const { edges, publisher } = await twoEdges();
    const screen = new Moving(wants, truthOf(publisher), CHANNEL, { rows });
    await screen.moveTo(edges[0]);
    await screen.moveTo(edges[1]);
    expect(resumed(screen)).toEqual([false, true]);
    screen.leave();
    await touch(publisher, 1);
    // The choice is made anew from what is there: it has not seen how that came about.
    await screen.moveTo(edges[0]);
    expect(resumed(screen)).toEqual([false, true, false]);
    expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
    expect(screen.talk.violations).toEqual([]);
  });

  test('a view that was made later, and so carries a later number for the same rows, is no step back elsewhere', async () => {
    const { edges, publisher } = await twoEdges();
    const early = new Moving(wants, truthOf(publisher), CHANNEL, { rows });
    await early.moveTo(edges[0]);
    for (const unseen of [5, 6, 7]) await touch(publisher, unseen);
    const screen = new Moving(wants, truthOf(publisher), CHANNEL, { rows });
    await screen.moveTo(edges[1]);
    expect(screen.talk.positions()[CHANNEL]?.version).toBe(6);
    await early.listen();
    expect(early.talk.positions()[CHANNEL]?.version).toBe(3);
    await screen.moveTo(edges[0]);
    expect(resumed(screen)).toEqual([false, true]);
    await touch(publisher, 0);
    await screen.listen();
    expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
    expect(screen.talk.violations).toEqual([]);
  });

  test('a position of other rows is not resumed', async () => {
    const { edges, publisher } = await twoEdges();
    const screen = new Moving(wants, truthOf(publisher), CHANNEL, { rows });
    await screen.moveTo(edges[0], { [CHANNEL]: { epoch: 'k3f9', version: 3 } });
    await screen.moveTo(edges[1], { [CHANNEL]: { epoch: 'k3f9~00000000', version: 3 } });
    expect(resumed(screen)).toEqual([false, false]);
  });
});

describe.each([
  ['live', LIVE],
  ['every', EVERY],
] as const)('SC10 delayed, %s', (_name, wants) => {
  const options = { delayMs: DELAY_MS };

  test('an edge that has been there all along resumes at the delayed position, and nothing is shown early', async () => {
    const { edges, publisher } = await twoEdges();
    const screen = new Moving(wants, () => publisher.history, CHANNEL, options);
    const other = new Moving(wants, () => publisher.history, CHANNEL, options);
    const { timing } = edges[0];
    await timing.pass(DELAY_MS);
    await screen.moveTo(edges[0]);
    await other.moveTo(edges[1]);
    await publisher.touch(4);
    await timing.pass(DELAY_MS / 2);
    await screen.moveTo(edges[1]);
    expect(screen.talk.positions()[CHANNEL]?.version).toBe(3);
    await timing.pass(DELAY_MS);
    await screen.listen();
    expect(resumed(screen)).toEqual([false, true]);
    expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
    expect(screen.talk.violations).toEqual([]);
  });

  test('an edge on which nobody delayed it looks back in the stream, and resumes when that reaches the position', async () => {
    const { edges, publisher } = await twoEdges();
    const { timing } = edges[0];
    const touch = async (index: number): Promise<void> => {
      const { rows, version } = publisher.current;
      const changed = rows.map((row, at) =>
        at === index ? { ...row, mark: { ...row.mark!, result: `11.${version}0` } } : row,
      );
      await publisher.renew(changed, {}, new Date(timing.now()).toISOString());
      await timing.settle();
    };
    await timing.pass(DELAY_MS);
    const screen = new Moving(wants, () => publisher.history, CHANNEL, options);
    await screen.moveTo(edges[0]);
    for (const index of [0, 1, 2]) {
      await touch(index);
      await timing.pass(2_000);
    }
    expect(screen.talk.positions()[CHANNEL]?.version).toBe(3);
    await screen.moveTo(edges[1]);
    expect(resumed(screen)).toEqual([false, true]);
    await timing.pass(DELAY_MS - 1_000);
    await screen.listen();
    expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
    // Away for longer than the look back reaches: live begins anew, every has all of it in the stream.
    screen.leave();
    for (const index of [3, 4]) {
      await touch(index);
      await timing.pass(DELAY_MS);
    }
    const third = new EdgeBench({}, edges[0]);
    benches.push(third);
    await third.start();
    await screen.moveTo(third);
    expect(resumed(screen)).toEqual([false, true, wants.mode === 'every']);
    expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
    expect(screen.talk.violations).toEqual([]);
  });

  test('a screen that saw it live keeps what it has until the delayed channel has come to it', async () => {
    const { edges, publisher } = await twoEdges();
    const { timing } = edges[0];
    await timing.pass(DELAY_MS);
    const other = new Moving(wants, () => publisher.history, CHANNEL, options);
    await other.moveTo(edges[1]);
    const screen = new Moving(wants, () => publisher.history, CHANNEL);
    await screen.moveTo(edges[0]);
    await publisher.touch(4);
    await screen.listen();
    screen.changeTo(options);
    await screen.moveTo(edges[1]);
    expect(resumed(screen)).toEqual([false, true]);
    await publisher.touch(2);
    await timing.pass(DELAY_MS + 1_000);
    await screen.listen();
    expect(screen.talk.endsOtherThan([publisher.current])).toEqual([]);
    expect(screen.talk.violations).toEqual([]);
  });

  test('an epoch that the screen has seen and the delayed channel shows later is not left again', async () => {
    const { edges, publisher } = await twoEdges();
    const { timing } = edges[0];
    await timing.pass(DELAY_MS);
    const other = new Moving(wants, () => publisher.history, CHANNEL, options);
    await other.moveTo(edges[1]);
    const next = edges[0].publisher(header(FINAL_100M), sprinters(), 'next');
    await next.begin();
    await next.touch(2);
    await timing.settle();
    const truth = () => [...publisher.history, ...next.history];
    const screen = new Moving(wants, truth, CHANNEL);
    await screen.moveTo(edges[0]);
    screen.changeTo(options);
    await screen.moveTo(edges[1]);
    expect(resumed(screen)).toEqual([false, true]);
    await next.touch();
    await timing.pass(DELAY_MS + 1_000);
    await screen.listen();
    expect(screen.talk.shown.every((line) => line.includes(' next '))).toBe(true);
    expect(screen.talk.endsOtherThan([next.current])).toEqual([]);
    expect(screen.talk.violations).toEqual([]);
  });
});
