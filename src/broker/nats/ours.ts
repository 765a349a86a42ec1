import type { Msg } from '@nats-io/transport-node';
import type { Connected } from './ordered-consumer.ts';

/** What somebody else put where only we write is told and passed over: it would stop whoever reads it at every start. */
export function ours<T>(
  { warn }: Pick<Connected, 'warn'>,
  { subject, data }: Msg,
  told: T | null,
  handler: (told: T) => void,
): undefined {
  if (told !== null) handler(told);
  // An entry of a bucket that was deleted is empty.
  else if (data.length > 0) warn(`broker: what stands at ${subject} is none of ours`);
}
