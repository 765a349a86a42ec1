import { expect, test } from 'vitest';
import { FactTrail } from '../../src/broker/nats/fact-trail.ts';

const subject = (unit: string): string => `venue.STA.SWM.${unit}`;
const standing =
  (ids: readonly string[]) =>
  async (streamSeq: number): Promise<string | null> =>
    ids[streamSeq - 1] ?? null;

test('names those that are gone, by source and epoch, with numbers and units', async () => {
  const trail = new FactTrail();
  for (const seq of [1, 2, 3, 4]) trail.saw(seq, `A:e:${seq}`, subject(seq < 4 ? 'HEAT1' : 'HEAT2'));
  trail.saw(5, 'B:f:9', 'venue.STA._._');
  expect(await trail.lost(standing(['A:e:1', 'A:e:2']))).toEqual([
    'A e 3 to 4 (HEAT1, HEAT2)',
    'B f 9 to 9 (no unit)',
  ]);
});

test('what has come again, or came after the interruption in the place of one that is gone, is not among them', async () => {
  const trail = new FactTrail();
  for (const seq of [1, 2, 3]) trail.saw(seq, `A:e:${seq}`, subject('HEAT1'));
  trail.interrupted();
  // Others took the places, and one was sent again behind them.
  trail.saw(4, 'A:e:3', subject('HEAT1'));
  expect(await trail.lost(standing(['A:e:1', 'C:e:1', 'C:e:2', 'A:e:3']))).toEqual(['A e 2 to 2 (HEAT1)']);
});

test('an interruption after which nothing was missing is none', async () => {
  const trail = new FactTrail();
  trail.saw(1, 'A:e:1', subject('HEAT1'));
  trail.interrupted();
  trail.confirmed();
  trail.saw(2, 'A:e:2', subject('HEAT1'));
  expect(await trail.lost(standing(['A:e:1']))).toEqual(['A e 2 to 2 (HEAT1)']);
});
