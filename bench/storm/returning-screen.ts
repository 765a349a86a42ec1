import { connect, type Socket } from 'node:net';
import { waitBefore } from '../../src/client/reconnect.ts';
import { machineMs } from '../support/machine-time.ts';
import { handshake, masked, walk } from '../venue-to-screen/light-screen.ts';
import { type FrameHead, headOf } from './frame-head.ts';
import type { Proof } from './proof.ts';

/** What all screens of a process share. */
export interface World {
  /** Edges in the order in which a screen tries them. */
  readonly urls: readonly URL[];
  readonly channel: string;
  readonly epoch: string;
  /** The hash of each version, as published. */
  hashOf(version: number): string | undefined;
  /** Whether a screen with this version is up to date now. */
  isCurrent(version: number): boolean;
  /** Between 0 and 1. */
  chance(): number;
  /** The screen has its first document. */
  opened(): void;
  /** The screen is up to date again. */
  returned(): void;
  wrong(why: string): void;
}

const READ_BYTES = 256 * 1024;
const shared = Buffer.allocUnsafe(READ_BYTES);
const HEADER_END = '\r\n\r\n';
const SUBPROTOCOL = 'splitsecond.json';
const SUBSCRIBED = '{"subscribed"';

/** How one screen came back; times of the machine's clock in milliseconds, 0 for not yet. */
export interface Return {
  /** Spent waiting before its attempts, as the subscriber library waits. */
  waitedMs: number;
  attempts: number;
  connectedAt: number;
  acceptedAt: number;
  currentAt: number;
  resumed: boolean;
  /** What came first was a whole document. */
  whole: boolean;
}

/**
 * A screen that comes back by itself, with the waits of the subscriber library, and resumes from the version that it
 * holds. It costs its process little: of a frame it reads the beginning, and only a few screens have a `proof`.
 */
export class ReturningScreen {
  version = 0;
  /** Since it was cut off; null while it has not been. */
  back: Return | null = null;
  readonly #world: World;
  /** Null: as the system chooses. */
  readonly #localAddress: string | null;
  readonly #proof: Proof | null;
  #socket: Socket | null = null;
  #rest: Buffer | null = null;
  #isOpen = false;
  #attempt = 0;
  #edge = 0;
  #isStorm = false;
  #hasLeft = false;

  constructor(world: World, localAddress: string | null, proof: Proof | null) {
    this.#world = world;
    this.#localAddress = localAddress;
    this.#proof = proof;
  }

  /** From now on, being cut off is what is measured. Its edge is the first of them. */
  expectStorm(): void {
    this.#isStorm = true;
    this.#edge = 0;
    this.back = null;
  }

  cut(): void {
    this.#socket?.destroy();
  }

  /** Goes for good. */
  leave(): void {
    this.#hasLeft = true;
    this.#socket?.destroy();
  }

  /** Whether its whole copy is right; true for a screen without a proof. */
  isProved(): boolean {
    return this.#proof === null || this.#proof.holds(this.#world.hashOf(this.version) ?? '');
  }

  connect(): void {
    if (this.#hasLeft) return;
    const { urls } = this.#world;
    const url = urls[this.#edge % urls.length]!;
    this.#rest = null;
    this.#isOpen = false;
    const socket = connect({
      host: url.hostname,
      port: Number(url.port),
      ...(this.#localAddress === null ? {} : { localAddress: this.#localAddress }),
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (length) => {
          this.#read(shared.subarray(0, length));
          return true;
        },
      },
    });
    this.#socket = socket;
    socket.on('connect', () => {
      if (this.back !== null) this.back.connectedAt = machineMs();
      socket.write(handshake(url, SUBPROTOCOL));
    });
    // Every error is followed by a close.
    socket.on('error', () => {});
    socket.on('close', () => this.#lost());
  }

  #lost(): void {
    if (this.#hasLeft) return;
    if (this.#isStorm && this.back === null) this.back = { ...NOT_YET };
    const waitMs = waitBefore(this.#attempt, '', this.#world.chance());
    this.#attempt += 1;
    this.#edge += 1;
    if (this.back !== null) {
      this.back.waitedMs += waitMs;
      this.back.attempts += 1;
    }
    setTimeout(() => this.connect(), waitMs);
  }

  #read(fresh: Buffer): void {
    let bytes = this.#rest === null ? fresh : Buffer.concat([this.#rest, fresh]);
    this.#rest = null;
    if (!this.#isOpen) {
      const end = bytes.indexOf(HEADER_END);
      if (end >= 0) bytes = this.#opened(bytes, end);
    }
    const from = this.#isOpen ? walk(bytes, (frame) => this.#heard(frame)) : 0;
    if (from < bytes.length) this.#rest = Buffer.from(bytes.subarray(from));
  }

  /** What follows the answer to the handshake. */
  #opened(bytes: Buffer, end: number): Buffer {
    if (bytes.toString('latin1', 9, 12) !== '101') {
      this.#socket?.destroy();
      return bytes.subarray(bytes.length);
    }
    this.#isOpen = true;
    if (this.back !== null) this.back.acceptedAt = machineMs();
    const { channel, epoch } = this.#world;
    const after = this.version === 0 ? {} : { after: { epoch, version: this.version } };
    const subscribe = { id: 1, channel, mode: 'live', delta: true, ...after };
    this.#socket?.write(masked(JSON.stringify({ subscribe })));
    return bytes.subarray(end + HEADER_END.length);
  }

  #heard(frame: Buffer): void {
    const head = headOf(frame);
    if (head !== null) this.#take(head, frame);
    else if (frame.toString('latin1', 0, SUBSCRIBED.length) === SUBSCRIBED) this.#subscribed(frame);
  }

  #subscribed(frame: Buffer): void {
    this.#attempt = 0;
    if (this.back === null) return;
    this.back.resumed = frame.includes('"resumed":true');
    if (this.back.resumed) this.#lookWhetherCurrent();
  }

  #take({ version, hash, base }: FrameHead, frame: Buffer): void {
    const { hashOf, wrong, opened } = this.#world;
    if (base !== null && base !== this.version)
      wrong(`a delta from ${base}, but the screen has ${this.version}`);
    if (hash !== hashOf(version)) wrong(`version ${version} came with the hash ${hash}`);
    if (version < this.version) wrong(`version ${version} after ${this.version}`);
    const isFirst = this.version === 0;
    this.version = version;
    this.#proof?.add(frame);
    if (isFirst) opened();
    if (this.back === null || this.back.currentAt > 0) return;
    this.back.whole ||= base === null;
    this.#lookWhetherCurrent();
  }

  #lookWhetherCurrent(): void {
    if (this.back === null || this.back.currentAt > 0 || !this.#world.isCurrent(this.version)) return;
    if (!this.isProved()) this.#world.wrong(`version ${this.version} is not what its hash says`);
    this.back.currentAt = machineMs();
    this.#isStorm = false;
    this.#world.returned();
  }
}

const NOT_YET: Return = {
  waitedMs: 0,
  attempts: 0,
  connectedAt: 0,
  acceptedAt: 0,
  currentAt: 0,
  resumed: false,
  whole: false,
};
