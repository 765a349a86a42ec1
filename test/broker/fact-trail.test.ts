import { expect, test } from 'vitest';
import type { Cut } from '../../src/broker/cut.ts';
import { FactTrail } from '../../src/broker/fact-trail.ts';
import { lossOf, lostInAll } from '../../src/broker/loss.ts';

const fact = (messageId: string, unit: string, streamSeq = 1) => ({ messageId, unit, streamSeq });

/** What is lost when these stand in the stream, in words. */
function lost(trail: FactTrail, ...standing: string[]): string {
  return lostBut(trail, null, ...standing);
}

function lostBut(trail: FactTrail, cut: Cut | null, ...standing: string[]): string {
  const search = trail.search(cut);
  for (const messageId of standing) search.found(messageId);
  return lossOf('lost', search.lost()).text;
}

test('names those that are gone, by source and epoch, with numbers and units', () => {
  const trail = new FactTrail();
  for (const number of [1, 2, 3, 4]) trail.saw(fact(`A:e:${number}`, number < 4 ? 'HEAT1' : 'HEAT2'));
  trail.saw(fact('B:f:9', ''));
  expect(lost(trail, 'A:e:1', 'A:e:2')).toBe('lost; A e 3 to 4 (HEAT1, HEAT2); B f 9 to 9 (no unit)');
});

test('what has come again is not among them, whether it was seen again or not, and wherever it stands now', () => {
  const trail = new FactTrail();
  for (const number of [1, 2, 3, 4]) trail.saw(fact(`A:e:${number}`, 'HEAT1'));
  // Others took the places; one of those that came again behind them was seen.
  trail.saw(fact('A:e:3', 'HEAT1'));
  expect(lost(trail, 'A:e:1', 'C:e:1', 'C:e:2', 'A:e:4', 'A:e:3')).toBe('lost; A e 2 to 2 (HEAT1)');
});

test('what a second break took is named beside what the first one took', () => {
  const trail = new FactTrail();
  trail.saw(fact('A:e:1', 'HEAT1'));
  trail.saw(fact('A:e:2', 'HEAT1'));
  // The place of the last one was taken, and that is gone as well before anybody has asked.
  trail.saw(fact('B:f:1', 'HEAT1'));
  expect(lost(trail, 'A:e:1', 'B:f:2')).toBe('lost; A e 2 to 2 (HEAT1); B f 1 to 1 (HEAT1)');
});

test('what was cut is not lost, and what came later of the same unit is', () => {
  const trail = new FactTrail();
  for (const number of [1, 2, 3]) trail.saw(fact(`A:e:${number}`, 'HEAT1', number));
  trail.saw(fact('A:e:4', 'HEAT2', 4));
  const cut = { segment: '', to: 5, units: { HEAT1: 2 }, numbers: {} };
  expect(lostBut(trail, cut)).toBe('lost; A e 3 to 4 (HEAT1, HEAT2)');
});

test('names each loss once', () => {
  const trail = new FactTrail();
  trail.saw(fact('A:e:1', 'HEAT1'));
  lost(trail);
  expect(lost(trail)).toBe('lost');
});

test('several losses are one, for each source and epoch', () => {
  const of = (source: string, from: number, to: number, unit: string) =>
    lossOf('', [{ source, epoch: 'e', from, to, units: [unit] }]);
  expect(lostInAll([of('A', 3, 4, 'HEAT1'), of('B', 1, 1, 'HEAT1'), of('A', 2, 3, 'HEAT2')])).toEqual([
    { source: 'A', epoch: 'e', from: 2, to: 4, units: ['HEAT1', 'HEAT2'] },
    { source: 'B', epoch: 'e', from: 1, to: 1, units: ['HEAT1'] },
  ]);
});
