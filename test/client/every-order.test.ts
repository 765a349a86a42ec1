import { describe, expect, test } from 'vitest';
import { EveryOrder, type Shown } from '../../src/client/every-order.ts';
import type { Document } from '../../src/model/document.ts';
import type { Position } from '../../src/model/position.ts';

const order = (after: Position | null = null): EveryOrder => new EveryOrder(after);
const version = (text: string): Document => {
  const [epoch = '', number] = text.split(' ');
  return { epoch, version: Number(number) } as Document;
};
const words = (shown: readonly Shown[]): string[] =>
  shown.map((each) =>
    'gap' in each
      ? `gap ${each.gap.epoch} ${each.gap.from}-${each.gap.to ?? 'end'}`
      : `${each.document.epoch} ${each.document.version}`,
  );
/** Versions as they come; what was shown, one list each. */
const taken = (to: EveryOrder, ...coming: string[]): string[] =>
  coming.map((text) => words(to.take(version(text))).join(', '));

describe('SC7 the order of one channel over several edges', () => {
  test('a version comes once, and waits for what is before it', () => {
    expect(taken(order(), 'a 3', 'a 3', 'a 5', 'a 6', 'a 2', 'a 4', 'a 4')).toEqual([
      'a 3',
      '',
      '',
      '',
      '',
      'a 4, a 5, a 6',
      '',
    ]);
  });

  test('it begins after the position that the caller has', () => {
    expect(taken(order({ epoch: 'a', version: 6 }), 'a 6', 'a 8', 'a 7')).toEqual(['', '', 'a 7, a 8']);
  });

  test('the first version of the next epoch follows when nothing is missing', () => {
    expect(taken(order(), 'a 1', 'b 1', 'a 2', 'b 2')).toEqual(['a 1', 'b 1', '', 'b 2']);
  });

  test('the next epoch waits while something of this one is missing', () => {
    expect(taken(order(), 'a 1', 'a 3', 'b 1', 'b 2', 'a 2')).toEqual([
      'a 1',
      '',
      '',
      '',
      'a 2, a 3, b 1, b 2',
    ]);
  });

  test('of two epochs that wait, the older one is left out', () => {
    const to = order();
    expect(taken(to, 'a 1', 'b 4', 'c 3')).toEqual(['a 1', '', '']);
    expect(words(to.giveUp())).toEqual(['gap a 2-end', 'c 3']);
    expect(to.hasHole).toBe(false);
  });

  test('what no edge can give is named, and it goes on behind it', () => {
    const to = order();
    expect(taken(to, 'a 1', 'a 4', 'a 7')).toEqual(['a 1', '', '']);
    expect(words(to.giveUp())).toEqual(['gap a 2-3', 'a 4']);
    expect(to.hasHole).toBe(true);
    expect(words(to.giveUp())).toEqual(['gap a 5-6', 'a 7']);
    expect(words(to.giveUp())).toEqual([]);
  });

  test('what an edge lacks of an epoch into which it followed is named as of that epoch', () => {
    const to = order();
    taken(to, 'a 1');
    to.cannot(0, { epoch: 'b', from: 1, to: 4 });
    taken(to, 'b 5');
    expect(to.canAsk(0)).toBe(false);
    expect(words(to.giveUp())).toEqual(['gap b 1-4', 'b 5']);
  });

  test('an edge is asked unless it has said that it cannot', () => {
    const to = order();
    taken(to, 'a 1', 'a 4');
    to.cannot(1, { epoch: 'a', from: 3, to: 3 });
    expect([to.canAsk(0), to.canAsk(1)]).toEqual([true, true]);
    taken(to, 'a 2');
    expect([to.canAsk(0), to.canAsk(1)]).toEqual([true, false]);
    to.lost(1);
    expect(to.canAsk(1)).toBe(true);
  });

  test('what waits is bounded, and what did not fit is known to be missing', () => {
    const to = order();
    taken(to, 'a 1');
    for (let number = 3; number <= 200; number += 1) to.take(version(`a ${number}`));
    expect(words(to.take(version('a 2')))).toHaveLength(65);
    expect(to.position).toEqual({ epoch: 'a', version: 66 });
    expect(to.hasHole).toBe(true);
  });
});
