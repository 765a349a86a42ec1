import type { Instant } from '../../model/fact.ts';

/** What the reply subject of a delivered stream entry says about it. */
export interface Delivery {
  readonly streamSeq: number;
  /** 1, 2, 3 ... within the consumer: a jump is a hole. */
  readonly consumerSeq: number;
  readonly storedAt: Instant;
  /** How many more the stream has for this consumer. */
  readonly pending: number;
}

/**
 * `$JS.ACK.<stream>.<consumer>.<deliveries>.<stream seq>.<consumer seq>.<nanoseconds>.<pending>`, with
 * two more tokens (domain, account) in front of the stream on newer servers. The nanoseconds do not
 * fit a double, so microseconds are cut from the text. Null: not a delivered entry.
 */
export function parseDelivery(reply: string | undefined): Delivery | null {
  const tokens = reply?.split('.') ?? [];
  if (tokens[0] !== '$JS' || tokens[1] !== 'ACK' || tokens.length < 9) return null;
  const first = tokens.length === 9 ? 5 : 7;
  const [streamSeq, consumerSeq, nanoseconds, pending] = tokens.slice(first, first + 4);
  return {
    streamSeq: Number(streamSeq),
    consumerSeq: Number(consumerSeq),
    storedAt: Number(nanoseconds?.slice(0, -3)),
    pending: Number(pending),
  };
}

/** RFC 3339 with nanoseconds -> microseconds. */
export function instantOf(text: string): Instant {
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
  return Math.floor(Date.parse(text) / 1000) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
