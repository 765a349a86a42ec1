import { expect, test } from 'vitest';
import { FactTrail } from '../../src/broker/nats/fact-trail.ts';

const fact = (messageId: string, unit: string) => ({ messageId, unit });
const standing =
  (ids: readonly string[]) =>
  async (handler: (messageId: string) => void): Promise<void> =>
    ids.forEach(handler);

test('names those that are gone, by source and epoch, with numbers and units', async () => {
  const trail = new FactTrail();
  for (const number of [1, 2, 3, 4]) trail.saw(fact(`A:e:${number}`, number < 4 ? 'HEAT1' : 'HEAT2'));
  trail.saw(fact('B:f:9', ''));
  expect(await trail.lost(standing(['A:e:1', 'A:e:2']))).toEqual([
    'A e 3 to 4 (HEAT1, HEAT2)',
    'B f 9 to 9 (no unit)',
  ]);
});

test('what has come again is not among them, whether it was seen again or not, and wherever it stands now', async () => {
  const trail = new FactTrail();
  for (const number of [1, 2, 3, 4]) trail.saw(fact(`A:e:${number}`, 'HEAT1'));
  // Others took the places; one of those that came again behind them was seen.
  trail.saw(fact('A:e:3', 'HEAT1'));
  const there = ['A:e:1', 'C:e:1', 'C:e:2', 'A:e:4', 'A:e:3'];
  expect(await trail.lost(standing(there))).toEqual(['A e 2 to 2 (HEAT1)']);
});

test('what a second break took is named beside what the first one took', async () => {
  const trail = new FactTrail();
  trail.saw(fact('A:e:1', 'HEAT1'));
  trail.saw(fact('A:e:2', 'HEAT1'));
  // The place of the last one was taken, and that is gone as well before anybody has asked.
  trail.saw(fact('B:f:1', 'HEAT1'));
  expect(await trail.lost(standing(['A:e:1', 'B:f:2']))).toEqual([
    'A e 2 to 2 (HEAT1)',
    'B f 1 to 1 (HEAT1)',
  ]);
});

test('names each loss once', async () => {
  const trail = new FactTrail();
  trail.saw(fact('A:e:1', 'HEAT1'));
  await trail.lost(standing([]));
  expect(await trail.lost(standing([]))).toEqual([]);
});
