/** Reads what a stream holds now, then ends: snapshots of the newest entries, pieces of a history. */
import type { Msg } from '@nats-io/transport-node';
import { BrokerError } from '../errors.ts';
import type { Delivery } from './delivery.ts';
import { type Connected, OrderedConsumer, type Reading } from './ordered-consumer.ts';

const STALLED_MS = 15_000;

/**
 * Calls `handler` for each stored entry in order, until all that were there at the beginning have
 * been seen or `handler` says `'enough'`. Fails with `BROKER_TIMEOUT` when nothing comes for 15 s.
 */
export async function readStored(
  connected: Connected,
  reading: Reading,
  handler: (entry: Msg, delivery: Delivery) => 'enough' | undefined,
  track: (consumer: OrderedConsumer) => () => void,
): Promise<void> {
  let finish: () => void = () => {};
  let fail: (error: Error) => void = () => {};
  const finished = new Promise<void>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  // A failure before anybody waits is not an unhandled one.
  finished.catch(() => {});
  let heardAt = Date.now();
  let seen = 0;
  let there = Number.POSITIVE_INFINITY;
  const { consumer, waiting } = await OrderedConsumer.start(connected, reading, (entry, delivery) => {
    heardAt = Date.now();
    seen += 1;
    // Where entries come faster than they are read, there are always some left: those of the beginning are enough.
    if (handler(entry, delivery) === 'enough' || delivery.pending === 0 || seen >= there) finish();
  });
  there = waiting;
  if (seen >= there) finish();
  const untrack = track(consumer);
  const watch = setInterval(() => {
    if (connected.nats.isClosed())
      fail(new BrokerError('BROKER_CLOSED', `stream ${reading.stream}: closed while reading`));
    else if (Date.now() - heardAt > STALLED_MS)
      fail(
        new BrokerError(
          'BROKER_TIMEOUT',
          `stream ${reading.stream}: nothing came for ${STALLED_MS / 1000} s`,
        ),
      );
  }, 250);
  try {
    if (waiting > 0) await finished;
  } finally {
    clearInterval(watch);
    untrack();
    consumer.stop();
  }
}
