import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type Frame, FrameReader, frameBytes } from '../../../src/conformance/wire/frame-bytes.ts';

/** What a broken server does differently. Each hook gets what passes and gives what goes on instead. */
export interface Mangling {
  /** The head of the handshake, or of any request. */
  readonly head?: (head: string) => string;
  /** Words of the screen; null: the server never hears it. */
  readonly word?: (text: string) => string | null;
  /** One for each connection: frames of the server. */
  readonly frames?: () => (frame: Frame) => readonly Frame[];
  /** An HTTP answer that is no handshake, server-sent events for example. */
  readonly body?: (bytes: Buffer) => Buffer;
  /** Takes everything that the server has, however little the screen reads. */
  readonly isGreedy?: true;
}

const HEAD_END = '\r\n\r\n';

/** A server that is right, seen through something that breaks it in one way. */
export class ManglingProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(upstream: URL, mangling: Mangling) {
    this.#server = createServer((screen) => {
      const server = connect(Number(upstream.port), upstream.hostname);
      for (const socket of [screen, server]) {
        socket.setNoDelay(true);
        socket.on('error', () => {});
        this.#sockets.add(socket);
        socket.on('close', () => {
          this.#sockets.delete(socket);
          if (socket === screen) server.destroy();
          else screen.end(() => screen.destroy());
        });
      }
      pass(screen, server, upwards(mangling));
      pass(server, screen, downwards(mangling), mangling.isGreedy);
    });
  }

  open(): Promise<string> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => {
        resolve(`ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1/stream`);
      });
    });
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}

type Change = (bytes: Buffer) => Buffer;

function pass(from: Socket, to: Socket, change: Change, isGreedy = false): void {
  from.on('data', (bytes: Buffer) => {
    const changed = change(bytes);
    if (to.destroyed || changed.length === 0) return;
    if (!to.write(changed) && !isGreedy) from.pause();
  });
  to.on('drain', () => from.resume());
  from.on('end', () => to.end());
}

/** Bytes up to the end of the head go through `head`, what follows through `rest`. */
function afterHead(head: (text: string) => string, rest: (head: string) => Change): Change {
  let begun = '';
  let change: Change | null = null;
  return (bytes) => {
    if (change !== null) return change(bytes);
    begun += bytes.toString('latin1');
    const end = begun.indexOf(HEAD_END);
    if (end < 0) return Buffer.alloc(0);
    change = rest(begun.slice(0, end));
    const said = Buffer.from(head(begun.slice(0, end + HEAD_END.length)), 'latin1');
    return Buffer.concat([said, change(Buffer.from(begun.slice(end + HEAD_END.length), 'latin1'))]);
  };
}

const same: Change = (bytes) => bytes;

function upwards({ head = (text) => text, word }: Mangling): Change {
  return afterHead(head, (said) => {
    if (word === undefined || !/^upgrade:/im.test(said)) return same;
    return framed((frame) => {
      const text = frame.opcode === 1 ? word(frame.content.toString()) : '';
      if (text === null) return [];
      return [frame.opcode === 1 ? { ...frame, content: Buffer.from(text) } : frame];
    }, true);
  });
}

function downwards({ frames, body = same }: Mangling): Change {
  return afterHead(
    (text) => text,
    (said) => {
      if (!said.startsWith('HTTP/1.1 101')) return body;
      return frames === undefined ? same : framed(frames(), false);
    },
  );
}

function framed(change: (frame: Frame) => readonly Frame[], masked: boolean): Change {
  const reader = new FrameReader();
  return (bytes) =>
    Buffer.concat(
      reader
        .push(bytes)
        .flatMap((frame) => change(frame))
        .map((frame) => frameBytes({ ...frame, masked: masked || frame.masked })),
    );
}
