import { beforeAll, describe, expect, test } from 'vitest';
import { recordingFiles } from '../../src/cli/demo.ts';
import { readRecording } from '../../src/cli/recording-publisher.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import { replay } from '../../src/venue/replay.ts';
import { standingsText } from '../support/standings-text.ts';

/** Publishes into a competition in this process, as fast as it can, and says what stood after so many facts. */
async function looped(recording: readonly WireFact[], stopAfter: number) {
  const competition = new OfflineCompetition();
  const complaints: string[] = [];
  const stop = new AbortController();
  /** Corrections by the number of facts after which a result list carried one. */
  const corrected: { after: number; unit: string }[] = [];
  let count = 0;
  await replay(recording, {
    pace: { speed: Number.POSITIVE_INFINITY, maxGapMs: 0 },
    clock: { now: () => count * 1_000_000, wait: async () => {} },
    run: 'test',
    loop: true,
    signal: stop.signal,
    async publish(fact) {
      const complaint = competition.takeWire(fact);
      if (complaint !== null)
        complaints.push(`${fact.epoch}:${fact.seq} ${complaint.code} ${complaint.message}`);
      count += 1;
      if (fact.passing !== undefined || fact.attempt !== undefined || fact.score !== undefined)
        for (const { header, correction } of competition.documents())
          if (header.type === 'RESULT' && header.unit === fact.unit && correction !== null)
            corrected.push({ after: count, unit: header.unit });
      if (count === stopAfter) stop.abort();
    },
  });
  return { documents: [...competition.documents()], complaints, corrected };
}

/** Facts that the second loop sends before it plays: one status and schedule for each unit that has one, and the voids. */
function rewindLength(recording: readonly WireFact[]): number {
  const states = new Set<string>();
  let voids = 0;
  for (const fact of recording) {
    if (fact.status !== undefined) states.add(`status ${fact.unit}`);
    else if (fact.schedule !== undefined) states.add(`schedule ${fact.unit}`);
    else if (fact.setup === undefined && fact.competition === undefined && fact.session === undefined)
      voids += 1;
  }
  return states.size + voids;
}

describe.each(recordingFiles())('the recording of $venue', ({ path }) => {
  let recording: WireFact[];
  beforeAll(async () => {
    recording = await readRecording(path);
  });

  test('has no fact that the engine refuses or holds', async () => {
    const { complaints } = await looped(recording, recording.length);
    expect(complaints).toEqual([]);
  });

  test('tells nothing that the rules compute', () => {
    // A withdrawal before the final (`-`) is a fact of the day.
    const told = recording.filter(
      ({ rankOverride, order, advance }) =>
        rankOverride !== undefined || order !== undefined || (advance !== undefined && advance.mark !== '-'),
    );
    expect(told).toEqual([]);
  });

  test('can be rewound: every list is empty and at its start list', async () => {
    const { documents, complaints } = await looped(recording, recording.length + rewindLength(recording));
    expect(complaints).toEqual([]);
    const results = documents.filter(({ header }) => header.type === 'RESULT');
    expect(results.map(({ header, rows }) => [header.status, rows.length])).toEqual(
      results.map(() => ['START_LIST', 0]),
    );
    expect(documents.filter(({ header, rows }) => header.type === 'MEDALLISTS' && rows.length > 0)).toEqual(
      [],
    );
  });

  test('ends the second time as it ended the first time, and nothing of it counts as a correction', async () => {
    const first = await looped(recording, recording.length);
    const second = await looped(recording, 2 * recording.length + rewindLength(recording));
    expect(standingsText(second.documents)).toBe(standingsText(first.documents));
    expect(second.corrected.map(({ unit }) => unit)).toEqual(
      [...first.corrected, ...first.corrected].map(({ unit }) => unit),
    );
  });
});
