import type { Missing } from '../model/missing.ts';

/** What a gateway knows of one recipient since it began; counts of dispatches. */
export interface RecipientHealth {
  readonly name: string;
  /** Whether this gateway delivers to it; null: it pulls, from any gateway. */
  readonly isMine: boolean | null;
  readonly delivered: number;
  /** Of these: handed over once more, under the key that they had. */
  readonly repeats: number;
  /** Attempts in vain. */
  readonly failures: number;
  /** Stories whose newest number was given up. */
  readonly dead: number;
  /** Stories of which something is to be handed over, and for how long the oldest of them has waited. */
  readonly waiting: number;
  readonly oldestMs: number;
}

export interface GatewayHealth {
  readonly isConnected: boolean;
  /** Empty: it has all that is published, and delivers it or is ready to. */
  readonly missing: readonly Missing[];
  readonly recipients: readonly RecipientHealth[];
}

/** `ofFeed`: what is published and not read here. */
export function gatewayMissing(
  isConnected: boolean,
  isReading: boolean,
  ofFeed: readonly Missing[],
): readonly Missing[] {
  if (!isConnected) return [{ code: 'NO_BROKER', message: 'no connection to the broker' }];
  return isReading ? [{ code: 'STARTING', message: 'it reads what is published' }] : ofFeed;
}
