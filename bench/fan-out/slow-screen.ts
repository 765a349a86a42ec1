import { connect, type Socket } from 'node:net';
import { decodeFrame } from '../../src/encode/decode.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { handshake, masked, walk } from '../venue-to-screen/light-screen.ts';

const HEADER_END = '\r\n\r\n';
const READ_EVERY_MS = 1_000;
const DRAIN_MS = 10_000;
const LOOK_MS = 20;

/**
 * A screen that takes one byte a second from its socket once it has the first document, until it is
 * told to read on. Node reads one block ahead, and the kernel fills its buffers: what is beyond
 * these stays with the server.
 */
export class SlowScreen {
  /** Resolves with the first document. */
  readonly opened: Promise<void>;
  readonly #socket: Socket;
  #rest: Buffer = Buffer.alloc(0);
  #isOpen = false;
  #copy: VersionedDocument | null = null;
  #taken = 0;
  #firstVersion = 0;
  #isWrong = false;
  #reading: NodeJS.Timeout | null = null;
  #first: () => void = () => {};

  constructor(url: URL, delta: boolean) {
    this.opened = new Promise((resolve) => {
      this.#first = resolve;
    });
    this.#socket = connect({ host: url.hostname, port: Number(url.port) });
    this.#socket.on('data', (bytes) => this.#read(bytes as Buffer, delta));
    this.#socket.on('error', () => {});
    this.#socket.write(handshake(url, 'splitsecond.json'));
  }

  /** Reads everything; whether it then shows the document with this hash, and how many versions it never got. */
  async drain(hash: string): Promise<{ isRight: boolean; skipped: number }> {
    if (this.#reading !== null) clearInterval(this.#reading);
    this.#socket.resume();
    const isCurrent = (): boolean => this.#copy?.current.hash === hash;
    for (let waited = 0; waited < DRAIN_MS && !isCurrent(); waited += LOOK_MS)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const version = this.#copy?.current.version ?? 0;
    return {
      isRight: isCurrent() && !this.#isWrong,
      skipped: version - this.#firstVersion + 1 - this.#taken,
    };
  }

  #read(bytes: Buffer, delta: boolean): void {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    if (!this.#isOpen) {
      const end = this.#rest.indexOf(HEADER_END);
      if (end < 0) return;
      this.#isOpen = true;
      this.#rest = this.#rest.subarray(end + HEADER_END.length);
      this.#socket.write(masked(JSON.stringify({ subscribe: { id: 1, channel: '*', mode: 'live', delta } })));
    }
    this.#rest = this.#rest.subarray(walk(this.#rest, (frame) => this.#take(frame)));
  }

  #take(frame: Buffer): void {
    if (!frame.subarray(0, 3).equals(Buffer.from('{"d'))) return;
    const decoded = decodeFrame('json', frame);
    this.#taken += 1;
    if ('document' in decoded) this.#copy = new VersionedDocument(decoded.document);
    else if (this.#copy?.apply(decoded.delta) !== true) this.#isWrong = true;
    if (this.#reading === null) this.#slowDown();
  }

  #slowDown(): void {
    this.#firstVersion = this.#copy?.current.version ?? 0;
    this.#socket.pause();
    this.#reading = setInterval(() => this.#socket.read(1), READ_EVERY_MS);
    this.#first();
  }
}
