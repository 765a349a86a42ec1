/**
 * What a venue has said, numbered 1, 2, 3 ... With a file it survives the process, and what is processed stays in the file for a
 * broker that loses it. What is not processed yet waits, in memory as well.
 */
import type { ProcessedPosition, Stored } from '../broker/broker.ts';
import { type Cut, cutOf, isArchived } from '../broker/cut.ts';
import { nameOf } from '../broker/message-ids.ts';
import type { WireFact } from '../ingest/wire.ts';
import { systemTiming, type Timing } from '../timing.ts';
import { isCovered } from './covering.ts';
import type { Disk } from './disk.ts';
import { type LetGo, letGoOf, letGoText, unitsToLetGo } from './letting-go.ts';
import { OutboxError } from './outbox-error.ts';
import { OutboxFile } from './outbox-file.ts';
import { type Beginning, type OutboxNote, readLine, type SaidWireFact } from './outbox-lines.ts';
import { type StoredMark, type StoredPlace, StoredPlaces } from './stored-places.ts';

export interface Waiting {
  readonly epoch: string;
  readonly seq: number;
  /** Empty for a fact about no unit. */
  readonly unit: string;
  readonly data: Uint8Array;
}

/** Facts that are processed take no more than this in the file. */
const KEEP_BYTES = 256 * 1024 * 1024;
/** Beyond it a file is written anew when less than half of it is facts. */
const COMPACT_BYTES = 1024 * 1024;

export interface OutboxOptions {
  readonly source: string;
  /** None given: the file's, else `newEpoch`. */
  readonly epoch?: string;
  readonly newEpoch: string;
  /** None: nothing outlives the process. */
  readonly path?: string;
  readonly disk?: Disk;
  readonly timing?: Timing;
  /** Bytes of facts that are processed, default 256 MiB. */
  readonly keepBytes?: number;
  /** What the disk did not take although no fact is lost by it, and what leaves at the bound: one line each. */
  readonly warn?: (line: string) => void;
}

export class Outbox {
  readonly places = new StoredPlaces();
  readonly #source: string;
  readonly #path: string | undefined;
  readonly #file: OutboxFile | null;
  readonly #keepBytes: number;
  readonly #warn: (line: string) => void;
  readonly #stored = new WeakSet<Waiting>();
  /** The broker had stored them and has not got them any more: what an engine said of them before holds no longer. */
  readonly #lost = new WeakSet<Waiting>();
  readonly #letGo: LetGo[] = [];
  #cut: Cut | null = null;
  /** In the order of their beginning; the last one is that of new facts. */
  readonly #epochs: string[] = [];
  #waiting: Waiting[] = [];
  /** The newest word of the engines for everything, and of those for some disciplines, by which. */
  readonly #processed = new Map<string, ProcessedPosition>();
  #factBytes = 0;
  /** While the file is read: how many facts are processed without another word. */
  #keptToCome = 0;
  #next = 1;
  /** The first number that this process gives. */
  #first = 1;
  /** What has to be said again under other numbers. */
  #taken: Waiting[] = [];

  /** Throws `OutboxError` when the file cannot be trusted, or not be begun. */
  constructor(options: OutboxOptions) {
    const { source, epoch, newEpoch, path, keepBytes = KEEP_BYTES, warn = () => {} } = options;
    this.#source = source;
    this.#path = path;
    this.#keepBytes = keepBytes;
    this.#warn = warn;
    this.#file = path === undefined ? null : this.#open(path, options);
    try {
      this.#recallAll();
      const wanted = epoch ?? (this.epoch === '' ? newEpoch : this.epoch);
      if (wanted !== this.epoch) this.#begin(wanted);
      this.#first = this.#next;
    } catch (error) {
      this.#file?.close();
      throw error;
    }
  }

  get epoch(): string {
    return this.#epochs.at(-1) ?? '';
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
    const data = Buffer.from(line);
    check(data.length);
    this.#file?.append(line);
    this.#next += 1;
    this.#factBytes += data.length;
    const fact = { epoch: this.epoch, seq, unit, data };
    this.#waiting.push(fact);
    return fact;
  }

  /** The broker has stored it, or had it already. Without a file it needs no more care then. */
  acknowledged(fact: Waiting, { streamSeq, duplicate }: Stored): void {
    this.#stored.add(fact);
    if (duplicate) this.#lost.delete(fact);
    this.places.saw({ at: streamSeq, fact: keyOf(fact) });
    if (this.#file === null) this.#drop(fact);
  }

  /** How far an engine has come. What waits and is not acknowledged yet goes on waiting. */
  processed(position: ProcessedPosition): void {
    this.#processed.set(position.disciplines?.join() ?? '', position);
    for (const fact of this.#waiting) if (isCovered(fact, position, this.#epochs)) this.#lost.delete(fact);
    this.settle();
  }

  /** An engine has processed what this outbox has not said: the file is an earlier copy, and numbers that it gives have been given. */
  isBehind({ epoch, seq, beyond = [] }: ProcessedPosition): boolean {
    if (this.#taken.length > 0) return true;
    if (this.#file === null) return false;
    if (epoch !== this.epoch) return !this.#epochs.includes(epoch) && epoch > this.epoch;
    return Math.max(seq, ...beyond.map(([, to]) => to)) >= this.#next;
  }

  /**
   * Everything that this process has numbered is numbered anew, in a new epoch. Gives how many facts that are. Throws as `add` does, and is
   * behind then until it is called again.
   */
  goOnIn(epoch: string): number {
    if (this.#taken.length === 0)
      this.#taken = this.#waiting.filter((fact) => fact.epoch === this.epoch && fact.seq >= this.#first);
    this.#begin(epoch);
    this.#first = 1;
    const count = this.#taken.length;
    for (let fact = this.#taken[0]; fact !== undefined; fact = this.#taken[0]) {
      const said = JSON.parse(Buffer.from(fact.data).toString('utf8')) as WireFact;
      this.add(fact.unit, (seq) => ({ ...said, epoch, seq }));
      this.#drop(fact);
      this.#taken.shift();
    }
    return count;
  }

  /** What has been acknowledged since the engine's last word may be processed already. */
  settle(): void {
    for (const position of this.#processed.values()) {
      const before = this.#waiting.length;
      this.#forget(position, (fact) => this.#stored.has(fact) && !this.#lost.has(fact));
      if (this.#waiting.length !== before) this.#note(position);
    }
  }

  /**
   * The broker has lost all that it had stored behind the mark, null for everything: it waits again. Gives how many facts of those that
   * had been stored. Throws when the file cannot be read.
   */
  putBackAfter(mark: StoredMark | null): number {
    const waiting = new Map(this.#waiting.map((fact) => [keyOf(fact), fact]));
    const lost = this.#waiting.filter((fact) => this.#stored.delete(fact)).length;
    // Without a file there is nothing but what waits.
    if (this.#file !== null) {
      const all: Waiting[] = [];
      for (const { fact, line } of this.#facts()) {
        const known = waiting.get(keyOf(fact));
        if (known !== undefined || this.#isBehind(fact, mark)) all.push(known ?? waitingOf(fact, line));
      }
      this.#waiting = all;
    }
    for (const fact of this.#waiting) this.#lost.add(fact);
    this.places.goBackTo(mark);
    return lost + this.#waiting.length - waiting.size;
  }

  /** What cannot be sent again of that, because it has left the file. */
  letGoAfter(mark: StoredMark | null): LetGo[] {
    return this.#letGo.filter(({ epoch, to }) => this.#isBehind({ epoch, seq: to }, mark));
  }

  /** Facts that are processed leave the file where they were cut from the broker, because an archive has them. */
  forget(cut: Cut): void {
    if (this.#file === null || cut.segment === this.#cut?.segment) return;
    this.#cut = cut;
    try {
      if (this.#kept().some((each) => this.#isGone(each))) this.#compact(this.#file);
    } catch (error) {
      this.#warn(`${this.#source}: cannot leave out what is archived (${(error as Error).message})`);
    }
  }

  close(): void {
    this.#file?.close();
  }

  #drop(fact: Waiting): void {
    const index = this.#waiting.indexOf(fact);
    if (index >= 0) this.#waiting.splice(index, 1);
  }

  #forget(position: ProcessedPosition, isDone: (fact: Waiting) => boolean): void {
    this.#waiting = this.#waiting.filter(
      (fact) => !(isCovered(fact, position, this.#epochs) && isDone(fact)),
    );
  }

  #isBehind({ epoch, seq }: Numbered, mark: StoredMark | null): boolean {
    if (mark === null) return true;
    if (epoch === mark.epoch) return seq > mark.seq;
    return this.#epochs.indexOf(epoch) > this.#epochs.indexOf(mark.epoch);
  }

  #open(path: string, { disk, timing = systemTiming }: OutboxOptions): OutboxFile {
    const onLoss = (error: Error): void =>
      this.#warn(`${this.#source}: what was said last would not survive a power failure (${error.message})`);
    return OutboxFile.open({ path, after: timing.after, onLoss, ...(disk === undefined ? {} : { disk }) });
  }

  #begin(epoch: string): void {
    this.#file?.append(JSON.stringify(this.#beginning(epoch, 1)));
    this.#beginEpoch(epoch, 1);
  }

  #beginEpoch(epoch: string, next: number): void {
    if (epoch !== this.epoch) this.#epochs.push(epoch);
    this.#next = next;
  }

  #beginning(epoch: string, next: number): Beginning {
    return { outbox: 1, source: this.#source, epoch, next };
  }

  /** A note that the disk does not take costs nothing but facts that are sent twice after a restart. */
  #note(processed: ProcessedPosition): void {
    if (this.#file === null) return;
    try {
      this.#append({ processed });
      const stored = this.#markStored();
      if (stored !== null) this.#append({ stored });
      this.#compactWhenDue(this.#file);
    } catch (error) {
      this.#warn(`${this.#source}: cannot note what is processed (${(error as Error).message})`);
    }
  }

  #append(note: OutboxNote): void {
    this.#file?.append(JSON.stringify(note));
  }

  /** Everything before the first fact that the broker has not acknowledged is stored. */
  #markStored(): StoredMark | null {
    const first = this.#waiting.find((fact) => !this.#stored.has(fact));
    return first === undefined
      ? this.places.mark(this.epoch, this.#next - 1)
      : this.places.mark(first.epoch, first.seq - 1);
  }

  #compactWhenDue(file: OutboxFile): void {
    if (!this.#isFull && (file.bytes < COMPACT_BYTES || this.#factBytes * 2 > file.bytes)) return;
    this.#compact(file);
  }

  get #waitingBytes(): number {
    return this.#waiting.reduce((sum, { data }) => sum + data.length, 0);
  }

  get #isFull(): boolean {
    return this.#factBytes - this.#waitingBytes > this.#keepBytes;
  }

  /** Facts that are processed. */
  #kept(): readonly FactLine[] {
    const waiting = new Set(this.#waiting.map(keyOf));
    return [...this.#facts()].filter(({ fact }) => !waiting.has(keyOf(fact)));
  }

  #isGone({ fact }: FactLine): boolean {
    const { unit = '' } = fact;
    const cut = this.#cut;
    return cut !== null && cutOf(cut, unit) > 0 && isArchived(cut, `${this.#source}:${keyOf(fact)}`);
  }

  #compact(file: OutboxFile): void {
    const kept = this.#kept().filter((each) => !this.#isGone(each));
    const staying = this.#isFull ? this.#withinBound(kept) : kept;
    const notes: readonly OutboxNote[] = [
      ...this.#letGo.map((letGo) => ({ letGo })),
      ...this.places.marks.map((stored) => ({ stored })),
    ];
    file.replace([
      JSON.stringify({ kept: staying.length } satisfies OutboxNote),
      ...staying.map(({ line }) => line),
      ...notes.map((note) => JSON.stringify(note)),
      ...this.#waiting.map(({ data }) => Buffer.from(data).toString('utf8')),
      // The beginning comes last, because it says where the numbers go on.
      JSON.stringify(this.#beginning(this.epoch, this.#next)),
    ]);
    this.#factBytes = this.#waitingBytes + bytesOf(staying);
  }

  /** What stays when units leave at the bound; that they do is said. */
  #withinBound(kept: readonly FactLine[]): readonly FactLine[] {
    const sizes = kept.map(({ fact, line }) => ({ fact, bytes: Buffer.byteLength(line) }));
    const going = unitsToLetGo(sizes, this.#keepBytes * 0.75);
    const isGoing = ({ fact: { unit = '' } }: FactLine): boolean => going.has(unit);
    const gone = letGoOf(kept.filter(isGoing).map(({ fact }) => fact));
    this.#letGo.push(...gone);
    this.#warn(
      `${this.#source}: the outbox keeps ${this.#keepBytes} bytes at most: a broker that loses these gets them from nobody: ${gone.map(letGoText).join(', ')}`,
    );
    return kept.filter((each) => !isGoing(each));
  }

  *#facts(): Generator<FactLine> {
    if (this.#file === null) return;
    let number = 0;
    for (const line of this.#file.lines()) {
      number += 1;
      const said = readLine(line, `${this.#path}, line ${number}`);
      if ('fact' in said) yield { fact: said.fact, line };
    }
  }

  #recallAll(): void {
    if (this.#file === null) return;
    let number = 0;
    for (const line of this.#file.lines()) {
      number += 1;
      const place = `${this.#path}, line ${number}`;
      const said = readLine(line, place);
      if ('fact' in said) this.#recallFact(said.fact, line);
      else this.#recallNote(said.note, place);
    }
  }

  #recallNote(note: OutboxNote, place: string): void {
    if ('processed' in note) this.#forget(note.processed, () => true);
    else if ('kept' in note) this.#keptToCome = note.kept;
    else if ('stored' in note) this.places.recall(note.stored);
    else if ('letGo' in note) this.#letGo.push(note.letGo);
    else this.#recallBeginning(note, place);
  }

  #recallBeginning({ source, epoch, next }: Beginning, place: string): void {
    if (source !== this.#source)
      throw new OutboxError(
        'OUTBOX_OF_ANOTHER_SOURCE',
        `${place}: the outbox of ${source}, not of ${this.#source}`,
      );
    this.#beginEpoch(epoch, next);
  }

  #recallFact(fact: SaidWireFact, line: string): void {
    this.#factBytes += Buffer.byteLength(line);
    if (this.#keptToCome > 0) this.#keptToCome -= 1;
    else this.#waiting.push(waitingOf(fact, line));
    if (!this.#epochs.includes(fact.epoch)) this.#epochs.push(fact.epoch);
    if (fact.epoch === this.epoch) this.#next = Math.max(this.#next, fact.seq + 1);
  }
}

interface FactLine {
  readonly fact: SaidWireFact;
  readonly line: string;
}

type Numbered = Pick<Waiting, 'epoch' | 'seq'>;

const keyOf = ({ epoch, seq }: Numbered): string => `${epoch}:${seq}`;

const waitingOf = ({ epoch, seq, unit = '' }: SaidWireFact, line: string): Waiting => ({
  epoch,
  seq,
  unit,
  data: Buffer.from(line),
});

const bytesOf = (lines: readonly FactLine[]): number =>
  lines.reduce((sum, { line }) => sum + Buffer.byteLength(line), 0);

/** `<epoch>:<seq>` behind the source is the name of the message. */
export const isMessageOf = (source: string, { fact }: StoredPlace, messageId: string): boolean =>
  nameOf(messageId) === `${source}:${fact}`;
