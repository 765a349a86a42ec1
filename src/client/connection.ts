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

/** How the connection to one of the edges is. */
export type EdgeState = ConnectionState & { readonly url: string };

/**
 * The state that a caller of several edges goes by: live while any edge is, closed when all are; between, what
 * comes next. Of edges that wait, the one that is tried first.
 */
export function stateOfAll(edges: readonly EdgeState[]): ConnectionState {
  const shortest = edges
    .filter((edge) => edge.state === 'waiting')
    .sort((one, other) => one.ms - other.ms)[0];
  const { url: _url, ...state } =
    edges.find((edge) => edge.state === 'live') ??
    edges.find((edge) => edge.state === 'connecting') ??
    shortest ??
    edges[0]!;
  return state;
}
