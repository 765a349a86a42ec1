/** What an edge says to a screen in control messages: JSON text, one word each (SC2). */
import type { Channel } from './document.ts';
import type { Position } from './position.ts';

export type SubscriptionId = number | string;
export type Mode = 'live' | 'every';

export type RefusalCode =
  | 'NOT_TEXT'
  | 'NOT_JSON'
  | 'UNKNOWN_WORD'
  | 'BAD_ID'
  | 'BAD_CHANNEL'
  | 'BAD_MODE'
  | 'BAD_POSITION'
  | 'BAD_OPTION'
  | 'BAD_TOKEN'
  | 'ID_IN_USE'
  | 'NOT_SUBSCRIBED'
  | 'OTHER_MODE'
  | 'TOO_MANY_SUBSCRIPTIONS'
  | 'TOO_MANY_POSITIONS'
  | 'TOO_MANY_VIEWS';

/** What an `every` subscriber cannot be given any more (SC8). Versions are inclusive. */
export interface Gap {
  readonly epoch: string;
  readonly from: number;
  /** Null: to the end of that epoch. */
  readonly to: number | null;
}

/**
 * `late`: the source is heard, and what is shown is too far behind what it says. `unknown`: nobody has told this edge, or not lately;
 * then `source` can be a discipline.
 */
export type SourceState = 'ok' | 'silent' | 'gap' | 'late' | 'unknown';

/** How one source that a subscription depends on is doing (SC12). */
export interface SourceReport {
  readonly source: string;
  readonly state: SourceState;
  /** Milliseconds since its last fact; null when not known. */
  readonly lastFactAgeMs: number | null;
}

export type Says =
  | { readonly welcome: Welcome }
  | { readonly hello: { readonly access: 'public' } }
  | { readonly subscribed: Subscribed }
  | { readonly changed: Changed }
  | { readonly unsubscribed: { readonly id: SubscriptionId } }
  | { readonly gap: Gap & { readonly id: SubscriptionId; readonly channel: Channel } }
  | { readonly pong: { readonly id: SubscriptionId | null; readonly at: string } }
  | { readonly keepalive: Keepalive }
  | { readonly behind: { readonly positions: Readonly<Record<Channel, Position>> } }
  | { readonly notice: Remark<'HISTORY_UNAVAILABLE'> }
  | { readonly error: Remark<RefusalCode> };

export interface Welcome {
  readonly server: string;
  readonly protocol: number;
  readonly format: 'json' | 'protobuf' | 'odf' | 'odf-plain';
  readonly keepaliveMs: number;
  readonly limits: {
    /** Bytes. */
    readonly outboundBytes: number;
    /** Within which a screen takes something of what waits in mode `every` (SC14). */
    readonly unreadMs: number;
    /** Bytes. */
    readonly wordBytes: number;
    readonly subscriptions: number;
    readonly firstWordMs: number;
    readonly wordsPerSecond: number;
  };
}

export interface Subscribed {
  readonly id: SubscriptionId;
  readonly channel: string;
  readonly mode: Mode;
  readonly delta: boolean;
  readonly resumed: boolean;
  /** Channels that match now. */
  readonly channels: number;
}

/** What holds for a subscription from now on (SC10). */
export interface Changed {
  readonly id: SubscriptionId;
  readonly ratePerSecond: number;
  readonly delayMs: number;
}

export interface Keepalive {
  readonly at: string;
  /** Seconds by which what is shown is behind the facts that are there; null: not known. */
  readonly behind: number | null;
  readonly sources: readonly SourceReport[];
  readonly positions: Readonly<Record<Channel, Position>>;
  /** Set when only channels that changed lately are listed, because there are very many. */
  readonly partial?: true;
}

export interface Remark<Code> {
  readonly code: Code;
  readonly message: string;
  readonly id: SubscriptionId | null;
}
