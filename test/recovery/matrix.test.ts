/**
 * The recovery matrix over real sockets, for every way of following. The broker is in this process; `on-nats.test.ts`
 * and `processes.test.ts` have the real one.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { startEdge } from '../../src/edge.ts';
import type { Truth } from '../../src/simulation/conversation.ts';
import { FINAL_100M, header, type Publisher } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge, until } from '../fanout/running-edge.ts';
import { KINDS, type Kind, Witness, type WitnessOptions } from './witness.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
const KEEPALIVE_MS = 200;
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

interface Scene {
  readonly running: RunningEdge;
  readonly url: string;
  readonly publishers: Publisher[];
  readonly truth: Truth;
}

async function scene(): Promise<Scene> {
  const running = await runningEdge({ keepaliveMs: KEEPALIVE_MS });
  stops.push(() => running.stop());
  const publishers = [running.publisher];
  const truth: Truth = () => publishers.flatMap(({ history }) => history);
  await running.publisher.touch(4);
  return { running, url: running.edge.httpUrl, publishers, truth };
}

/** A second edge on the same broker. */
async function anotherEdge({ running }: Scene): Promise<string> {
  const broker = running.network.connect();
  stops.push(() => broker.close());
  const edge = await startEdge({ broker, keepaliveMs: KEEPALIVE_MS });
  stops.push(() => edge.close());
  return edge.httpUrl;
}

function watching(kind: Kind, { truth }: Scene, more: Partial<WitnessOptions> = {}): Witness {
  const witness = new Witness({ kind, channel: CHANNEL, truth, ...more });
  stops.push(() => witness.leave());
  return witness;
}

/** The screen shows what was published last. */
const shows = (witness: Witness, { publishers }: Scene): Promise<void> =>
  until(() => witness.talk.endsOtherThan([publishers.at(-1)!.current]).length === 0);

const answered = (witness: Witness, times: number): Promise<void> =>
  until(() => witness.talk.subscribed.length === times);

/** The document begins again in another epoch, as after a change of the rules. */
async function renewed({ running, publishers }: Scene, epoch: string): Promise<Publisher> {
  const publisher = await running.publish(header(FINAL_100M), undefined, epoch);
  publishers.push(publisher);
  return publisher;
}

/** A screen that shows what there is. */
async function watched(kind: Kind): Promise<{ here: Scene; witness: Witness }> {
  const here = await scene();
  const witness = watching(kind, here);
  witness.join(here.url);
  await shows(witness, here);
  return { here, witness };
}

const resumed = (witness: Witness): boolean[] => witness.talk.subscribed.map((each) => each.resumed);
const keepalivesOf = (witness: Witness): number => witness.talk.keepalives.length;

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('SC8 %s', (_name, kind) => {
  test('quiet channel: nothing new while away is resumed: true, and nothing is sent', async () => {
    const { here, witness } = await watched(kind);
    const { length } = witness.talk.shown;
    witness.join(here.url);
    await answered(witness, 2);
    // A whole keep-alive interval after the answer, what was to be sent has come.
    await until(() => keepalivesOf(witness) >= 2);
    expect(resumed(witness)).toEqual([false, true]);
    expect(witness.talk.shown).toHaveLength(length);
    expect(witness.talk.violations).toEqual([]);
  });

  test('two offline spells in a row: each is made up for', async () => {
    const { here, witness } = await watched(kind);
    for (const versions of [3, 70]) {
      witness.leave();
      await here.running.publisher.touch(versions);
      witness.join(here.url);
      await shows(witness, here);
    }
    // Twice away without having come back in between.
    witness.leave();
    await here.running.publisher.touch(2);
    witness.join(here.url);
    witness.leave();
    await here.running.publisher.touch(2);
    witness.join(here.url);
    await shows(witness, here);
    expect(resumed(witness).slice(1)).not.toContain(false);
    expect(witness.talk.violations).toEqual([]);
  });

  test('history truncated: an edge that has seen it all resumes live, every names the hole', async () => {
    const { here, witness } = await watched(kind);
    witness.leave();
    await here.running.publisher.touch(20);
    here.running.network.results.drop(15);
    witness.join(here.url);
    await shows(witness, here);
    // A row-stamped copy leads on from every version that it has seen; mode every needs the versions themselves.
    expect(resumed(witness)).toEqual([false, kind.mode === 'live']);
    if (kind.mode === 'every') expect(witness.talk.gaps[0]?.from).toBe(6);
    expect(witness.talk.violations).toEqual([]);
  });

  test('history truncated: an edge that was started after it begins anew and says so', async () => {
    const { here, witness } = await watched(kind);
    witness.leave();
    await here.running.publisher.touch(20);
    await here.running.publisher.keep();
    here.running.network.results.drop(here.running.network.results.stored.length - 1);
    witness.join(await anotherEdge(here));
    await shows(witness, here);
    expect(resumed(witness)).toEqual([false, false]);
    await here.running.publisher.touch(3);
    await shows(witness, here);
    expect(witness.talk.violations).toEqual([]);
  });

  test('epoch changed while away: resumed: false, and the new one from where it is', async () => {
    const { here, witness } = await watched(kind);
    witness.leave();
    const next = await renewed(here, 'k3f9-next');
    await next.touch(3);
    witness.join(here.url);
    await shows(witness, here);
    expect(resumed(witness)).toEqual([false, false]);
    if (kind.mode === 'every')
      expect(witness.talk.gaps).toMatchObject([{ epoch: 'k3f9', from: 6, to: null }]);
    expect(witness.talk.violations).toEqual([]);
  });

  test('epoch changed while connected: every has the last of the old one and the first of the new one', async () => {
    const { here, witness } = await watched(kind);
    await here.running.publisher.touch(2);
    const next = await renewed(here, 'k3f9-next');
    await next.touch(2);
    await shows(witness, here);
    expect(witness.talk.violations).toEqual([]);
    expect(witness.talk.gaps).toEqual([]);
  });

  test('another history while connected: the old one may have lost its last version, and every is told', async () => {
    const { here, witness } = await watched(kind);
    await here.running.publisher.touch(2);
    const next = await renewed(here, 'l000-next');
    await next.touch(2);
    await shows(witness, here);
    expect(witness.talk.violations).toEqual([]);
    const gaps = [{ epoch: 'k3f9', from: 8, to: null }];
    expect(witness.talk.gaps).toMatchObject(kind.mode === 'every' ? gaps : []);
  });

  test('epoch changed twice, while connected and while away, and never back', async () => {
    const { here, witness } = await watched(kind);
    for (const epoch of ['k3f9-2', 'k3f9-3']) {
      const next = await renewed(here, epoch);
      await next.touch(2);
    }
    await shows(witness, here);
    expect(witness.talk.gaps).toEqual([]);
    const epochs = new Set(witness.talk.shown.map((line) => line.split(' ')[1]));
    if (kind.mode === 'every') expect([...epochs]).toEqual(['k3f9', 'k3f9-2', 'k3f9-3']);
    witness.leave();
    for (const epoch of ['k3f9-4', 'k3f9-5']) {
      const next = await renewed(here, epoch);
      await next.touch(2);
    }
    witness.join(here.url);
    await shows(witness, here);
    expect(resumed(witness)).toEqual([false, false]);
    // What still comes from an epoch that was left is not shown.
    await here.running.publisher.touch(2);
    await here.publishers.at(-1)!.touch();
    await shows(witness, here);
    expect(witness.talk.violations).toEqual([]);
  });

  test('other edge: a screen goes to and fro between two, and resumes each time', async () => {
    const here = await scene();
    const other = await anotherEdge(here);
    const witness = watching(kind, here);
    witness.join(here.url);
    await shows(witness, here);
    for (const url of [other, here.url, other]) {
      witness.leave();
      await here.running.publisher.touch(2);
      witness.join(url);
      await shows(witness, here);
    }
    expect(resumed(witness)).toEqual([false, true, true, true]);
    expect(witness.talk.violations).toEqual([]);
  });

  test('zombie: a data path that is dropped while keep-alives come is known with the next of them, and healed', async () => {
    const here = await scene();
    let isBroken = false;
    const witness = watching(kind, here, { passes: () => !isBroken });
    witness.join(here.url);
    await shows(witness, here);
    isBroken = true;
    await here.running.publisher.touch(2);
    await until(() => here.running.edge.shelf.current(CHANNEL)?.version === 7);
    const before = keepalivesOf(witness);
    await until(() => keepalivesOf(witness) > before);
    expect(witness.talk.missed()).toEqual([CHANNEL]);
    isBroken = false;
    witness.join(here.url);
    await shows(witness, here);
    expect(resumed(witness)).toEqual([false, true]);
    expect(witness.talk.violations).toEqual([]);
  });
});

describe.each(KINDS.filter(({ delta }) => delta).map((kind) => [kind.name, kind] as const))(
  'SC9 %s: a client with the wrong hash',
  (_name, kind) => {
    /** All that the checker complains of is the copy that the test has damaged. */
    const onlyTheDamage = (witness: Witness): void =>
      expect(new Set(witness.talk.violations.map(({ rule }) => rule))).toEqual(new Set(['WRONG_HASH']));

    /** Server-sent events take no words: there a screen begins anew without an id. */
    function heal(witness: Witness, url: string): void {
      witness.talk.resyncs(CHANNEL);
      if (kind.transport === 'sse') witness.join(url, {});
      else witness.say({ resync: { channel: CHANNEL } });
    }

    test('finds it with the next version, asks for the whole, and is right', async () => {
      const here = await scene();
      const witness = watching(kind, here);
      witness.join(here.url);
      await shows(witness, here);
      witness.talk.corrupt(CHANNEL);
      await here.running.publisher.touch();
      await until(() => witness.damaged === 1);
      onlyTheDamage(witness);
      heal(witness, here.url);
      await shows(witness, here);
      await here.running.publisher.touch(3);
      await shows(witness, here);
      expect(witness.damaged).toBe(1);
      onlyTheDamage(witness);
    });

    test('that resumes from a position whose content it has not got finds it with what follows, and is right', async () => {
      const here = await scene();
      const witness = watching(kind, here);
      witness.join(here.url);
      await shows(witness, here);
      witness.leave();
      witness.talk.corrupt(CHANNEL);
      await here.running.publisher.touch(2);
      witness.join(here.url);
      await until(() => witness.damaged === 1);
      heal(witness, here.url);
      await shows(witness, here);
      onlyTheDamage(witness);
    });
  },
);
