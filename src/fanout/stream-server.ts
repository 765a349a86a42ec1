import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type PerMessageDeflateOptions, type WebSocket, WebSocketServer } from 'ws';
import { type Admitted, refusedVisitor } from './connections/visitors.ts';
import { WebSocketConnection } from './connections/websocket-connection.ts';
import { drain } from './drain.ts';
import { negotiate, STREAM_FORMATS, type StreamFormat, subprotocolOf } from './frames/stream-format.ts';
import type { Packing } from './frames/wire.ts';
import type { Hub } from './hub.ts';

export const STREAM_PATH = '/v1/stream';

/** The WebSocket side of an HTTP server: `GET /v1/stream` (SC1). */
export class StreamServer {
  readonly #hub: Hub;
  readonly #admitted: Admitted;
  readonly #websockets: WebSocketServer;
  readonly #onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
    this.#upgrade(request, socket as Socket, head);

  constructor(hub: Hub, server: Server, admitted: Admitted) {
    this.#hub = hub;
    this.#admitted = admitted;
    this.#websockets = new WebSocketServer({
      noServer: true,
      maxPayload: hub.limits.wordBytes,
      maxFragments: hub.limits.fragments,
      maxBufferedChunks: hub.limits.fragments,
      // Pongs are ours to send: a screen that asks and does not read must not make the edge keep them.
      autoPong: false,
      perMessageDeflate: DEFLATE,
      clientTracking: true,
      handleProtocols: (asked) => {
        const negotiated = negotiate([...asked]);
        return negotiated.format === null ? false : (negotiated.subprotocol ?? false);
      },
    });
    server.on('upgrade', this.#onUpgrade);
  }

  /** Takes no more screens, tells all to come back at a pace (SC16), and cuts those off that do not answer. */
  async close(patienceMs = 500): Promise<void> {
    this.#hub.stopTaking();
    await drain(this.#hub.screens, this.#hub.timing);
    // Who still asks is told so (SC16) for as long as the server listens.
    const closed = new Promise<void>((resolve) => this.#websockets.close(() => resolve()));
    const cutOff = setTimeout(() => {
      for (const websocket of this.#websockets.clients) websocket.terminate();
    }, patienceMs);
    await closed;
    clearTimeout(cutOff);
  }

  #upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    socket.on('error', ignore);
    const refusal = this.#refusal(request);
    if (refusal !== null) {
      this.#noteRefusal(refusal[1], socket);
      refuse(socket, ...refusal);
      return;
    }
    socket.off('error', ignore);
    const { format } = negotiate(subprotocolsOf(request));
    if (needsSmallWindow(request)) delete request.headers['sec-websocket-extensions'];
    this.#websockets.handleUpgrade(request, socket, head, (websocket) => {
      this.#accept(websocket, socket, format ?? 'json');
    });
  }

  #refusal(request: IncomingMessage): readonly [status: string, code: string, message: string] | null {
    const refused = refusedVisitor(request.headers, this.#admitted);
    if (refused !== null) return [statusText(refused.status), refused.code, refused.message];
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== STREAM_PATH) return ['404 Not Found', 'NOT_FOUND', `the stream is at ${STREAM_PATH}`];
    if (headerBytes(request) > this.#hub.limits.handshakeHeaderBytes) {
      return [
        '431 Request Header Fields Too Large',
        'HEADERS_TOO_LARGE',
        'the handshake has too many or too long headers',
      ];
    }
    if (negotiate(subprotocolsOf(request)).format === null) {
      const message = `subprotocol is ${STREAM_FORMATS.map(subprotocolOf).join(', ')}`;
      return ['400 Bad Request', 'UNKNOWN_SUBPROTOCOL', message];
    }
    const full = this.#hub.noRoom();
    return full === null ? null : ['503 Service Unavailable', full.code, full.message];
  }

  #noteRefusal(code: string, { remoteAddress }: Socket): void {
    const noted = NOTED.find((each) => each === code);
    if (noted !== undefined) this.#hub.turnedAway.note(noted, remoteAddress);
  }

  #accept(websocket: WebSocket, socket: Socket, format: StreamFormat): void {
    const screen = this.#hub.add(new WebSocketConnection(websocket, socket), format, packingOf(websocket));
    websocket.on('message', (data, isBinary) => {
      if (isBinary) screen.heardBinary();
      else screen.heard(data.toString());
    });
    websocket.on('ping', (content) => {
      if (screen.heardPing()) websocket.pong(content, false, ignore);
    });
    websocket.on('pong', () => void screen.heardPing());
    socket.on('drain', () => screen.drained());
    socket.on('data', (bytes: Buffer) => {
      if (!screen.took(bytes.length)) websocket.pause();
    });
    // `ws` has closed the connection for what came on it.
    websocket.on('error', () => this.#hub.turnedAway.note('BAD_FRAME', socket.remoteAddress));
    websocket.on('close', (code) => screen.gone(code));
  }
}

const statusText = (status: number): string => `${status} ${STATUS_CODES[status]}`;

/** Refusals for what a peer did. */
const NOTED = ['HEADERS_TOO_LARGE', 'UNKNOWN_SUBPROTOCOL', 'ORIGIN_REFUSED', 'HOST_REFUSED'] as const;

/**
 * SC17: no context on either side, so that a frame is deflated once for all and no screen costs a window of
 * its own. A screen that needs a smaller window than the others is served plain. What screens send is inflated
 * up to `wordBytes` and not a byte further: `ws` then closes with 1009.
 */
const DEFLATE: PerMessageDeflateOptions = {
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
};

/** Offers of a window below the 15 bits that shared frames are made with (RFC 7692, 7.1.2.1). */
const needsSmallWindow = ({ headers }: IncomingMessage): boolean =>
  /server_max_window_bits\s*=\s*"?(?!15\b)/.test(headers['sec-websocket-extensions'] ?? '');

const packingOf = ({ extensions }: WebSocket): Packing =>
  extensions.includes('permessage-deflate') ? 'deflated' : 'plain';

function subprotocolsOf(request: IncomingMessage): string[] {
  const header = request.headers['sec-websocket-protocol'] ?? '';
  return header
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function headerBytes(request: IncomingMessage): number {
  return request.rawHeaders.reduce((bytes, text) => bytes + text.length + 2, 0);
}

function refuse(socket: Socket, status: string, code: string, message: string): void {
  const body = JSON.stringify({ error: { code, message } });
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    // A peer that keeps its half open must not keep ours.
    () => socket.destroy(),
  );
}

/** `ws` and the close event tell the rest; an error on a socket is not news. */
const ignore = (): void => {};
