import { expect, test } from 'vitest';
import { Deadlines } from '../../src/fanout/deadlines.ts';
import { VirtualTiming } from './virtual-timing.ts';

test('those who are due are looked after a few in each turn, all of them, and nobody else', async () => {
  const timing = new VirtualTiming();
  const ticked: number[] = [];
  const all = Array.from({ length: 200 }, (_none, index) => ({
    isDue: () => index % 2 === 0 && !ticked.includes(index),
    tick: () => void ticked.push(index),
  }));
  let rounds = 0;
  const deadlines = new Deadlines(timing, 100, all, () => {
    rounds += 1;
  });
  const turns: number[] = [];
  const passing = timing.pass(100);
  for (let turn = 0; turn < 10; turn += 1) {
    turns.push(ticked.length);
    await Promise.resolve();
  }
  await passing;
  expect(turns[1]).toBe(64);
  expect(ticked).toEqual(Array.from({ length: 100 }, (_none, index) => index * 2));
  await timing.pass(250);
  expect(ticked).toHaveLength(100);
  expect(rounds).toBe(3);
  deadlines.stop();
  await timing.pass(1_000);
  expect(rounds).toBe(3);
});
