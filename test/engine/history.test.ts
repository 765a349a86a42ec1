/** Facts each in its place: empty places that were cut come from the archive, and behind those that are not to be had nothing is taken. */
import { expect, test } from 'vitest';
import type { StoredVenueMessage } from '../../src/broker/broker.ts';
import { BrokerError } from '../../src/broker/errors.ts';
import { type Archived, History } from '../../src/engine/history.ts';

const fact = (streamSeq: number): StoredVenueMessage => ({
  ...{ venue: 'STA', unit: '', messageId: `A:e:${streamSeq}`, contentType: 'application/json' },
  ...{ data: new Uint8Array(), streamSeq, storedAt: streamSeq },
});

async function* facts(...places: readonly number[]): AsyncGenerator<StoredVenueMessage> {
  for (const place of places) yield fact(place);
}

/** A stream with these places, and what an archive says of empty ones, again and again the last. */
async function read(places: readonly number[], ...answers: readonly (() => Archived)[]) {
  const taken: number[] = [];
  const asked: number[] = [];
  const logged: string[] = [];
  const note = ({ code }: { code?: string }): void => void logged.push(code ?? '');
  const broker = {
    consumeFacts: async (
      { fromSeq }: { fromSeq: number },
      handler: (message: StoredVenueMessage) => void,
    ) => {
      let isStopped = false;
      void (async () => {
        for (const place of places.filter((each) => each >= fromSeq)) {
          await Promise.resolve();
          if (!isStopped) handler(fact(place));
        }
      })();
      const stop = async (): Promise<void> => {
        isStopped = true;
      };
      return { stop };
    },
  };
  const archived = async (from: number): Promise<Archived> => {
    asked.push(from);
    return answers[Math.min(asked.length, answers.length) - 1]!();
  };
  const log = { info: () => {}, warn: () => {}, error: note };
  const wait = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const history = await History.follow({ broker, archived, log, elapsed: () => 0, wait }, 1, (message) =>
    taken.push(message.streamSeq),
  );
  for (let turn = 0; turn < 20; turn += 1) await wait();
  await history.stop();
  return { taken, asked, logged, needed: history.needed };
}

const never = (): Archived => {
  throw new Error('nobody asks');
};

test('a stream without empty places is taken as it is', async () => {
  expect((await read([1, 2, 3], never)).taken).toEqual([1, 2, 3]);
});

test('what was cut at the beginning or in the middle comes from the archive, each once, and the stream goes on behind that', async () => {
  const atFirst = await read([4, 6, 7, 8], () => ({ facts: facts(1, 2, 3, 4, 5, 6) }));
  expect(atFirst.taken).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const later = await read([1, 2, 5, 6], () => ({ facts: facts(3, 4, 5) }));
  expect([later.taken, later.asked]).toEqual([[1, 2, 3, 4, 5, 6], [3]]);
});

test('nothing is taken behind what is not to be had, and it goes on when it is', async () => {
  const needed = (): Archived => ({ needed: 'an archive' });
  const stuck = await read([1, 2, 5, 6], needed);
  expect([stuck.taken, stuck.needed, stuck.logged]).toEqual([[1, 2], 'an archive', ['ARCHIVE_NEEDED']]);
  const mended = await read([1, 2, 5, 6], needed, needed, () => ({ facts: facts(3, 4) }));
  expect([mended.taken, mended.needed]).toEqual([[1, 2, 3, 4, 5, 6], null]);
});

test('an archive that turns out to be damaged is told of, and what it gave before is not taken again', async () => {
  async function* torn(): AsyncGenerator<StoredVenueMessage> {
    yield* facts(2, 3);
    throw new Error('segment 2 is damaged');
  }
  const { taken, asked, needed } = await read(
    [1, 6],
    () => ({ facts: torn() }),
    () => ({
      needed: 'segment 2 is damaged',
    }),
  );
  expect([taken, asked.slice(0, 2), needed]).toEqual([[1, 2, 3], [2, 4], 'segment 2 is damaged']);
});

test('a broker that does not answer is asked again and is no want of an archive', async () => {
  const silent = (): Archived => {
    throw new BrokerError('BROKER_TIMEOUT', 'no answer');
  };
  const { taken, logged } = await read([1, 4], silent, () => ({ facts: facts(2, 3) }));
  expect([taken, logged]).toEqual([[1, 2, 3, 4], []]);
});

test('a loss is logged, and what is behind it is taken: the numbers of its sources tell', async () => {
  const { taken, asked, logged } = await read([1, 4, 5, 7], () => null);
  expect([taken, asked, logged]).toEqual([
    [1, 4, 5, 7],
    [2, 6],
    ['PLACES_EMPTY', 'PLACES_EMPTY'],
  ]);
});
