import type { Registry } from 'prom-client';
import type { EngineHealth } from '../engine/engine-health.ts';
import { commonNumbers, Numbers } from './numbers.ts';

/** An engine's numbers for Prometheus; `health` gives null before it runs. */
export function engineMetrics(health: () => EngineHealth | null): Registry {
  const numbers = new Numbers();
  commonNumbers(numbers, health);
  numbers.total('splitsecond_facts_total', 'Facts taken in.', () => health()?.facts ?? 0);
  numbers.labelled(
    'splitsecond_rejections_total',
    'Facts refused, by code.',
    'code',
    () => health()?.byCode ?? [],
  );
  numbers.total(
    'splitsecond_published_total',
    'Versions that this engine was the first to store.',
    () => health()?.published ?? 0,
  );
  numbers.gauge(
    'splitsecond_pending_versions',
    'Versions on their way to the broker.',
    () => health()?.pending ?? null,
  );
  numbers.total(
    'splitsecond_disagreements_total',
    'Versions that another engine has stored with other content.',
    () => health()?.disagreements ?? 0,
  );
  numbers.gauge(
    'splitsecond_stopped_units',
    'Units that stand still because a rule failed.',
    () => health()?.stoppedUnits.length ?? null,
  );
  numbers.gauge(
    'splitsecond_rejections_waiting',
    'Refused facts that the broker has not kept yet.',
    () => health()?.rejectionsWaiting ?? null,
  );
  numbers.total(
    'splitsecond_rejections_lost_total',
    'Refused facts that could not be kept.',
    () => health()?.rejectionsLost ?? 0,
  );
  numbers.total(
    'splitsecond_checkpoints_refused_total',
    'Checkpoints that were found and not used.',
    () => health()?.checkpointsRefused ?? 0,
  );
  numbers.gauge(
    'splitsecond_checkpoint_age_seconds',
    'Since a checkpoint was known to hold everything; NaN when there is none.',
    () => health()?.checkpointAge ?? null,
  );
  numbers.gauge('splitsecond_units', 'Units in memory.', () => health()?.memory?.units ?? null);
  numbers.gauge(
    'splitsecond_units_away',
    'Units of events that are over and left memory.',
    () => health()?.memory?.unitsAway ?? null,
  );
  numbers.gauge(
    'splitsecond_bytes_away',
    'Bytes that the units that left memory are packed into.',
    () => health()?.memory?.bytesAway ?? null,
  );
  numbers.gauge(
    'splitsecond_facts_missing',
    'Numbers of sources that have not come, or that the broker has lost and no venue has sent again.',
    () => health()?.factsMissing ?? null,
    'max',
  );
  numbers.gauge('splitsecond_broker_full', '1 while the broker has no room.', () =>
    health()?.isBrokerFull === true ? 1 : 0,
  );
  numbers.gauge(
    'splitsecond_broker_bytes',
    "Bytes of the broker's disk in use.",
    () => health()?.brokerBytes ?? null,
  );
  numbers.gauge(
    'splitsecond_broker_bytes_most',
    'Bytes that the broker may use; NaN when it does not say.',
    () => health()?.brokerBytesMost ?? null,
  );
  return numbers.registry;
}
