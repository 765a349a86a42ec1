/** The part of the standard `WebSocket` that a subscriber uses: the browser's, or `ws` in Node. */
export interface SocketLike {
  binaryType: string;
  readonly readyState: number;
  send(text: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(kind: 'open' | 'error', heard: () => void): void;
  addEventListener(kind: 'message', heard: (message: { data: unknown }) => void): void;
  addEventListener(kind: 'close', heard: (closed: { code: number; reason: string }) => void): void;
}

export type OpenSocket = (url: string, subprotocol: string) => SocketLike;

/** The browser's WebSocket (Node from version 22 on has it, too). */
export const openGlobalSocket: OpenSocket = (url, subprotocol) => {
  const { WebSocket } = globalThis as unknown as {
    WebSocket: new (url: string, subprotocol: string) => SocketLike;
  };
  return new WebSocket(url, subprotocol);
};

export type ConnectionState =
  | { readonly state: 'connecting'; readonly attempt: number }
  | { readonly state: 'live' }
  | { readonly state: 'waiting'; readonly ms: number; readonly code: number; readonly reason: string }
  | { readonly state: 'closed'; readonly code: number; readonly reason: string };
