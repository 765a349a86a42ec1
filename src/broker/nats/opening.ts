import type { Instant } from '../../model/fact.ts';
import { BrokerError } from '../errors.ts';
import { withoutSecrets } from './connect.ts';
import { brokerErrorFrom } from './error-mapping.ts';

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

/** RFC 3339 with nanoseconds -> microseconds. */
export function instantOf(text: string): Instant {
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
  return Math.floor(Date.parse(text) / 1000) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** Is a version ("2.9.10") this one or newer? */
export function isAtLeast(version: string | undefined, major: number, minor: number): boolean {
  const [ours = 0, theirs = 0] = (version ?? '').split('.').map(Number);
  return ours > major || (ours === major && theirs >= minor);
}
