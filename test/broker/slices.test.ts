import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Slices } from '../../src/broker/nats/slices.ts';

const work = (): void => {
  const until = performance.now() + 4;
  while (performance.now() < until);
};

test('things are done at once, and when there are many in later turns, in their order', async () => {
  const slices = new Slices();
  const done: number[] = [];
  for (let each = 0; each < 20; each += 1)
    slices.take(() => {
      work();
      done.push(each);
    });
  expect(done[0]).toBe(0);
  expect(done.length).toBeLessThan(20);
  while (done.length < 20) await turn();
  expect(done).toEqual(Array.from({ length: 20 }, (_none, each) => each));
});

test('what is cleared is not done', async () => {
  const slices = new Slices();
  const done: number[] = [];
  for (let each = 0; each < 20; each += 1)
    slices.take(() => {
      work();
      done.push(each);
    });
  const before = done.length;
  slices.clear();
  for (let turns = 0; turns < 40; turns += 1) await turn();
  expect(done).toHaveLength(before);
});
