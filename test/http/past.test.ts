import { describe, expect, test } from 'vitest';
import type { StoredResultMessage } from '../../src/broker/broker.ts';
import { decodeResult } from '../../src/encode/result-codec.ts';
import { History } from '../../src/fanout/channels/history.ts';
import { changesSince } from '../../src/http/changes-since.ts';
import { Past } from '../../src/http/past.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { FINAL_100M, header, Publisher, sprinters } from '../fanout/published-documents.ts';

const LIMITS = { pastLookUps: 2, pastRows: 100 };
const here = (): AbortSignal => new AbortController().signal;

/** A document of 200 versions in a broker whose answers can be held back, and which counts them. */
class Shelf {
  readonly publisher: Publisher;
  readonly past: Past;
  reads = 0;
  /** While set, no answer comes. */
  #opened: Promise<void> = Promise.resolve();
  open: () => void = () => {};

  constructor(limits = LIMITS) {
    const broker = new BrokerModel().connect();
    this.publisher = new Publisher(broker, header(FINAL_100M), sprinters());
    const readResults = async (
      ...asked: Parameters<typeof broker.readResults>
    ): Promise<StoredResultMessage[]> => {
      this.reads += 1;
      await this.#opened;
      return broker.readResults(...asked);
    };
    const lastResult = broker.lastResult.bind(broker);
    this.past = new Past(new History({ readResults, lastResult }, decodeResult), limits);
  }

  static async of(versions: number, limits = LIMITS): Promise<Shelf> {
    const shelf = new Shelf(limits);
    await shelf.publisher.begin();
    await shelf.publisher.touch(versions - 1);
    return shelf;
  }

  hold(): void {
    this.#opened = new Promise((resolve) => {
      this.open = resolve;
    });
  }

  at(asked: { version: number } | { time: string }, gone = here()): Promise<unknown> {
    const { channel, current } = this.publisher;
    return this.past.document(channel, current, asked, gone);
  }
}

describe('older versions over HTTP', () => {
  test('each is put together once, by number and by any time at which it was current', async () => {
    const shelf = await Shelf.of(200);
    const { history } = shelf.publisher;
    const [one, next] = [history[119]!, history[120]!];
    expect(await shelf.at({ version: 120 })).toEqual(one);
    const reads = shelf.reads;
    expect(await shelf.at({ version: 120 })).toEqual(one);
    expect(shelf.reads).toBe(reads);
    const between = new Date((Date.parse(one.asOf) + Date.parse(next.asOf)) / 2).toISOString();
    expect(await shelf.at({ time: between })).toEqual(one);
    const readOnce = shelf.reads;
    for (const time of [one.asOf, between, new Date(Date.parse(next.asOf) - 1).toISOString()])
      expect(await shelf.at({ time })).toEqual(one);
    expect(shelf.reads).toBe(readOnce);
    expect(await shelf.at({ time: next.asOf })).toEqual(next);
    expect(await shelf.at({ time: '2001-01-01T00:00:00.000Z' })).toBeNull();
  });

  test('what is remembered is bounded by rows, the oldest goes', async () => {
    const shelf = await Shelf.of(60, { ...LIMITS, pastRows: 3 * (sprinters().length + 1) });
    for (const version of [10, 20, 30, 40]) await shelf.at({ version });
    const reads = shelf.reads;
    for (const version of [20, 30, 40]) await shelf.at({ version });
    expect(shelf.reads).toBe(reads);
    await shelf.at({ version: 10 });
    expect(shelf.reads).toBeGreaterThan(reads);
  });

  test('who asks for the same waits for the same; more different ones than may be are BUSY', async () => {
    const shelf = await Shelf.of(60);
    shelf.hold();
    const same = [shelf.at({ version: 10 }), shelf.at({ version: 10 }), shelf.at({ version: 10 })];
    const other = shelf.at({ version: 20 });
    await expect(shelf.at({ version: 30 })).rejects.toMatchObject({ status: 503, code: 'BUSY' });
    await expect(shelf.past.causeOf(shelf.publisher.channel, 'k3f9', 30)).rejects.toMatchObject({
      code: 'BUSY',
    });
    shelf.open();
    for (const found of await Promise.all(same)) expect(found).toMatchObject({ version: 10 });
    expect(await other).toMatchObject({ version: 20 });
    expect(await shelf.at({ version: 30 })).toMatchObject({ version: 30 });
  });

  test('a look-up ends with the last request that waits for it', async () => {
    const shelf = await Shelf.of(400);
    const [first, second] = [new AbortController(), new AbortController()];
    shelf.hold();
    const looked = [first, second].map(({ signal }) =>
      shelf.at({ version: 150 }, signal).catch(({ code }) => code),
    );
    first.abort();
    second.abort();
    shelf.open();
    expect(await Promise.all(looked)).toEqual(['HISTORY_UNAVAILABLE', 'HISTORY_UNAVAILABLE']);
    // The page that was asked for already, and none after it.
    expect(shelf.reads).toBe(1);
    expect(await shelf.at({ version: 150 })).toMatchObject({ version: 150 });
  });

  test('nobody else goes with who has gone', async () => {
    const shelf = await Shelf.of(60);
    const gone = new AbortController();
    shelf.hold();
    const looked = [shelf.at({ version: 10 }, gone.signal), shelf.at({ version: 10 })];
    gone.abort();
    shelf.open();
    expect((await Promise.all(looked))[1]).toMatchObject({ version: 10 });
  });
});

test('what changed since a version is made once for all who ask, the whole document as well', () => {
  const copy = VersionedDocument.first('k', header(FINAL_100M), sprinters(), '2024-06-09T20:00:00.000Z');
  for (const result of ['10.1', '10.2'])
    copy.publish(
      copy.current.header,
      sprinters().map((row, index) => (index === 0 ? { ...row, mark: { ...row.mark!, result } } : row)),
      '2024-06-09T20:00:01.000Z',
    );
  const since = (base: number | null, format: 'json' | 'protobuf' = 'json') =>
    changesSince(copy, `${FINAL_100M}/RESULT`, format, base);
  expect(since(1)).toBe(since(1));
  expect(since(2)).not.toEqual(since(1));
  expect(since(99)).toBe(since(null));
  expect(since(0)).toBe(since(null));
  expect(since(1, 'protobuf')).toBe(since(1, 'protobuf'));
});
