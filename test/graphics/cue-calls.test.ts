/** An output leads its graphics from one state to the next by the calls of OGraf. */
import { expect, test } from 'vitest';
import { callsBetween, callsOfNew, isSameCue } from '../../src/graphics/shells/cue-calls.ts';
import type { Cue } from '../../src/on-air/output.ts';

const CUE: Cue = {
  layer: 'standings',
  takenAt: 5,
  graphic: 'standings',
  told: { channel: 'C/RESULT', rows: '4' },
  step: 0,
  state: 'IN',
  by: 'Ada',
  at: 5,
  accepted: null,
};
const changed = (change: Partial<Cue>) => callsBetween(CUE, { ...CUE, ...change });

test('a cue that is taken is loaded with what it is told and played; one that was there before does not enter once more', () => {
  expect(callsOfNew(CUE, false)).toEqual([
    { call: 'load', with: { data: CUE.told } },
    { call: 'playAction', with: { goto: 0, stays: true, skipAnimation: false } },
  ]);
  expect(callsOfNew({ ...CUE, step: 3 }, true).at(-1)).toEqual({
    call: 'playAction',
    with: { goto: 3, stays: true, skipAnimation: true },
  });
});

test('a page that comes late begins with the version that was accepted last, of whatever is live with the unit of that', () => {
  const accepted = { epoch: 'e', version: 4 };
  const dataOf = (changed: Partial<Cue>): unknown => {
    const [load] = callsOfNew({ ...CUE, ...changed }, true);
    return (load as { readonly with: { readonly data: unknown } }).with.data;
  };
  expect(dataOf({ accepted })).toEqual({ ...CUE.told, accepted: 'e/4' });
  const told = { discipline: 'ATH' };
  expect(dataOf({ accepted: { ...accepted, unit: 'U' }, told })).toEqual({
    ...told,
    accepted: 'e/4',
    unit: 'U',
  });
  // Of which document the version is nobody knows.
  expect(dataOf({ accepted, told })).toEqual(told);
});

test('a cue that is the same is called with nothing', () => {
  expect(changed({ by: 'Bob', at: 9 })).toEqual([]);
  expect(callsBetween({ ...CUE, state: 'OUT' }, { ...CUE, state: 'OUT' })).toEqual([]);
});

test('what is told otherwise is updated alone, and what is told no more is as usual again', () => {
  expect(changed({ told: { channel: 'C/RESULT', theme: 'light' } })).toEqual([
    { call: 'updateAction', with: { data: { rows: '', theme: 'light' } } },
  ]);
});

test('a page is turned to the one that is told, whatever was missed between', () => {
  expect(changed({ step: 2 })).toEqual([{ call: 'playAction', with: { goto: 2, stays: true } }]);
});

test('a correction is accepted once, when a newer version is accepted than before', () => {
  const accepted = { epoch: 'e', version: 4 };
  expect(changed({ accepted })).toEqual([
    { call: 'customAction', with: { id: 'accept', payload: accepted } },
  ]);
  expect(callsBetween({ ...CUE, accepted }, { ...CUE, accepted: { ...accepted } })).toEqual([]);
  const ofUnit = { ...accepted, unit: 'U' };
  expect(callsBetween({ ...CUE, accepted }, { ...CUE, accepted: ofUnit })).toEqual([
    { call: 'customAction', with: { id: 'accept', payload: ofUnit } },
  ]);
});

test('a cue that goes out only goes out, whatever else was done with it', () => {
  expect(changed({ state: 'OUT', step: 4, told: {} })).toEqual([{ call: 'stopAction', with: {} }]);
});

test('a graphic that is taken anew is another cue', () => {
  expect(isSameCue(CUE, { ...CUE, step: 2 })).toBe(true);
  expect(isSameCue(CUE, { ...CUE, takenAt: 6 })).toBe(false);
  expect(isSameCue(CUE, { ...CUE, graphic: 'clock' })).toBe(false);
});
