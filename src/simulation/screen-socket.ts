import type { SocketLike } from '../client/connection.ts';
import { FrameReader, OPCODE } from '../conformance/wire/frame-bytes.ts';
import type { CloseReason } from '../fanout/connections/close-codes.ts';
import type { Connection } from '../fanout/connections/connection.ts';
import type { StreamFormat } from '../fanout/frames/stream-format.ts';
import type { Hub } from '../fanout/hub.ts';
import type { Screen } from '../fanout/screens/screen.ts';
import type { Timing } from '../timing.ts';
import { InOrder } from './in-order.ts';

/** A program at one end. */
export interface End {
  run(arrive: () => void): void;
}

/** Where an edge listens. */
export interface Door {
  /** Null while nobody listens. */
  readonly open: { readonly hub: Hub; readonly program: End } | null;
  /** Connections that break when it ends. */
  readonly sockets: Set<{ cut(): void }>;
}

export interface ScreenSocketOptions {
  readonly timing: Timing;
  readonly delayMs: () => number;
  readonly door: Door;
  readonly screen: End;
  readonly format: StreamFormat;
}

/** More than this and the edge's operating system says stop. */
const HIGH_WATER_BYTES = 16_384;
const NOBODY = 1006;

type Listener = (event: never) => void;

/** One connection of a screen to an edge, with both of its ends: in order, late, and for as long as nobody cuts it. */
export class ScreenSocket implements SocketLike {
  binaryType = '';
  readyState = 0;
  readonly #options: ScreenSocketOptions;
  readonly #listeners = new Map<string, Listener[]>();
  readonly #frames = new FrameReader();
  readonly #line = new InOrder(() => this.#isSilent);
  #parts: Buffer[] = [];
  #opcode = 0;
  #server: { readonly screen: Screen; readonly program: End } | null = null;
  #buffered = 0;
  #isClosing = false;
  #isOver = false;
  #isSilent = false;
  #upUntil = 0;
  #downUntil = 0;

  constructor(options: ScreenSocketOptions) {
    this.#options = options;
    this.#carryUp(() => this.#knock());
  }

  // The screen's end.

  addEventListener(kind: string, heard: Listener): void {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), heard]);
  }

  send(text: string): void {
    this.#carryUp(() => this.#atEdge((screen) => screen.heard(text)));
  }

  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.readyState = 3;
    this.#gone(1000);
  }

  // What happens to it.

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Both ends see it at once. */
  cut(): void {
    this.#end({ code: NOBODY, reason: 'cut' });
  }

  /** Nothing comes through, and nobody is told. */
  silence(): void {
    this.#isSilent = true;
  }

  mend(): void {
    this.#isSilent = false;
    this.#options.timing.after(0, () => this.#line.goOn());
  }

  // The edge's end.

  #knock(): void {
    const { door, format } = this.#options;
    if (door.open === null || door.open.hub.noRoom() !== null) {
      this.#carryDown(() => this.#end({ code: NOBODY, reason: 'nobody is there' }));
      return;
    }
    const { hub, program } = door.open;
    door.sockets.add(this);
    this.#carryDown(() => {
      this.readyState = 1;
      this.#tell('open', {});
    });
    program.run(() => {
      if (!this.#isOver) this.#server = { screen: hub.add(this.#connection(), format), program };
    });
  }

  #connection(): Connection {
    const socket = this;
    return {
      get writable() {
        return !socket.#isClosing && !socket.#isOver && socket.#buffered < HIGH_WATER_BYTES;
      },
      get bufferedBytes() {
        return socket.#buffered;
      },
      write: (frames) => this.#write(frames),
      close: (reason) => this.#closedByEdge(reason),
      terminate: () => this.cut(),
    };
  }

  #write(frames: Uint8Array): boolean {
    if (this.#isClosing || this.#isOver) return false;
    this.#buffered += frames.length;
    this.#carryDown(() => {
      const wasFull = this.#buffered >= HIGH_WATER_BYTES;
      this.#buffered -= frames.length;
      this.#receive(frames);
      if (wasFull && this.#buffered < HIGH_WATER_BYTES) this.#atEdge((screen) => screen.drained());
    });
    return this.#buffered < HIGH_WATER_BYTES;
  }

  #closedByEdge({ code, text }: CloseReason): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#carryDown(() => this.#end({ code, reason: text }));
  }

  #receive(bytes: Uint8Array): void {
    for (const { fin, opcode, content } of this.#frames.push(Buffer.from(bytes))) {
      if (opcode !== OPCODE.CONTINUATION) this.#opcode = opcode;
      this.#parts.push(content);
      if (!fin) continue;
      const whole = this.#parts.length === 1 ? content : Buffer.concat(this.#parts);
      this.#parts = [];
      this.#tell('message', { data: this.#opcode === OPCODE.TEXT ? whole.toString() : whole });
    }
  }

  #atEdge(run: (screen: Screen) => void): void {
    const server = this.#server;
    server?.program.run(() => run(server.screen));
  }

  #end(closed: { code: number; reason: string }): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.readyState = 3;
    this.#gone(closed.code);
    this.#options.screen.run(() => this.#tell('close', closed));
  }

  #gone(code: number): void {
    this.#options.door.sockets.delete(this);
    this.#atEdge((screen) => screen.gone(code));
  }

  #tell(kind: string, event: object): void {
    for (const heard of this.#listeners.get(kind) ?? []) heard(event as never);
  }

  #carryUp(arrive: () => void): void {
    this.#upUntil = this.#carry(this.#upUntil, arrive);
  }

  #carryDown(arrive: () => void): void {
    this.#downUntil = this.#carry(this.#downUntil, () =>
      this.#options.screen.run(() => {
        if (!this.#isOver) arrive();
      }),
    );
  }

  #carry(notBefore: number, arrive: () => void): number {
    const { timing, delayMs } = this.#options;
    const at = Math.max(notBefore, timing.now() + delayMs());
    const arriveIf = (): void => {
      if (!this.#isOver) arrive();
    };
    timing.after(at - timing.now(), () => this.#line.pass(arriveIf));
    return at;
  }
}
