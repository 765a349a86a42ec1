import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import type { Registry } from 'prom-client';
import { type MetricsText, Numbers, together } from '../../http/numbers.ts';

/** A program's numbers, with those of the memory of its process. */
export const withMemory = (metricsOf: MetricsText): MetricsText => {
  const memory = memoryNumbers();
  return (own) => metricsOf(together(own, memory));
};

/**
 * A leak is in what is alive, or outside the heap: what is resident beyond both is rubbish, of which Node keeps as much as it likes. The names are
 * those of Prometheus' own clients, where these have one.
 */
function memoryNumbers(): Registry {
  const numbers = new Numbers();
  const alive = aliveMemory();
  numbers.gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  numbers.gauge(
    'nodejs_heap_size_total_bytes',
    'Heap, with rubbish and room to grow.',
    () => process.memoryUsage().heapTotal,
  );
  numbers.gauge(
    'nodejs_external_memory_bytes',
    'Buffers, which are no part of the heap.',
    () => process.memoryUsage().external,
  );
  numbers.gauge(
    'splitsecond_memory_alive_bytes',
    'Heap and buffers in use right after the newest whole collection; NaN before the first.',
    alive,
  );
  return numbers.registry;
}

/** Heap and buffers in use right after the newest whole collection, in bytes; null before the first. */
function aliveMemory(): () => number | null {
  let alive: number | null = null;
  const collections = new PerformanceObserver((list) => {
    if (!list.getEntries().some(isWhole)) return;
    const { heapUsed, external } = process.memoryUsage();
    alive = heapUsed + external;
  });
  collections.observe({ entryTypes: ['gc'] });
  return () => alive;
}

/** Node's own types do not tell what a collection was. */
type Collection = PerformanceEntry & { readonly detail?: { readonly kind?: number } };

const isWhole = ({ detail }: Collection): boolean => detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
