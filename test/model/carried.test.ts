import { describe, expect, test } from 'vitest';
import { carried } from '../../src/model/carried.ts';

describe('what an object carries', () => {
  const lengths = carried<object, number>();
  const colours = carried<object, string>();

  test('is there for whoever put it there, and for nobody else', () => {
    const owner = { key: '1' };
    expect(lengths.get(owner)).toBeUndefined();
    lengths.set(owner, 7);
    lengths.set(owner, 8);
    expect([lengths.get(owner), colours.get(owner)]).toEqual([8, undefined]);
    colours.set(owner, 'red');
    expect([lengths.get(owner), colours.get(owner)]).toEqual([8, 'red']);
  });

  test('stays behind when the object is copied, and is no part of what it says', () => {
    const owner = { key: '1' };
    lengths.set(owner, 7);
    const copies = [{ ...owner }, structuredClone(owner), Object.assign({}, owner)];
    expect(copies.map((copy) => lengths.get(copy))).toEqual([undefined, undefined, undefined]);
    expect([JSON.stringify(owner), Reflect.ownKeys(owner)]).toEqual(['{"key":"1"}', ['key']]);
  });

  test('can be put on lists and on what is frozen', () => {
    const owners = [[1, 2], Object.freeze({ key: '1' })];
    for (const [index, owner] of owners.entries()) lengths.set(owner, index);
    expect(owners.map((owner) => lengths.get(owner))).toEqual([0, 1]);
  });
});
