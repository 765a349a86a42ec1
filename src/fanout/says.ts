/** What the server says in control messages: JSON text, one word each (SC2). */
import type { Channel } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import type { Gap } from './every-follower.ts';
import type { Limits } from './limits.ts';
import type { SourceReport } from './source-health.ts';
import type { StreamFormat } from './stream-format.ts';
import type { Subscription } from './subscription.ts';
import type { RefusalCode, SubscriptionId } from './words.ts';

export const PROTOCOL_VERSION = 1;

export type Says =
  | { readonly welcome: Welcome }
  | { readonly hello: { readonly access: 'public' } }
  | { readonly subscribed: Subscribed }
  | { readonly unsubscribed: { readonly id: SubscriptionId } }
  | { readonly gap: Gap & { readonly id: SubscriptionId; readonly channel: Channel } }
  | { readonly pong: { readonly id: SubscriptionId | null; readonly at: string } }
  | { readonly keepalive: Keepalive }
  | { readonly behind: { readonly positions: Readonly<Record<Channel, Position>> } }
  | { readonly notice: Remark<'NOT_SUPPORTED_YET' | 'HISTORY_UNAVAILABLE'> }
  | { readonly error: Remark<RefusalCode> };

export interface Welcome {
  readonly server: string;
  readonly protocol: number;
  readonly format: StreamFormat;
  readonly keepaliveMs: number;
  readonly limits: Pick<
    Limits,
    'outboundBytes' | 'wordBytes' | 'subscriptions' | 'firstWordMs' | 'wordsPerSecond'
  >;
}

export interface Subscribed {
  readonly id: SubscriptionId;
  readonly channel: string;
  readonly mode: Subscription['mode'];
  readonly delta: boolean;
  readonly resumed: boolean;
  /** Channels that match now. */
  readonly channels: number;
}

export interface Keepalive {
  readonly at: string;
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
