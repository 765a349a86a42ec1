import { expect, test } from 'vitest';
import { FactTrail } from '../../src/broker/nats/fact-trail.ts';

const fact = (streamSeq: number, messageId: string, unit: string) => ({ streamSeq, messageId, unit });
const standing =
  (ids: readonly string[]) =>
  async (streamSeq: number): Promise<string | null> =>
    ids[streamSeq - 1] ?? null;

test('names those that are gone, by source and epoch, with numbers and units', async () => {
  const trail = new FactTrail();
  for (const seq of [1, 2, 3, 4]) trail.saw(fact(seq, `A:e:${seq}`, seq < 4 ? 'HEAT1' : 'HEAT2'));
  trail.saw(fact(5, 'B:f:9', ''));
  expect(await trail.lost(standing(['A:e:1', 'A:e:2']))).toEqual([
    'A e 3 to 4 (HEAT1, HEAT2)',
    'B f 9 to 9 (no unit)',
  ]);
});

test('what has come again, or came after the interruption in the place of one that is gone, is not among them', async () => {
  const trail = new FactTrail();
  for (const seq of [1, 2, 3]) trail.saw(fact(seq, `A:e:${seq}`, 'HEAT1'));
  trail.interrupted();
  // Others took the places, and one was sent again behind them.
  trail.saw(fact(4, 'A:e:3', 'HEAT1'));
  expect(await trail.lost(standing(['A:e:1', 'C:e:1', 'C:e:2', 'A:e:3']))).toEqual(['A e 2 to 2 (HEAT1)']);
});

test('an interruption after which nothing was missing is none', async () => {
  const trail = new FactTrail();
  trail.saw(fact(1, 'A:e:1', 'HEAT1'));
  trail.interrupted();
  trail.confirmed();
  trail.saw(fact(2, 'A:e:2', 'HEAT1'));
  expect(await trail.lost(standing(['A:e:1']))).toEqual(['A e 2 to 2 (HEAT1)']);
});
