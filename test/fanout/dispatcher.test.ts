import { expect, test } from 'vitest';
import { onAir, type TestScreen } from './edge-bench.ts';

/** Notes whose turn it is. */
function noting(screens: readonly TestScreen[], name: string, log: string[]): void {
  for (const { pair } of screens) {
    const write = pair.write.bind(pair);
    pair.write = (frames) => {
      log.push(name);
      return write(frames);
    };
  }
}

test('cohorts and single screens are written to in turns, each in proportion to its size', async () => {
  const { bench, publisher } = await onAir();
  const of = async (count: number, format: 'json' | 'protobuf' | 'odf', options: object) => {
    const screens = Array.from({ length: count }, () => bench.screen(format));
    for (const screen of screens) await screen.subscribe('*', options);
    return screens;
  };
  const log: string[] = [];
  noting(await of(160, 'json', { delta: true }), 'json', log);
  noting(await of(80, 'protobuf', { delta: true }), 'protobuf', log);
  noting(await of(16, 'odf', {}), 'odf', log);
  noting(await of(32, 'json', { mode: 'every' }), 'every', log);
  await publisher.touch();
  await bench.timing.settle();
  const counts = (names: readonly string[]) =>
    Object.fromEntries(
      ['json', 'protobuf', 'odf', 'every'].map((name) => [
        name,
        names.filter((each) => each === name).length,
      ]),
    );
  expect(counts(log)).toEqual({ json: 160, protobuf: 80, odf: 16, every: 32 });
  expect(counts(log.slice(0, 59))).toEqual({ json: 32, protobuf: 16, odf: 4, every: 7 });
  const last = (name: string): number => log.lastIndexOf(name) / log.length;
  for (const name of ['json', 'protobuf', 'odf', 'every']) expect(last(name)).toBeGreaterThan(0.75);
  await bench.stop();
});

test('in turns, too, all screens of all formats get every version', async () => {
  const { bench, publisher } = await onAir();
  const screens = Array.from({ length: 40 }, (_none, index) =>
    bench.screen(index % 2 === 0 ? 'json' : 'odf'),
  );
  for (const screen of screens) await screen.subscribe('*', { delta: false });
  await bench.timing.settle();
  for (let version = 0; version < 3; version += 1) {
    await publisher.touch();
    await bench.timing.settle();
  }
  for (const [index, screen] of screens.entries())
    expect(screen.versions(index % 2 === 0 ? 'json' : 'odf')).toEqual([1, 2, 3, 4]);
  await bench.stop();
});
