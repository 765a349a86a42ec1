/** What one screen may ask for and cost. All sizes in bytes, all times in milliseconds. */
export interface Limits {
  /** Unsent bytes per screen, the socket's own buffer included (SC14). */
  readonly outboundBytes: number;
  /** A word of a screen, and any WebSocket frame that it sends. */
  readonly wordBytes: number;
  readonly subscriptions: number;
  /** Until the first valid word (SC3). */
  readonly firstWordMs: number;
  /** Words a second, averaged over ten seconds. */
  readonly wordsPerSecond: number;
  /** Words that cannot be understood before the connection is closed. */
  readonly refusedWords: number;
  /** Different delays and choices of rows on this edge at once (SC10, SC18). */
  readonly views: number;
  /** Screens on this edge. */
  readonly screens: number;
  readonly handshakeHeaderBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  outboundBytes: 1_048_576,
  wordBytes: 65_536,
  subscriptions: 256,
  firstWordMs: 10_000,
  wordsPerSecond: 50,
  refusedWords: 10,
  views: 256,
  screens: 20_000,
  handshakeHeaderBytes: 8_192,
};

export const KEEPALIVE_MS = 5_000;
