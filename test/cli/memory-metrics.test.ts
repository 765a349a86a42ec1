import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { withMemory } from '../../src/cli/processes/memory-metrics.ts';
import { ownMetrics } from '../../src/http/numbers.ts';
import { heapInUse } from '../support/heap.ts';
import { metricIn } from '../support/metric.ts';
import { eventually } from './launched.ts';

const MIB = 1024 * 1024;

test('what is alive is told as it was right after a whole collection: what is held counts, and rubbish does not', async () => {
  const metrics = withMemory(ownMetrics)(new Registry());
  const told = async (name: string): Promise<number> => metricIn(await metrics(), name)!;
  const alive = (): Promise<number> => told('splitsecond_memory_alive_bytes');
  heapInUse();
  const before = await eventually(alive, (bytes) => bytes > MIB);

  let held: Buffer | null = Buffer.alloc(64 * MIB, 1);
  heapInUse();
  const grown = await eventually(alive, (bytes) => bytes > before + 60 * MIB);
  expect(grown).toBeLessThan(before + 80 * MIB);
  expect(await told('process_resident_memory_bytes')).toBeGreaterThan(grown);
  expect(await told('nodejs_external_memory_bytes')).toBeGreaterThanOrEqual(held.length);
  expect(await told('nodejs_heap_size_total_bytes')).toBeGreaterThan(MIB);

  held = null;
  heapInUse();
  expect(await eventually(alive, (bytes) => bytes < before + 20 * MIB)).toBeLessThan(before + 20 * MIB);
});
