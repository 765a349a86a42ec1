import type { Welcome } from '../../model/server-words.ts';
import type { StreamFormat } from '../frames/stream-format.ts';
import type { Limits } from '../limits.ts';

const PROTOCOL_VERSION = 1;

export interface WelcomeOptions {
  readonly serverId: string;
  readonly keepaliveMs: number;
  readonly limits: Limits;
}

/** The first message of an edge (SC3), the same for all screens of a format. */
export function welcomeText({ serverId, keepaliveMs, limits }: WelcomeOptions, format: StreamFormat): string {
  const { outboundBytes, unreadMs, wordBytes, subscriptions, firstWordMs, wordsPerSecond } = limits;
  const welcome: Welcome = {
    server: serverId,
    protocol: PROTOCOL_VERSION,
    format,
    keepaliveMs,
    limits: { outboundBytes, unreadMs, wordBytes, subscriptions, firstWordMs, wordsPerSecond },
  };
  return JSON.stringify({ welcome });
}
