import { Counter, Gauge, Registry } from 'prom-client';
import type { History } from '../fanout/channels/history.ts';
import type { EdgeCounts } from '../fanout/edge-counts.ts';
import type { Hub } from '../fanout/hub.ts';

/** Gives the text for `/metrics`, made once from an edge's own registry. */
export type MetricsText = (own: Registry) => () => Promise<string>;

/** An edge that is alone. */
export const ownMetrics: MetricsText = (own) => () => own.metrics();

/** How the numbers of several workers become one: each of them takes in all versions, and has screens of its own. */
type OverWorkers = 'sum' | 'max';

/** The edge's numbers for Prometheus; read when asked, so that serving screens pays nothing for them. */
/** `behind`: seconds by which what is shown is behind the facts; null, which is told as NaN: not known. */
export function edgeMetrics(
  counts: EdgeCounts,
  hub: Hub,
  history: History,
  behind: () => number | null,
): Registry {
  const registry = new Registry();
  const gauge = (name: string, help: string, value: () => number, aggregator: OverWorkers = 'sum'): void => {
    const made: Gauge = new Gauge({
      name,
      help,
      aggregator,
      registers: [registry],
      collect: () => made.set(value()),
    });
  };
  const total = (name: string, help: string, value: () => number, aggregator: OverWorkers = 'sum'): void => {
    const made: Counter = new Counter({
      name,
      help,
      aggregator,
      registers: [registry],
      collect: () => {
        made.reset();
        made.inc(value());
      },
    });
  };
  gauge('splitsecond_screens', 'Screens connected.', () => hub.screens.size);
  gauge(
    'splitsecond_behind_seconds',
    'Seconds by which what is shown is behind the facts; NaN when not known.',
    () => behind() ?? Number.NaN,
    'max',
  );
  gauge('splitsecond_connections', 'Connections of every kind.', () => counts.connections);
  gauge('splitsecond_mute_connections', 'Connections without a whole request yet.', () => counts.mute);
  gauge('splitsecond_views', 'Delays and choices of rows in use.', () => hub.viewsInUse);
  gauge(
    'splitsecond_history_reads_peak',
    'Pages of the past that were read at once, at most.',
    () => history.readsPeak,
  );
  gauge(
    'splitsecond_channels',
    'Documents of which this edge has a copy.',
    () => hub.live.channels.size,
    'max',
  );
  gauge(
    'splitsecond_outbound_bytes_max',
    'Unsent bytes of the screen that has most of them.',
    () => [...hub.screens].reduce((most, screen) => Math.max(most, screen.outboundBytes), 0),
    'max',
  );
  total('splitsecond_versions_total', 'Versions taken from the engines.', () => counts.versions, 'max');
  total('splitsecond_messages_total', 'Data messages sent to screens.', () => counts.messages);
  total('splitsecond_bytes_total', 'Bytes sent to screens.', () => counts.bytes);
  total(
    'splitsecond_conflicts_total',
    'Versions that two engines published differently.',
    () => counts.conflicts,
    'max',
  );
  total('splitsecond_gap_versions_total', 'Versions filled in from the stream.', () => counts.gapsFilled);
  total('splitsecond_troubles_total', 'Versions that could not be read.', () => counts.troubles);
  total('splitsecond_screens_total', 'Screens that ever connected.', () => counts.opened);
  total('splitsecond_resumes_complete_total', 'Resumes without a hole.', () => counts.resumes.complete);
  total(
    'splitsecond_resumes_incomplete_total',
    'Resumes with a hole or a fresh start.',
    () => counts.resumes.incomplete,
  );
  labelled(
    registry,
    'splitsecond_closes_total',
    'Connections ended, by close code.',
    'code',
    () => counts.closedBy,
  );
  labelled(
    registry,
    'splitsecond_refused_words_total',
    'Words refused, by code.',
    'code',
    () => counts.refusals,
  );
  labelled(
    registry,
    'splitsecond_turned_away_total',
    'Connections refused or ended for what the peer did, by code.',
    'code',
    () => hub.turnedAway.counts,
  );
  return registry;
}

function labelled(
  registry: Registry,
  name: string,
  help: string,
  label: string,
  values: () => ReadonlyMap<string | number, number>,
): void {
  const made: Counter<string> = new Counter({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect: () => {
      made.reset();
      for (const [key, value] of values()) made.inc({ [label]: String(key) }, value);
    },
  });
}
