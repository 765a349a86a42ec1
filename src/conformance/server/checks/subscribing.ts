import { claim } from '../../outcome.ts';
import type { Check } from '../check.ts';
import type { Screen } from '../screen.ts';
import type { Stage } from '../stage.ts';
import { means, type Position, type Update } from '../witness.ts';

const NOWHERE: Position = { epoch: 'never-was', version: 3 };

/** A pattern brings exactly the documents that it means. */
async function bringsWhatItMeans(stage: Stage, pattern: string): Promise<void> {
  const screen = await stage.join();
  const { channels } = await screen.subscribe({ id: 1, channel: pattern });
  const meant = stage.channels.filter((channel) => means(pattern, channel));
  claim(channels >= meant.length, `subscribed says ${channels} channels, there are ${meant.length}`);
  await screen.until(`all of ${pattern} come`, () =>
    meant.every((channel) => screen.last(channel) !== undefined),
  );
  const others = screen.updates.filter(({ channel }) => !means(pattern, channel));
  claim(others.length === 0, `${others[0]?.channel} came as well`);
}

const positionOf = ({ epoch, version }: Position): Position => ({ epoch, version });

/** Two answers of the server lie behind whatever it had to say before. */
async function settled(screen: Screen): Promise<void> {
  for (const id of [901, 902]) {
    screen.say({ ping: { id } });
    await screen.until('pong comes', () => screen.heard('pong').some((pong) => pong.id === id));
  }
}

/** What comes until `version`; where a server closes with 4408, it is resumed as that says (SC14, SC15). */
async function updatesUntil(stage: Stage, screen: Screen, version: number): Promise<Update[]> {
  const { channel } = stage;
  const isThere = (): boolean => (screen.last(channel)?.version ?? 0) >= version;
  await screen.until('the changes come', () => isThere() || screen.closed?.code === 4408);
  const updates = screen.updatesOf(channel);
  if (isThere()) return updates;
  const after = screen.heard('behind')[0]?.positions[channel];
  claim(after !== undefined, `closed with 4408, and behind does not name ${channel}`);
  const next = await stage.join();
  await next.subscribe({ id: 1, channel, mode: 'every', after });
  return [...updates, ...(await updatesUntil(stage, next, version))];
}

export const SUBSCRIBING: readonly Check[] = [
  {
    rule: 'SC5',
    name: 'an address brings that document and no other',
    run: (stage) => bringsWhatItMeans(stage, stage.channel),
  },
  {
    rule: 'SC5',
    name: 'a star stands for the rest of a part',
    run: async (stage) => {
      await bringsWhatItMeans(stage, `${stage.channel.slice(0, 3)}*/RESULT`);
      await bringsWhatItMeans(stage, `*/${stage.channel.split('/')[1]}`);
      await bringsWhatItMeans(stage, '*');
    },
  },
  {
    rule: 'SC5',
    name: 'a new document that matches joins by itself',
    run: async (stage) => {
      const screen = await stage.follow({ channel: '*' });
      const opened = await stage.open();
      await screen.until(`${opened} comes`, () => screen.last(opened) !== undefined);
    },
  },
  {
    rule: 'SC5',
    name: 'a channel that two subscriptions mean is sent once, and goes on when the older one ends',
    run: async (stage) => {
      const screen = await stage.follow();
      await screen.subscribe({ id: 2, channel: '*' });
      const { version } = await stage.change();
      await screen.until('the change comes', () => screen.last(stage.channel)!.version >= version);
      screen.say({ unsubscribe: { id: 1 } });
      await screen.until('unsubscribed is said', () => screen.heard('unsubscribed').length === 1);
      const next = await stage.change();
      await screen.until('the next change comes', () => screen.last(stage.channel)!.version >= next.version);
    },
  },
  {
    rule: 'SC5',
    name: 'a channel in another mode on the same connection is refused with OTHER_MODE',
    run: async (stage) => {
      const screen = await stage.follow();
      screen.say({ subscribe: { id: 2, channel: stage.channel, mode: 'every' } });
      await screen.until('the word is refused', () => screen.heard('error').length > 0);
      const [{ code, id }] = screen.heard('error');
      claim(code === 'OTHER_MODE' && id === 2, `refused with ${code}, id ${id}`);
    },
  },
  {
    rule: 'SC6',
    name: 'live is the usual mode, and the end state is delivered after a burst',
    run: async (stage) => {
      const screen = await stage.follow({ delta: true });
      claim(screen.heard('subscribed')[0].mode === 'live', 'subscribed says another mode');
      const { version, hash } = await stage.change(25);
      await screen.until('the newest comes', () => screen.last(stage.channel)!.version >= version);
      claim(
        screen.last(stage.channel)!.version > version || screen.last(stage.channel)!.hash === hash,
        'another state',
      );
    },
  },
  {
    rule: 'SC7',
    name: 'every begins with the newest and brings each version once, in order, whole',
    run: async (stage) => {
      const screen = await stage.follow({ mode: 'every', delta: true });
      claim(screen.heard('subscribed')[0].delta === false, 'subscribed promises deltas in mode every');
      const first = screen.last(stage.channel)!;
      const { version } = await stage.change(12);
      await screen.until('the newest comes', () => screen.last(stage.channel)!.version >= version);
      const came = screen.updatesOf(stage.channel).map((update) => update.version);
      claim(
        came.every((each, index) => each === first.version + index),
        `came: ${came.join(' ')}`,
      );
    },
  },
  {
    rule: 'SC8',
    name: 'live resumes where it stands: resumed true, nothing while nothing is new, then a delta from there',
    run: async (stage) => {
      const before = await stage.follow({ delta: true });
      const had = before.last(stage.channel)!;
      before.leave();
      const screen = await stage.join({ holding: before.copies });
      const options = { id: 1, channel: stage.channel, delta: true, after: positionOf(had) };
      const { resumed } = await screen.subscribe(options);
      claim(resumed, 'resumed is false although nothing was missed');
      await settled(screen);
      const unasked = screen.updatesOf(stage.channel).find(({ version }) => version <= had.version);
      claim(unasked === undefined, `version ${unasked?.version} came although the screen has ${had.version}`);
      await stage.change();
      await screen.until('the change comes', () => screen.last(stage.channel) !== undefined);
      claim(
        screen.updatesOf(stage.channel)[0]!.base === had.version,
        'what came is not a delta from the position',
      );
    },
  },
  {
    rule: 'SC8',
    name: 'every resumes after an older position: each version since, once and in order',
    run: async (stage) => {
      const had = stage.newest;
      const { version } = await stage.change(8);
      const screen = await stage.join();
      const options = { id: 1, channel: stage.channel, mode: 'every', after: positionOf(had) } as const;
      const { resumed } = await screen.subscribe(options);
      claim(resumed, 'resumed is false although the versions are there');
      await screen.until('the newest comes', () => (screen.last(stage.channel)?.version ?? 0) >= version);
      claim(screen.updatesOf(stage.channel)[0]!.version === had.version + 1, 'the first is not the next one');
    },
  },
  {
    rule: 'SC20',
    name: 'versions of one history come in one epoch, in either mode',
    run: async (stage) => {
      const [live, every] = [await stage.follow(), await stage.follow({ mode: 'every' })];
      const { epoch, version } = await stage.change(4);
      for (const screen of [live, every]) {
        const epochs = new Set((await updatesUntil(stage, screen, version)).map((update) => update.epoch));
        claim(epochs.size === 1 && epochs.has(epoch), `epochs ${[...epochs].join(', ')}`);
      }
    },
  },
  {
    rule: 'SC8',
    name: 'live with a position of another epoch: resumed false, and a whole document',
    run: async (stage) => {
      const screen = await stage.join();
      const { resumed } = await screen.subscribe({
        id: 1,
        channel: stage.channel,
        delta: true,
        after: NOWHERE,
      });
      claim(!resumed, 'resumed is true after a position that never was');
      await screen.until('the document comes', () => screen.last(stage.channel) !== undefined);
      claim(screen.updatesOf(stage.channel)[0]!.base === null, 'a delta came first');
    },
  },
  {
    rule: 'SC8',
    name: 'every with a position of another epoch: resumed false, and a gap to the end of it',
    run: async (stage) => {
      const screen = await stage.join();
      const options = { id: 1, channel: stage.channel, mode: 'every', after: NOWHERE } as const;
      const { resumed } = await screen.subscribe(options);
      claim(!resumed, 'resumed is true after a position that never was');
      await screen.until('the gap is said', () => screen.heard('gap').length === 1);
      const [{ epoch, from, to }] = screen.heard('gap');
      claim(epoch === NOWHERE.epoch && from === 4 && to === null, `gap ${epoch} ${from} ${to}`);
      await screen.until('the document comes', () => screen.last(stage.channel) !== undefined);
    },
  },
  {
    rule: 'SC8',
    name: 'positions resume several channels of a pattern, and one that is not right makes resumed false',
    run: async (stage) => {
      const before = await stage.follow({ channel: '*', delta: true });
      const known = stage.channels;
      await before.until('all come', () => known.every((channel) => before.last(channel) !== undefined));
      before.leave();
      const positions = Object.fromEntries(
        [...before.copies].map(([channel, copy]) => [channel, positionOf(copy)]),
      );
      const right = await stage.join({ holding: before.copies });
      const answer = await right.subscribe({ id: 1, channel: '*', delta: true, positions });
      claim(answer.resumed, 'resumed is false although nothing was missed');
      const wrong = await stage.join({ holding: before.copies });
      const spoiled = { ...positions, [stage.channel]: NOWHERE };
      const other = await wrong.subscribe({ id: 1, channel: '*', delta: true, positions: spoiled });
      claim(!other.resumed, 'resumed is true although one position never was');
      await wrong.until('the document comes', () => wrong.last(stage.channel) !== undefined);
      claim(wrong.last(stage.channel)!.base === null, 'a delta came first');
    },
  },
  {
    rule: 'SC8',
    name: 'positions that go ahead of subscribe in words of their own count for it',
    run: async (stage) => {
      const before = await stage.follow({ delta: true });
      const { epoch, version } = before.last(stage.channel)!;
      before.leave();
      const screen = await stage.join({ holding: before.copies });
      screen.say({ positions: { id: 1, epoch, versions: { [stage.channel]: version } } });
      const { resumed } = await screen.subscribe({ id: 1, channel: stage.channel, delta: true });
      claim(resumed, 'resumed is false although nothing was missed');
      await stage.change();
      await screen.until('the change comes', () => screen.last(stage.channel) !== undefined);
      claim(screen.updates[0]!.base === version, 'what came is not a delta from the position');
    },
  },
  {
    rule: 'SC9',
    name: 'after the first whole document come deltas against what was sent, and each leads to its hash',
    run: async (stage) => {
      for (const format of ['json', 'protobuf'] as const) {
        const screen = await stage.follow({ delta: true }, { format });
        claim(screen.updates[0]!.base === null, 'a delta came first');
        for (let count = 0; count < 5; count += 1) {
          const { version } = await stage.change();
          await screen.until('the change comes', () => screen.last(stage.channel)!.version >= version);
        }
        const deltas = screen.updates.filter(({ base }) => base !== null);
        claim(deltas.length > 0, `no delta came in ${format}`);
        claim(
          deltas.every(({ copy }) => copy !== null),
          'a delta does not lead to its hash',
        );
      }
    },
  },
  {
    rule: 'SC9',
    name: 'without delta, and in ODF, every update is whole',
    run: async (stage) => {
      const plain = await stage.follow();
      const odf = await stage.follow({ delta: true }, { format: 'odf' });
      claim(odf.heard('subscribed')[0].delta === false, 'subscribed promises deltas in ODF');
      const { version } = await stage.change(2);
      for (const screen of [plain, odf])
        await screen.until('the change comes', () => screen.last(stage.channel)!.version >= version);
      claim(
        plain.updates.every(({ base }) => base === null),
        'a delta came unasked',
      );
    },
  },
  {
    rule: 'SC11',
    name: 'unsubscribe is answered, and nothing of it comes after',
    run: async (stage) => {
      const screen = await stage.follow();
      screen.say({ unsubscribe: { id: 1 } });
      await screen.until('unsubscribed is said', () => screen.heard('unsubscribed').length === 1);
      const before = screen.updates.length;
      await stage.change(2);
      await settled(screen);
      claim(screen.updates.length === before, 'an update came after unsubscribed');
    },
  },
  {
    rule: 'SC11',
    name: "ping is answered by pong with its id and the server's clock",
    run: async (stage) => {
      const screen = await stage.join();
      screen.say({ ping: { id: 'p-1' } });
      await screen.until('pong comes', () => screen.heard('pong').length === 1);
      const [{ id, at }] = screen.heard('pong');
      claim(id === 'p-1' && !Number.isNaN(Date.parse(at)), `pong ${id} ${at}`);
    },
  },
  {
    rule: 'SC11',
    name: 'resync brings the document whole, also without anything new',
    run: async (stage) => {
      const screen = await stage.follow({ delta: true });
      const before = screen.updates.length;
      screen.say({ resync: { channel: stage.channel } });
      await screen.until('the document comes', () => screen.updates.length > before);
      claim(screen.updates[before]!.base === null, 'a delta came');
    },
  },
];
