import type { ResultMessage } from '../../src/broker/broker.ts';
import { encoderOf } from '../../src/encode/format.ts';
import { encodeDeltaResult, encodeWholeResult } from '../../src/encode/result-codec.ts';
import { channelOf, type Header } from '../../src/model/document.ts';
import { NO_DETAILS, type Row } from '../../src/model/row.ts';
import { type Version, VersionedDocument } from '../../src/standings/versioned.ts';
import { factsOf, versionsOf } from '../support/recorded.ts';

/** What is published at once: one version each of different documents, so that nothing is skipped on the way. */
export interface Batch {
  /** For an edge. */
  readonly results: readonly ResultMessage[];
  /** For a peer: the very frames that a screen of the edge gets. */
  readonly frames: readonly string[];
}

/** What a server publishes during a measurement. */
export interface Programme {
  /** On air before the first screen connects. */
  readonly opening: readonly ResultMessage[];
  readonly batches: readonly Batch[];
}

export type ProgrammeName = 'units of 256 B' | 'athletics evening' | 'one unit of 256 B' | 'one large unit';

export const PROGRAMMES: Readonly<Record<ProgrammeName, (frames: number) => Promise<Programme>>> = {
  'units of 256 B': async (frames) => smallUpdates(frames, 16),
  'one unit of 256 B': async (frames) => smallUpdates(frames, 1),
  'one large unit': async (frames) => smallUpdates(frames, 1, 150),
  'athletics evening': athleticsEvening,
};

const FRAME_BYTES = 256;
const STARTERS = 8;
const json = encoderOf('json');

/** Version k + 2 of a unit is what batch k brings. Units under way at the same time, each with one new version per batch: frames of exactly 256 bytes. */
function smallUpdates(frames: number, units: number, starters = STARTERS): Programme {
  const documents = Array.from({ length: units }, (_none, index) => opened(index, starters));
  const opening = documents.map(({ current: document }) => resultOf({ document, delta: null }));
  const batches = Array.from({ length: Math.ceil(frames / units) }, () =>
    batchOf(documents.map((held) => nextMove(held))),
  );
  return { opening, batches };
}

/** The recorded evening as often as wanted, each time as a new epoch, which begins with whole documents. */
async function athleticsEvening(frames: number): Promise<Programme> {
  const facts = await factsOf('rio');
  const batches: Batch[] = [];
  for (let pass = 0, made = 0; made < frames; pass += 1) {
    const versions = versionsOf(facts, `pass${String(pass).padStart(4, '0')}`);
    batches.push(...inBatches(versions).map(batchOf));
    made += versions.length;
  }
  return { opening: [], batches };
}

function inBatches(versions: readonly Version[]): Version[][] {
  const batches: Version[][] = [];
  let inBatch = new Set<string>();
  for (const version of versions) {
    const channel = channelOf(version.document.header);
    if (batches.length === 0 || inBatch.has(channel)) {
      batches.push([]);
      inBatch = new Set();
    }
    batches.at(-1)!.push(version);
    inBatch.add(channel);
  }
  return batches;
}

const batchOf = (versions: readonly Version[]): Batch => ({
  results: versions.map(resultOf),
  frames: versions.map((version) => Buffer.from(frameOf(version)).toString()),
});

function frameOf({ document, delta }: Version): Uint8Array {
  const { header, epoch } = document;
  const frame = delta === null ? null : json.deltaFrame(channelOf(header), epoch, delta);
  return frame ?? json.frame(document);
}

function resultOf({ document, delta }: Version): ResultMessage {
  const { epoch, version, hash, header } = document;
  const channel = channelOf(header);
  return delta === null
    ? { channel, epoch, version, hash, form: 'whole', data: encodeWholeResult(document) }
    : { channel, epoch, version, hash, form: 'delta', data: encodeDeltaResult(delta, channel, epoch) };
}

function opened(index: number, starters: number): VersionedDocument {
  const rows = Array.from({ length: starters }, (_none, at) => starter(String(100 + at), at + 1));
  return VersionedDocument.first('bench', headerOf(index), rows, timeOf(3));
}

/**
 * The last competitor moves to the front: a small change, whose frame gets the wanted size by the digits of its time.
 */
function nextMove(held: VersionedDocument): Version {
  const { rows, header } = held.current;
  const moved = [rows.at(-1)!, ...rows.slice(0, -1)];
  const trial = new VersionedDocument(held.current).publish(header, moved, timeOf(1))!;
  const missing = FRAME_BYTES - frameOf(trial).length;
  if (missing < 0) throw new Error(`the smallest frame has more than ${FRAME_BYTES} bytes`);
  return held.publish(header, moved, timeOf(1 + missing))!;
}

const timeOf = (digits: number): string => `2024-06-09T19:00:00.${'0'.repeat(digits)}Z`;

const headerOf = (index: number): Header => ({
  type: 'RESULT',
  unit: `ATHM100M--------------HEAT${String(index + 1).padStart(4, '0')}----`,
  subcode: null,
  status: 'LIVE',
  test: true,
  rule: 'ATH.100M@2024',
  names: { discipline: 'Athletics' },
  reliability: { ok: true, reasons: [] },
  columns: [],
  info: {},
});

const starter = (competitor: string, rank: number): Row => ({
  identity: {
    competitor,
    kind: 'ATHLETE',
    name: `ATHLETE ${competitor}`,
    organisation: 'ITA',
    bib: competitor,
  },
  mark: { result: '', resultType: 'TIME', irm: null, records: [], details: NO_DETAILS },
  place: {
    rank,
    rankEqual: false,
    diff: null,
    qualificationMark: null,
    decidedBy: null,
    photoFinish: false,
  },
});
