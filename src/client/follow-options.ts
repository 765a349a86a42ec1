import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import type { Gap, RefusalCode } from '../model/server-words.ts';

export interface FollowOptions {
  readonly mode?: 'live' | 'every';
  /** Default: true in mode `live`. */
  readonly delta?: boolean;
  /** One channel only: where the caller stands already. Mode `every`, or `live` without deltas. */
  readonly after?: Position;
  /** At most so many updates a second of each channel; 0 or absent: no limit. Mode `live` only. */
  readonly ratePerSecond?: number;
  /** How long the channels are delayed, up to 600,000. */
  readonly delayMs?: number;
  /** Only the rows that any of these names; the document then holds those alone. Mode `live` only. */
  readonly rows?: {
    readonly top?: number;
    readonly organisations?: readonly string[];
    readonly competitors?: readonly string[];
  };
  /** Mode `every`: these versions no edge can give any more (SC8); what comes next is after them. */
  readonly onGap?: (gap: ChannelGap) => void;
  /** The edges do not serve this: a channel that is none, options that do not go together, too many subscriptions. */
  readonly onRefused?: (refusal: { readonly code: RefusalCode; readonly message: string }) => void;
}

export type ChannelGap = Gap & { readonly channel: Channel };

/** Options that can change while a pattern is followed; what is not named stays. */
export type ChangedOptions = Pick<FollowOptions, 'ratePerSecond' | 'delayMs'>;

/** Ends the following; `change` alters its options. */
export interface StopFollowing {
  (): void;
  change(options: ChangedOptions): void;
}

/** A newer version of a document; `delta` says what changed when that is how it came. */
export type OnDocument<Shown extends Document = Document> = (
  document: Shown,
  delta: Delta | null,
  channel: Channel,
) => void;

export const modeOf = ({ mode = 'live' }: FollowOptions): 'live' | 'every' => mode;

/** Whether both see the same documents at the same time. */
export const isSameView = (one: FollowOptions, other: FollowOptions): boolean =>
  modeOf(one) === modeOf(other) &&
  (one.delayMs ?? 0) === (other.delayMs ?? 0) &&
  JSON.stringify(one.rows) === JSON.stringify(other.rows);
