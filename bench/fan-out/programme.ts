import type { ResultMessage } from '../../src/broker/broker.ts';
import { encoderOf } from '../../src/encode/format.ts';
import { encodeDeltaResult, encodeWholeResult } from '../../src/encode/result-codec.ts';
import { channelOf, type Header } from '../../src/model/document.ts';
import { NO_DETAILS, NO_PLACE, type Row, type StoredRow } from '../../src/model/row.ts';
import { type Version, VersionedDocument } from '../../src/versions/versioned.ts';
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

export type ProgrammeName =
  | 'units of 256 B'
  | 'one unit of 256 B'
  | 'one large unit'
  | 'athletics evening'
  | `${number} units of ${number} rows`;

/** At least so many frames of a programme. */
export function programmeOf(name: ProgrammeName, frames: number): Promise<Programme> | Programme {
  switch (name) {
    case 'units of 256 B':
      return smallUpdates(frames, { units: 16, starters: 8, perBatch: 16 });
    case 'one unit of 256 B':
      return smallUpdates(frames, { units: 1, starters: 8, perBatch: 1 });
    case 'one large unit':
      return smallUpdates(frames, { units: 1, starters: 150, perBatch: 1 });
    case 'athletics evening':
      return athleticsEvening(frames);
    default: {
      const [units, starters] = name.split(' units of ').map((number) => Number.parseInt(number, 10));
      return smallUpdates(frames, { units: units!, starters: starters!, perBatch: 1, anySize: true });
    }
  }
}

interface Field {
  readonly units: number;
  readonly starters: number;
  /** Units with a new version in one batch; all have their turn. */
  readonly perBatch: number;
  /** Frames as small as they come, instead of exactly `FRAME_BYTES`. */
  readonly anySize?: boolean;
}

const FRAME_BYTES = 256;
const json = encoderOf('json');

/** Units under way at the same time. Of a single unit, batch k brings version k + 2. */
function smallUpdates(frames: number, { units, starters, perBatch, anySize = false }: Field): Programme {
  const documents = Array.from({ length: units }, (_none, index) => opened(index, starters));
  const opening = documents.map(({ current: document }) => resultOf({ document, delta: null }));
  const batches = Array.from({ length: Math.ceil(frames / perBatch) }, (_none, batch) =>
    batchOf(
      Array.from({ length: perBatch }, (_each, index) =>
        nextMove(documents[(batch * perBatch + index) % units]!, anySize),
      ),
    ),
  );
  return { opening, batches };
}

/** The recorded evening as often as wanted, each time as a new epoch, which begins with whole documents. */
async function athleticsEvening(frames: number): Promise<Programme> {
  const versions = versionsOf(await factsOf('rio'), 'pass');
  const batches: Batch[] = [];
  for (let pass = 0; pass * versions.length < frames; pass += 1) {
    const epoch = `pass${String(pass).padStart(4, '0')}`;
    const again = versions.map(({ document, delta }) => ({ document: { ...document, epoch }, delta }));
    batches.push(...inBatches(again).map(batchOf));
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
    ? { channel, epoch, first: version, version, hash, form: 'whole', data: encodeWholeResult(document) }
    : {
        channel,
        epoch,
        first: version,
        version,
        hash,
        form: 'delta',
        data: encodeDeltaResult(delta, channel, epoch),
      };
}

function opened(index: number, starters: number): VersionedDocument {
  const rows = Array.from({ length: starters }, (_none, at) => starter(String(100 + at), at + 1));
  return VersionedDocument.first('bench', headerOf(index), rows, timeOf(3));
}

/**
 * The last competitor moves to the front: a small change, whose frame gets the wanted size by the digits of its time.
 */
function nextMove(document: VersionedDocument, anySize: boolean): Version {
  const { rows, header } = document.current;
  const moved = [rows.at(-1)!, ...[...rows].slice(0, -1)];
  const digits = anySize ? 3 : 1 + bytesMissing(document, header, moved);
  return document.publish(header, moved, timeOf(digits))!;
}

function bytesMissing(document: VersionedDocument, header: Header, moved: readonly Row[]): number {
  const trial = new VersionedDocument(document.current).publish(header, moved, timeOf(1))!;
  const missing = FRAME_BYTES - frameOf(trial).length;
  if (missing < 0) throw new Error(`the smallest frame has more than ${FRAME_BYTES} bytes`);
  return missing;
}

const timeOf = (digits: number): string => `2024-06-09T19:00:00.${'0'.repeat(digits)}Z`;

const headerOf = (index: number): Header => ({
  type: 'RESULT',
  unit: `ATHM100M--------------HEAT${String(index + 1).padStart(6, '0')}--`,
  subcode: null,
  status: 'LIVE',
  test: true,
  rule: 'ATH.100M@2024',
  names: { discipline: 'Athletics' },
  reliability: { ok: true, reasons: [] },
  columns: [],
  info: {},
});

const starter = (competitor: string, rank: number): StoredRow => ({
  key: competitor,
  identity: {
    kind: 'ATHLETE',
    name: `ATHLETE ${competitor}`,
    organisation: 'ITA',
    bib: competitor,
  },
  mark: { result: '', resultType: 'TIME', irm: null, records: [], details: NO_DETAILS },
  place: { ...NO_PLACE, ranked: rank > 0 },
});
