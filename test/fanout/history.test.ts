/** Older versions of a long list, which goes out whole once in thousands of versions. */
import { expect, test } from 'vitest';
import { decodeResult } from '../../src/encode/result-codec.ts';
import { History } from '../../src/fanout/channels/history.ts';
import { EdgeBench } from './edge-bench.ts';
import { FINAL_100M, header, sprinters } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

async function longList(rows = 500, versions = 300) {
  const bench = new EdgeBench();
  const publisher = bench.publisher(header(FINAL_100M), sprinters(rows));
  await publisher.begin();
  await publisher.touch(versions - 1);
  const read = { messages: 0 };
  const history = new History(bench.broker, (data) => {
    read.messages += 1;
    return decodeResult(data);
  });
  const versionsAfter = async (version: number): Promise<number[]> => {
    const found: number[] = [];
    for await (const document of history.after(CHANNEL, 'k3f9', version)) found.push(document.version);
    return found;
  };
  return { bench, publisher, read, versionsAfter };
}

const upTo = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_none, index) => first + index);

test('who comes back to where others have come back costs what is new, not the whole past', async () => {
  const { read, versionsAfter } = await longList();
  expect(await versionsAfter(290)).toEqual(upTo(291, 300));
  expect(read.messages).toBeGreaterThan(200);
  read.messages = 0;
  expect(await versionsAfter(290)).toEqual(upTo(291, 300));
  expect(await versionsAfter(295)).toEqual(upTo(296, 300));
  expect(read.messages).toBeLessThanOrEqual(20);
  expect(await versionsAfter(100)).toEqual(upTo(101, 300));
});

test('a stream that does not lead on from what was rebuilt is read from a version that stands alone', async () => {
  const { bench, versionsAfter } = await longList(20, 120);
  await versionsAfter(90);
  const { stored } = bench.network.results;
  stored.splice(95, 5);
  const whole = stored.find(({ form, first }) => form === 'whole' && first > 100);
  expect(await versionsAfter(90)).toEqual([
    ...upTo(91, 95),
    ...(whole === undefined ? [] : upTo(whole.first, 120)),
  ]);
});
