/**
 * What a venue has said and no engine has processed yet, numbered 1, 2, 3 ... With a file it survives
 * the process. Three kinds of lines: a beginning (`{"outbox":1,"source","epoch","next"}`), a fact as the
 * venue feed has it, and how far things are processed (`{"processed":{"epoch","seq"}}`).
 */
import type { WireFact } from '../ingest/wire.ts';
import { OutboxError } from './outbox-error.ts';
import { type Disk, OutboxFile } from './outbox-file.ts';

export interface Waiting {
  readonly epoch: string;
  readonly seq: number;
  /** Empty for a fact about no unit. */
  readonly unit: string;
  readonly data: Uint8Array;
}

interface Beginning {
  readonly outbox: 1;
  readonly source: string;
  readonly epoch: string;
  readonly next: number;
}

export interface ProcessedPosition {
  readonly epoch: string;
  readonly seq: number;
}

/** A file that has grown beyond this, with little in it that is still waiting, is written anew. */
const COMPACT_BYTES = 1024 * 1024;

export interface OutboxOptions {
  readonly source: string;
  /** None given: the file's, else `newEpoch`. */
  readonly epoch?: string;
  readonly newEpoch: string;
  /** None: nothing outlives the process. */
  readonly path?: string;
  readonly disk?: Disk;
  /** What the disk did not take although no fact is lost by it: one line each. */
  readonly warn?: (line: string) => void;
}

export class Outbox {
  readonly #source: string;
  readonly #file: OutboxFile | null;
  readonly #warn: (line: string) => void;
  #waiting: Waiting[] = [];
  #epoch = '';
  #next = 1;

  /** Throws `OutboxError` when the file cannot be trusted, or not be begun. */
  constructor(options: OutboxOptions) {
    const { source, epoch, newEpoch, warn = () => {} } = options;
    this.#source = source;
    this.#warn = warn;
    const opened = this.#open(options);
    this.#file = opened?.file ?? null;
    try {
      opened?.lines.forEach((line, index) => {
        this.#recall(line, `${options.path}, line ${index + 1}`);
      });
      const wanted = epoch ?? (this.#epoch === '' ? newEpoch : this.#epoch);
      if (wanted !== this.#epoch) this.#begin(wanted);
    } catch (error) {
      this.#file?.close();
      throw error;
    }
  }

  get epoch(): string {
    return this.#epoch;
  }

  /** In the order in which they were said. */
  get waiting(): readonly Waiting[] {
    return this.#waiting;
  }

  /**
   * Numbers a fact and keeps it. `describe` gets the number; `check` may throw at the size, before it counts. Throws
   * `OUTBOX_NOT_WRITTEN`, and then the next fact gets this number.
   */
  add(unit: string, describe: (seq: number) => WireFact, check: (bytes: number) => void = () => {}): Waiting {
    const seq = this.#next;
    const line = JSON.stringify(describe(seq));
    check(Buffer.byteLength(line));
    this.#file?.append(line);
    this.#next += 1;
    const fact = { epoch: this.#epoch, seq, unit, data: Buffer.from(line) };
    this.#waiting.push(fact);
    return fact;
  }

  /**
   * An engine has processed everything up to here. Facts of an earlier epoch go with it when `isStored`
   * says that the broker has them: they stand before it in the stream.
   */
  forget(position: ProcessedPosition, isStored: (fact: Waiting) => boolean): void {
    const before = this.#waiting.length;
    const current = this.#waiting.findIndex(({ epoch }) => epoch === position.epoch);
    this.#waiting = this.#waiting.filter((fact, index) => {
      if (fact.epoch === position.epoch) return fact.seq > position.seq;
      const isEarlier = position.epoch === this.#epoch || index < current;
      return !(isEarlier && isStored(fact));
    });
    if (this.#waiting.length !== before) this.#note(position);
  }

  /** One fact that needs no more care (outboxes without a file: the broker has it). */
  drop(fact: Waiting): void {
    const index = this.#waiting.indexOf(fact);
    if (index >= 0) this.#waiting.splice(index, 1);
  }

  close(): void {
    this.#file?.close();
  }

  #open({ path, disk, source, warn = () => {} }: OutboxOptions): ReturnType<typeof OutboxFile.open> | null {
    if (path === undefined) return null;
    const onLoss = (error: Error): void =>
      warn(`${source}: what was said last would not survive a power failure (${error.message})`);
    return OutboxFile.open({ path, onLoss, ...(disk === undefined ? {} : { disk }) });
  }

  #begin(epoch: string): void {
    this.#epoch = epoch;
    this.#next = 1;
    this.#file?.append(JSON.stringify(this.#beginning(1)));
  }

  #beginning(next: number): Beginning {
    return { outbox: 1, source: this.#source, epoch: this.#epoch, next };
  }

  /** A position that the disk does not take costs nothing but facts that are sent twice after a restart. */
  #note(position: ProcessedPosition): void {
    if (this.#file === null) return;
    try {
      this.#write(this.#file, position);
    } catch (error) {
      this.#warn(`${this.#source}: cannot note what is processed (${(error as Error).message})`);
    }
  }

  #write(file: OutboxFile, position: ProcessedPosition): void {
    const waitingBytes = this.#waiting.reduce((sum, { data }) => sum + data.length, 0);
    if (file.bytes < COMPACT_BYTES || waitingBytes * 2 > file.bytes) {
      file.append(JSON.stringify({ processed: position }));
    } else {
      // The beginning comes last, because it says where the numbers go on.
      const facts = this.#waiting.map(({ data }) => Buffer.from(data).toString('utf8'));
      file.replace([...facts, JSON.stringify(this.#beginning(this.#next))]);
    }
  }

  #recall(line: string, place: string): void {
    const said = parsed(line, place);
    if (said.outbox === 1) this.#recallBeginning(said as unknown as Beginning, place);
    else if (said.processed !== undefined) this.forget(said.processed as ProcessedPosition, () => true);
    else this.#recallFact(said as unknown as WireFact, line, place);
  }

  #recallBeginning({ source, epoch, next }: Beginning, place: string): void {
    if (source !== this.#source)
      throw new OutboxError(
        'OUTBOX_OF_ANOTHER_SOURCE',
        `${place}: the outbox of ${source}, not of ${this.#source}`,
      );
    this.#epoch = epoch;
    this.#next = next;
  }

  #recallFact(fact: WireFact, line: string, place: string): void {
    const { epoch, seq, unit = '' } = fact;
    if (epoch === undefined || !Number.isSafeInteger(seq)) throw damaged(place);
    this.#waiting.push({ epoch, seq, unit, data: Buffer.from(line) });
    if (epoch === this.#epoch) this.#next = Math.max(this.#next, seq + 1);
  }
}

const damaged = (place: string): OutboxError =>
  new OutboxError('OUTBOX_DAMAGED', `${place}: not a line of an outbox`);

function parsed(line: string, place: string): Record<string, unknown> {
  try {
    const said = JSON.parse(line);
    if (typeof said === 'object' && said !== null && !Array.isArray(said)) return said;
  } catch {
    // Said below, with the place.
  }
  throw damaged(place);
}
