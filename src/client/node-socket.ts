import { type ClientOptions, WebSocket } from 'ws';
import type { OpenSocket, SocketLike } from './connection.ts';

export interface NodeSocketOptions {
  /** Offers permessage-deflate without context takeover (SC17). Default true: far fewer bytes, some work. */
  readonly deflate?: boolean;
}

/** No context on either side: each message stands alone, and a connection keeps no window of its own. */
const DEFLATE = { serverNoContextTakeover: true, clientNoContextTakeover: true };

const HANDSHAKE_MS = 10_000;

/** The `ws` library as a subscriber's socket. */
export function nodeSockets({ deflate = true }: NodeSocketOptions = {}): OpenSocket {
  const options: ClientOptions = {
    perMessageDeflate: deflate && DEFLATE,
    handshakeTimeout: HANDSHAKE_MS,
  };
  return (url, subprotocol) => new WebSocket(url, subprotocol, options) as unknown as SocketLike;
}

export const openNodeSocket = nodeSockets();
