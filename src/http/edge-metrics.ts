import type { Registry } from 'prom-client';
import type { History } from '../fanout/channels/history.ts';
import type { EdgeHealth } from '../fanout/edge-core.ts';
import type { EdgeCounts } from '../fanout/edge-counts.ts';
import type { Hub } from '../fanout/hub.ts';
import { commonNumbers, Numbers } from './numbers.ts';

/** The edge's numbers for Prometheus. */
export function edgeMetrics(
  counts: EdgeCounts,
  hub: Hub,
  history: History,
  health: () => EdgeHealth,
  pages: () => Readonly<Record<string, readonly unknown[]>>,
): Registry {
  const numbers = new Numbers();
  commonNumbers(numbers, health);
  numbers.gauge('splitsecond_screens', 'Screens connected.', () => hub.screens.size);
  numbers.gauge('splitsecond_engines', 'Engines that are heard.', () => health().engines, 'max');
  numbers.gauge(
    'splitsecond_frozen_channels',
    'Documents of which a stored version cannot be shown.',
    () => health().frozen.length,
    'max',
  );
  numbers.gauge('splitsecond_connections', 'Connections of every kind.', () => counts.connections);
  numbers.gauge(
    'splitsecond_mute_connections',
    'Connections without a whole request yet.',
    () => counts.mute,
  );
  numbers.gauge('splitsecond_views', 'Delays and choices of rows in use.', () => hub.viewsInUse);
  numbers.gauge(
    'splitsecond_history_reads_peak',
    'Pages of the past that were read at once, at most.',
    () => history.readsPeak,
  );
  numbers.gauge(
    'splitsecond_channels',
    'Documents of which this edge has a copy.',
    () => hub.live.channels.size,
    'max',
  );
  numbers.gauge(
    'splitsecond_outbound_bytes_max',
    'Unsent bytes of the screen that has most of them.',
    () => hub.outboundBytesMost,
    'max',
  );
  numbers.gauges('splitsecond_screens_by_format', 'Screens connected, by format.', ['format'], () =>
    Array.from(hub.screensByFormat, ([format, count]) => [[format], count] as const),
  );
  numbers.gauges('splitsecond_output_pages', 'Pages that show a graphics output.', ['output'], () =>
    Object.entries(pages()).map(([output, { length }]) => [[output], length] as const),
  );
  numbers.gauge(
    'splitsecond_written_p99_seconds',
    'From the arrival of a version until it is written to the last socket, the 99th of 100 of the last minute.',
    () => {
      const ms = hub.writtenP99Ms;
      return ms === null ? null : ms / 1_000;
    },
    'max',
  );
  numbers.total(
    'splitsecond_versions_total',
    'Versions taken from the engines.',
    () => counts.versions,
    'max',
  );
  numbers.total('splitsecond_messages_total', 'Data messages sent to screens.', () => counts.messages);
  numbers.total('splitsecond_bytes_total', 'Bytes sent to screens.', () => counts.bytes);
  numbers.total(
    'splitsecond_conflicts_total',
    'Versions that two engines published differently.',
    () => counts.conflicts,
    'max',
  );
  numbers.total(
    'splitsecond_gap_versions_total',
    'Versions filled in from the stream.',
    () => counts.gapsFilled,
  );
  numbers.total('splitsecond_troubles_total', 'Versions that could not be read.', () => counts.troubles);
  numbers.total('splitsecond_screens_total', 'Screens that ever connected.', () => counts.opened);
  numbers.total(
    'splitsecond_resumes_complete_total',
    'Resumes without a hole.',
    () => counts.resumes.complete,
  );
  numbers.total(
    'splitsecond_resumes_incomplete_total',
    'Resumes with a hole or a fresh start.',
    () => counts.resumes.incomplete,
  );
  numbers.labelled(
    'splitsecond_closes_total',
    'Connections ended, by close code.',
    'code',
    () => counts.closedBy,
  );
  numbers.labelled(
    'splitsecond_refused_words_total',
    'Words refused, by code.',
    'code',
    () => counts.refusals,
  );
  numbers.labelled(
    'splitsecond_turned_away_total',
    'Connections refused or ended for what the peer did, by code.',
    'code',
    () => hub.turnedAway.counts,
  );
  return numbers.registry;
}
