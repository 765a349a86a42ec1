import { DEFLATE_OFFER } from '../venue-to-screen/light-screen.ts';

/** How the screens of a server connect, and which of its frames count. */
export interface Dialect {
  /** Added to the handshake. */
  readonly subprotocol?: string;
  /** Offered in the handshake, and to be taken by the server. */
  readonly extension?: string;
  /** Sent once the connection is open. */
  readonly first?: { readonly text: string; readonly binary?: boolean };
  /** Several messages may share a WebSocket frame (NATS); else each data frame is one. */
  readonly shares?: 'nats';
  /** Whether a data frame counts, from its first bytes (`PEEK_BYTES` of them, where it has as many). */
  counts(bytes: Uint8Array, at: number): boolean;
}

export const PEEK_BYTES = 3;

const LETTER_D = 'd'.charCodeAt(0);
const DIGIT_4 = '4'.charCodeAt(0);
const DIGIT_2 = '2'.charCodeAt(0);

export const SUBJECT = 'bench';

export type DialectName = 'edge' | 'edge, deflated' | 'plain' | 'socket.io' | 'nats';

const EDGE: Dialect = {
  subprotocol: 'splitsecond.json',
  first: {
    text: JSON.stringify({ subscribe: { id: 1, channel: '*', mode: 'live', delta: true } }),
  },
  // {"document": or {"delta":
  counts: (bytes, at) => bytes[at + 2] === LETTER_D,
};

export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  edge: EDGE,
  'edge, deflated': { ...EDGE, extension: DEFLATE_OFFER },
  plain: { counts: () => true },
  'socket.io': {
    first: { text: '40' },
    counts: (bytes, at) => bytes[at] === DIGIT_4 && bytes[at + 1] === DIGIT_2,
  },
  nats: {
    first: { text: `CONNECT {"verbose":false}\r\nSUB ${SUBJECT} 1\r\nPING\r\n`, binary: true },
    shares: 'nats',
    counts: () => true,
  },
};
