/** What one screen may ask for and cost. All sizes in bytes, all times in milliseconds. */
export interface Limits {
  /** Unsent bytes per screen, the socket's own buffer included (SC14). */
  readonly outboundBytes: number;
  /** A screen for which versions wait (mode `every`) has to take something of them within this time (SC14). */
  readonly unreadMs: number;
  /** A word of a screen, and any WebSocket frame that it sends. */
  readonly wordBytes: number;
  readonly subscriptions: number;
  /** Until the first valid word (SC3). */
  readonly firstWordMs: number;
  /** Words a second, averaged over ten seconds; a ping or pong frame counts as one, too. */
  readonly wordsPerSecond: number;
  /** What a screen may send, averaged over ten seconds, frame headers included. */
  readonly inboundBytesPerSecond: number;
  /** Fragments of one word, and pieces of one frame as the network delivers them. */
  readonly fragments: number;
  /** Words that cannot be understood before the connection is closed. */
  readonly refusedWords: number;
  /** Different delays and choices of rows on this edge at once (SC10, SC18). */
  readonly views: number;
  /** Of these, for one screen. */
  readonly viewsPerScreen: number;
  /** Positions that a screen has named ahead of a subscription (SC8). */
  readonly positionsAhead: number;
  /** Positions that a screen has named of channels that are not there yet; of further ones the state comes whole. */
  readonly awaitedPositions: number;
  /** Reads of older versions at once, on this edge; the others wait their turn. A screen has one at a time. */
  readonly historyReads: number;
  /**
   * While a broker does not answer, a screen in mode `every` waits so long for versions that it is to be sent; then they are told as a gap. Longer than
   * an election (4 to 9 s) or a restart of the broker takes, so that neither costs a version; bounded, so that nobody stands still for ever.
   */
  readonly unansweredMs: number;
  /** Older versions that are looked up at once for requests over HTTP; further ones are told to try again. */
  readonly pastLookUps: number;
  /** Rows of older versions that are remembered for the next request. */
  readonly pastRows: number;
  /** Bytes of answers over HTTP that are still to be read, on this edge; such as many were answered with count once. */
  readonly httpOutboundBytes: number;
  /** An answer over HTTP of which nothing is read for so long ends. */
  readonly unreadAnswerMs: number;
  /** Positions ahead of all screens together. */
  readonly positionsAheadOfAll: number;
  /** Screens on this edge. */
  readonly screens: number;
  readonly handshakeHeaderBytes: number;
  /** Until the handshake, or the first request, is complete. */
  readonly handshakeMs: number;
  /** Connections that have not said that much; one more ends the oldest. A wave of reconnects is accepted in one go. */
  readonly handshakes: number;
  /** Connections of every kind. */
  readonly connections: number;
  /** Of these, from one address (IPv6: one /64); a proxy counts as one. */
  readonly connectionsPerAddress: number;
  /** Of these, from this machine: a proxy beside the edge brings everybody. */
  readonly connectionsFromLoopback: number;
}

export const DEFAULT_LIMITS: Limits = {
  outboundBytes: 1_048_576,
  unreadMs: 10_000,
  wordBytes: 65_536,
  subscriptions: 256,
  firstWordMs: 10_000,
  wordsPerSecond: 50,
  inboundBytesPerSecond: 65_536,
  fragments: 4_096,
  refusedWords: 10,
  views: 256,
  viewsPerScreen: 16,
  positionsAhead: 20_000,
  awaitedPositions: 256,
  historyReads: 8,
  unansweredMs: 60_000,
  pastLookUps: 16,
  pastRows: 200_000,
  httpOutboundBytes: 268_435_456,
  unreadAnswerMs: 10_000,
  positionsAheadOfAll: 1_000_000,
  screens: 20_000,
  handshakeHeaderBytes: 8_192,
  handshakeMs: 10_000,
  handshakes: 12_000,
  connections: 25_000,
  connectionsPerAddress: 1_000,
  connectionsFromLoopback: 25_000,
};

/** Words that a word which asks for another delay or choice of rows counts as: each makes work for every channel. */
export const WORDS_PER_VIEW = 10;

export const KEEPALIVE_MS = 5_000;
