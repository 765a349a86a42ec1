import { expect, test } from 'vitest';
import { Intake } from '../../src/ingest/intake.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import { meetOf, type Saying } from '../faults/meet.ts';
import { soakOf } from './meet.ts';

/** Codes of everything that is refused or held. */
function refusals(said: readonly Saying[]): string[] {
  const intake = new Intake();
  const competition = new OfflineCompetition();
  return said.flatMap(({ unit, fact }, index) => {
    const wire = { source: 'SOAK', epoch: '1', seq: index + 1, unit, ...fact };
    const data = Buffer.from(JSON.stringify(wire));
    const at = { storedAt: index, streamSeq: index + 1, messageId: `SOAK:1:${index + 1}` };
    const taken = intake.take({
      ...at,
      venue: 'SOAK',
      unit: unit as never,
      contentType: 'application/json',
      data,
    });
    if (taken.outcome !== 'fact') return [taken.outcome];
    return competition.refusalsAfter(taken.fact).map(({ code }) => code);
  });
}

test('what the venue says in a soak, and in a run of faults, is all taken', () => {
  expect(refusals(soakOf(2_500))).toEqual([]);
  for (const seed of [1, 2, 3]) expect(refusals(meetOf(seed, 300))).toEqual([]);
});
