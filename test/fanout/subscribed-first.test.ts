import { expect, test } from 'vitest';
import { onAir } from './edge-bench.ts';
import { FINAL_200M, header } from './published-documents.ts';

test('SC6 nothing of a subscription is sent before it is said to stand, not of a channel that begins meanwhile either', async () => {
  const { bench, publisher } = await onAir();
  await publisher.touch(3);
  const { broker } = bench;
  const read = broker.readResults.bind(broker);
  let answer: () => void = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  broker.readResults = async (channel, range) => {
    await asked;
    return read(channel, range);
  };
  const { epoch } = publisher.current;
  const screen = bench.screen('json');
  await screen.subscribe('ATH*', {
    mode: 'every',
    positions: { [publisher.channel]: { epoch, version: 1 } },
  });
  const other = bench.publisher(header(FINAL_200M));
  await other.begin();
  await bench.timing.settle();
  expect(bench.shelf.current(other.channel)?.version).toBe(1);
  expect(screen.pair.said('subscribed')).toEqual([]);
  expect(screen.pair.data()).toEqual([]);
  answer();
  await screen.readAll();
  const texts = screen.pair.received.map(({ text }) => text ?? '');
  const first = texts.findIndex((text) => text.startsWith('{"document"'));
  expect(texts.findIndex((text) => text.startsWith('{"subscribed"'))).toBeLessThan(first);
  expect(screen.versions().toSorted()).toEqual([1, 2, 3, 4]);
  await bench.stop();
});
