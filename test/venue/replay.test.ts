import { describe, expect, test } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { type ReplayClock, type ReplayOptions, replay } from '../../src/venue/replay.ts';

const UNIT = 'ATHW100M--------------FNL-000100--';
const START_MS = Date.UTC(2026, 0, 1);

/** Time that passes only while the replay waits. */
class TestClock implements ReplayClock {
  ms = START_MS;
  readonly waits: number[] = [];

  now(): number {
    return this.ms * 1_000;
  }

  async wait(ms: number): Promise<void> {
    this.waits.push(ms);
    this.ms += ms;
  }
}

const at = (second: number): string => new Date(Date.UTC(2024, 5, 9, 20, 0, second)).toISOString();

const evening: WireFact[] = [
  { source: 'ROM', epoch: '2024', seq: 1, sentAt: at(0), unit: UNIT, setup: { name: 'Final' } },
  { source: 'ROM', epoch: '2024', seq: 2, sentAt: at(1), unit: UNIT, startList: { entries: [] } },
  {
    source: 'ROM',
    epoch: '2024',
    seq: 3,
    sentAt: at(11),
    unit: UNIT,
    passing: { competitor: '1', point: 'FIN', time: '11.01' },
  },
  { source: 'ROM', epoch: '2024', seq: 4, sentAt: at(71), unit: UNIT, void: { seq: 3 } },
  { source: 'ROM', epoch: '2024', seq: 5, sentAt: at(72), unit: UNIT, status: { result: 'OFFICIAL' } },
];

async function played(options: Partial<ReplayOptions>, stopAfter = evening.length) {
  const clock = new TestClock();
  const facts: WireFact[] = [];
  const stop = new AbortController();
  await replay(evening, {
    pace: { speed: 10, maxGapMs: 5_000 },
    clock,
    run: null,
    signal: stop.signal,
    ...options,
    async publish(fact) {
      facts.push(fact);
      if (facts.length === stopAfter) stop.abort();
    },
  });
  return { clock, facts };
}

describe('replay', () => {
  test('waits the recorded gaps divided by the speed, and never longer than the largest gap', async () => {
    const { clock } = await played({});
    expect(clock.waits).toEqual([100, 1_000, 5_000, 100]);
  });

  test('waits for nothing at speed max', async () => {
    const { clock } = await played({ pace: { speed: Number.POSITIVE_INFINITY, maxGapMs: 5_000 } });
    expect(clock.waits).toEqual([]);
  });

  test('sets sentAt to the moment of publishing', async () => {
    const { facts } = await played({});
    expect(facts.map((fact) => fact.sentAt)).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-01-01T00:00:00.100Z',
      '2026-01-01T00:00:01.100Z',
      '2026-01-01T00:00:06.100Z',
      '2026-01-01T00:00:06.200Z',
    ]);
  });

  test('keeps numbers and epochs as recorded when no run is named', async () => {
    const { facts } = await played({});
    expect(facts.map(({ sentAt: _sentAt, ...fact }) => fact)).toEqual(
      evening.map(({ sentAt: _sentAt, ...fact }) => fact),
    );
  });

  test('gives a run its own epochs, so that a second run is not taken for copies', async () => {
    const { facts } = await played({ run: 'a' });
    expect(new Set(facts.map((fact) => fact.epoch))).toEqual(new Set(['2024-a-1']));
    expect(facts.map((fact) => fact.seq)).toEqual([1, 2, 3, 4, 5]);
  });

  test('begins each loop with start-list status and voids for what the loop before said, newest first', async () => {
    const { facts } = await played({ run: 'a', loop: true }, 10);
    const second = facts.slice(5).map(({ sentAt: _sentAt, ...fact }) => fact);
    const origin = { source: 'ROM', epoch: '2024-a-2' };
    expect(second).toEqual([
      { ...origin, seq: 1, unit: UNIT, status: { result: 'START_LIST' } },
      { ...origin, seq: 2, unit: UNIT, void: { source: 'ROM', epoch: '2024-a-1', seq: 3 } },
      { ...origin, seq: 3, unit: UNIT, void: { source: 'ROM', epoch: '2024-a-1', seq: 2 } },
      { ...origin, seq: 4, unit: UNIT, setup: { name: 'Final' } },
      { ...origin, seq: 5, unit: UNIT, startList: { entries: [] } },
    ]);
  });

  test('moves references between facts along with the numbers', async () => {
    const { facts } = await played({ run: 'a', loop: true }, 12);
    expect(facts.at(-1)).toMatchObject({ epoch: '2024-a-2', seq: 7, void: { seq: 6 } });
  });

  test('numbers every epoch from 1 without holes', async () => {
    const { facts } = await played({ run: 'a', loop: true }, 29);
    const numbers = new Map<string, number[]>();
    for (const { epoch = '1', seq } of facts) numbers.set(epoch, [...(numbers.get(epoch) ?? []), seq]);
    expect([...numbers.keys()]).toEqual(['2024-a-1', '2024-a-2', '2024-a-3', '2024-a-4']);
    for (const seqs of numbers.values()) expect(seqs).toEqual(seqs.map((_seq, index) => index + 1));
  });

  test('reads a recording while it plays it, fact by fact', async () => {
    let read = 0;
    async function* file() {
      for (const fact of evening) {
        read += 1;
        yield fact;
      }
    }
    const ahead: number[] = [];
    await replay(file(), {
      pace: { speed: Number.POSITIVE_INFINITY, maxGapMs: 0 },
      clock: new TestClock(),
      run: null,
      publish: async ({ seq }) => void ahead.push(read - seq),
    });
    expect(ahead).toEqual(evening.map(() => 0));
  });

  test('stops between two facts when told to', async () => {
    const { facts } = await played({ run: 'a', loop: true }, 3);
    expect(facts).toHaveLength(3);
  });
});
