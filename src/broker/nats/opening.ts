import { type JetStreamClient, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { BrokerError } from '../errors.ts';
import { pause } from './asking.ts';
import { withoutSecrets } from './connect.ts';
import { brokerErrorFrom, isPassing } from './error-mapping.ts';
import type { Connected } from './ordered-consumer.ts';
import { type Buckets, makeStreams, openBuckets, type StreamSizes } from './streams.ts';

/** For an answer. */
export const TIMEOUT_MS = 5000;
/** A cluster may leave one of several who ask for the same stream without an answer: that one asks again soon. */
const SETUP = { timeout: 2000 };
const FORMING_MS = 30_000;
const ASK_AGAIN_MS = 250;

export interface Opened {
  readonly connected: Connected;
  readonly js: JetStreamClient;
  readonly buckets: Buckets;
}

/** Makes the streams that are not there yet. */
export async function firstSteps(
  nats: NatsConnection,
  { replicas = 1, warn = () => {}, ...sizes }: Partial<StreamSizes> & { readonly warn?: Connected['warn'] },
): Promise<Opened> {
  await onceFormed(async () =>
    makeStreams(jetstream(nats, SETUP), await jetstreamManager(nats, SETUP), { ...sizes, replicas }),
  );
  const jsm = await jetstreamManager(nats, { timeout: TIMEOUT_MS });
  const js = jetstream(nats, { timeout: TIMEOUT_MS });
  const connected = { nats, jsm, manyFilters: isAtLeast(nats.info?.version, 2, 10), warn };
  return { connected, js, buckets: await onceFormed(() => openBuckets(js)) };
}

/**
 * Repeats the first steps while a cluster has no leader yet, does not know all of its servers, or gives no answer: for 30 s, and then
 * the last failure stands. What more time does not mend fails at once.
 */
export async function onceFormed<T>(first: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + FORMING_MS;
  for (;;) {
    try {
      return await first();
    } catch (error) {
      if (!isPassing(error) || Date.now() > giveUpAt) throw error;
      await pause(ASK_AGAIN_MS);
    }
  }
}

/** A failure of the first steps, with what the person at the terminal can do about it. */
export function whileOpening(error: unknown, url: string): BrokerError {
  const failure = brokerErrorFrom(error, `set up the streams at ${withoutSecrets(url)}`);
  // Nobody answers the first question to JetStream: the server runs without it.
  const isOff = failure.code === 'BROKER_UNREACHABLE' || failure.code === 'JETSTREAM_NOT_ENABLED';
  if (!isOff) return failure;
  return new BrokerError(
    'JETSTREAM_NOT_ENABLED',
    `the NATS server at ${withoutSecrets(url)} has no JetStream. Start it with "nats-server -js", or leave NATS_URL away to have one started`,
    { cause: error },
  );
}

/** Is a version ("2.9.10") this one or newer? */
export function isAtLeast(version: string | undefined, major: number, minor: number): boolean {
  const [ours = 0, theirs = 0] = (version ?? '').split('.').map(Number);
  return ours > major || (ours === major && theirs >= minor);
}
