/** Feed files: newline-delimited JSON, one fact of the venue feed a line. Read and written as a stream. */

import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { decodeBytes } from '../ingest/decode.ts';
import { factToWire } from '../ingest/from-wire.ts';
import { Intake } from '../ingest/intake.ts';
import { isRejection, type Rejection, type RejectionCode, rejection } from '../ingest/rejection.ts';
import type { Gap } from '../ingest/sequence.ts';
import type { WireFact } from '../ingest/wire.ts';
import type { Fact } from '../model/fact.ts';
import { parseInstant } from '../model/instant.ts';
import type { Rsc } from '../model/rsc.ts';

/** A file is not sent over the broker in one piece, so a line may hold the start list of a city marathon. */
export const FILE_LIMITS = { bytes: 16 * 1024 * 1024, depth: 20 };

export type FeedLine =
  | { readonly lineNumber: number; readonly fact: Fact }
  | { readonly lineNumber: number; readonly rejection: Rejection };

/** One line without its end; `bytes` is null when it is longer than a line may be. */
export interface RawLine {
  readonly lineNumber: number;
  readonly bytes: Uint8Array | null;
}

/**
 * The facts of a feed file in file order. `streamSeq` is the line number, `storedAt` the fact's
 * `sentAt`, or the line number where there is none. Empty lines are passed over. Throws only what
 * reading the file throws.
 */
export async function* readFeed(path: string): AsyncGenerator<FeedLine> {
  for await (const { lineNumber, bytes } of readLines(path, FILE_LIMITS.bytes)) {
    const outcome = bytes === null ? lineTooLong() : factOfLine(bytes, lineNumber);
    yield isRejection(outcome) ? { lineNumber, rejection: outcome } : { lineNumber, fact: outcome };
  }
}

const lineTooLong = (): Rejection =>
  rejection('FACT_TOO_LARGE', `the line has more than ${FILE_LIMITS.bytes} bytes`);

/** One line of a feed file as a fact. */
export function factOfLine(bytes: Uint8Array, lineNumber: number): Fact | Rejection {
  const place = { streamSeq: lineNumber, storedAt: lineNumber, unit: null };
  const outcome = decodeBytes(bytes, 'application/json', place, FILE_LIMITS);
  if (isRejection(outcome) || outcome.sentAt === undefined) return outcome;
  return { ...outcome, storedAt: parseInstant(outcome.sentAt) ?? lineNumber };
}

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Lines that are not empty, with at most one line and one block of the file in memory. */
export async function* readLines(path: string, bytesMax: number): AsyncGenerator<RawLine> {
  const line = new LineBuffer(bytesMax);
  for await (const block of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = block.indexOf(NEWLINE); end >= 0; end = block.indexOf(NEWLINE, start)) {
      line.add(block.subarray(start, end));
      const whole = line.take();
      if (whole !== null) yield whole;
      start = end + 1;
    }
    line.add(block.subarray(start));
  }
  const last = line.take();
  if (last !== null) yield last;
}

/** Gathers one line from blocks; forgets its bytes once it is too long. */
class LineBuffer {
  readonly #bytesMax: number;
  #parts: Buffer[] = [];
  #length = 0;
  #lineNumber = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  add(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > this.#bytesMax) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  /** The line that has ended, and starts the next; null when it is empty. */
  take(): RawLine | null {
    this.#lineNumber += 1;
    const tooLong = this.#length > this.#bytesMax;
    const bytes = tooLong ? null : withoutReturn(Buffer.concat(this.#parts));
    this.#parts = [];
    this.#length = 0;
    return bytes?.length === 0 ? null : { lineNumber: this.#lineNumber, bytes };
  }
}

const withoutReturn = (line: Buffer): Buffer =>
  line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;

export type WireFacts = Iterable<WireFact> | AsyncIterable<WireFact>;

/** Writes a feed file, waiting for the disk; the number of facts written. */
export async function writeFeed(path: string, facts: WireFacts): Promise<number> {
  const file = createWriteStream(path);
  const done = finished(file);
  // Without a handler of its own a failed open would count as unhandled while facts are still made.
  done.catch(() => {});
  let written = 0;
  for await (const fact of facts) {
    if (file.errored !== null) break;
    if (!file.write(lineOf(fact))) await Promise.race([once(file, 'drain'), done]);
    written += 1;
  }
  file.end();
  await done;
  return written;
}

/** One fact as a line of a feed file. */
export const lineOf = (fact: WireFact): string => `${JSON.stringify(fact)}\n`;

export const wireLineOf = (fact: Fact): string => lineOf(factToWire(fact));

export interface FeedFault {
  readonly lineNumber: number;
  readonly code: RejectionCode;
  readonly message: string;
}

export interface FeedReport {
  readonly lines: number;
  readonly facts: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly byCode: ReadonlyMap<string, number>;
  /** The first of them, up to `faultsMax`. */
  readonly faults: readonly FeedFault[];
  /** Numbers that are missing in the file. */
  readonly gaps: readonly Gap[];
  /** What facts are about, each with the line where it comes first. */
  readonly units: ReadonlyMap<Rsc, number>;
}

/** Checks every line of a feed file against the schemas. Facts are checked one by one: not whether they fit a start list. */
export async function validateFeed(path: string, faultsMax = 100): Promise<FeedReport> {
  const intake = new Intake();
  const faults: FeedFault[] = [];
  const units = new Map<Rsc, number>();
  let lines = 0;
  for await (const line of readFeed(path)) {
    lines += 1;
    const taken = intake.takeDecoded('fact' in line ? line.fact : line.rejection);
    if ('fact' in line && !units.has(line.fact.unit)) units.set(line.fact.unit, line.lineNumber);
    if (taken.outcome !== 'rejected' || faults.length >= faultsMax) continue;
    const { code, message } = taken.rejection;
    faults.push({ lineNumber: line.lineNumber, code, message });
  }
  return { lines, ...intake.counts(), faults, gaps: intake.openGaps(), units };
}
