import { describe, expect, test } from 'vitest';
import { choiceOf, epochBehind, epochOf, epochOfChoice, isNewerEpoch } from '../../src/model/epoch.ts';

const CREATED = Date.UTC(2024, 5, 9) * 1_000;

describe('SC20 epochs are ordered by themselves', () => {
  test('another stream of facts is newer than every revision over the one before it', () => {
    const before = epochOf(CREATED, 1_000, 'zzzzzzz');
    expect(isNewerEpoch(epochOf(CREATED + 1_000, 1, '0000000'), before)).toBe(true);
  });

  test('of two revisions over one stream the one that came later is newer, whatever it is called', () => {
    const generations = [1, 2, 9, 35, 36, 37, 1_295, 1_296];
    const epochs = generations.map((generation) =>
      epochOf(CREATED, generation, generation % 2 ? 'zzzzzzz' : '0000000'),
    );
    expect(epochs.toSorted()).toEqual(epochs);
    for (const [index, epoch] of epochs.entries()) {
      expect(epochs.filter((other) => isNewerEpoch(epoch, other))).toEqual(epochs.slice(0, index));
    }
  });

  test('chosen rows are in the order of the epoch behind them', () => {
    const [one, two] = [epochOf(CREATED, 1, 'zzzzzzz'), epochOf(CREATED, 2, '0000000')];
    expect(isNewerEpoch(epochOfChoice(two, 'a'), epochOfChoice(one, 'f'))).toBe(true);
    expect(isNewerEpoch(epochOfChoice(one, 'f'), one)).toBe(false);
    expect(isNewerEpoch(one, epochOfChoice(one, 'f'))).toBe(false);
    expect([epochBehind(epochOfChoice(one, 'f')), choiceOf(epochOfChoice(one, 'f')), choiceOf(one)]).toEqual([
      one,
      'f',
      undefined,
    ]);
  });
});
