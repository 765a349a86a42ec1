/** The one document that the scripted server has: every version, whole or as a delta, in JSON and protobuf. */
import { contentHash } from '../stated/content-hash.ts';
import type { Fields, RowParts } from '../stated/copy.ts';
import { frameType } from '../stated/read-frame.ts';
import { frameBytes, OPCODE } from '../wire/frame-bytes.ts';

const UNIT = 'ATHM100M--------------FNL-000100--';
/** What a client under test is to follow. */
export const CHANNEL = `${UNIT}/RESULT`;

export type ScriptFormat = 'json' | 'protobuf';

/** A data message as it goes over the wire, before it is put into frames. */
export interface Content {
  readonly opcode: number;
  readonly bytes: Buffer;
}

const HEADER: Fields = {
  type: 'RESULT',
  unit: UNIT,
  subcode: null,
  status: 'LIVE',
  test: true,
  rule: 'ATH.100M@2024',
  names: { discipline: 'Athletics', event: "Men's 100m", unit: 'Final' },
  reliability: { ok: true, reasons: [] },
  columns: [{ label: 'Result', source: 'result', align: 'right', width: 8 }],
  info: {},
};

const rowOf = (index: number): RowParts => ({
  key: String(100 + index),
  parts: {
    identity: {
      kind: 'ATHLETE',
      name: `ATHLETE é€😀 ${index}`,
      organisation: 'ITA',
      bib: String(index),
    },
    mark: { result: `9.${80 + index}`, resultType: 'TIME', irm: null, records: [], details: {} },
    place: {
      ranked: true,
      tied: false,
      qualificationMark: null,
      decidedBy: null,
      photoFinish: false,
    },
  },
});

export class Script {
  epoch = 'script-1';
  /** By version - 1. */
  #versions: RowParts[][] = [Array.from({ length: 8 }, (_none, index) => rowOf(index))];

  get version(): number {
    return this.#versions.length;
  }

  get position(): { epoch: string; version: number } {
    return { epoch: this.epoch, version: this.version };
  }

  /** A new version: one result is another one. */
  renew(times = 1): void {
    for (let count = 0; count < times; count += 1) {
      const { version } = this;
      const rows = [...this.#versions.at(-1)!];
      const at = version % rows.length;
      const { key, parts } = rows[at]!;
      const mark = { ...parts.mark, result: `10.${String(version).padStart(3, '0')}` };
      rows[at] = { key, parts: { ...parts, mark } };
      this.#versions.push(rows);
    }
  }

  /** Versions begin again. */
  startOver(): void {
    this.epoch = `script-${Number(this.epoch.split('-')[1]) + 1}`;
    this.#versions = [this.#versions.at(-1)!];
  }

  whole(format: ScriptFormat, epoch = this.epoch): Content {
    const rows = this.#versions.at(-1)!;
    const numbers = { epoch, version: this.version, hash: this.#hash(this.version), ...DATED };
    if (format === 'json') {
      const flat = rows.map((row, index) => ({ ...flatOf(row), ...derivedAt(index), sortOrder: index + 1 }));
      return json({ document: { ...HEADER, ...numbers, rows: flat } });
    }
    const listed = rows.map(({ key, parts }, index) => ({ key, ...parts, sortOrder: index + 1 }));
    return protobuf({ document: { ...numbers, header: HEADER, rows: listed } });
  }

  /** `spoiled`: the state that it leads to has not the hash that it says. */
  delta(format: ScriptFormat, base: number, { spoiled = false, extra = {} } = {}): Content {
    const [before, after] = [this.#versions[base - 1] ?? [], this.#versions.at(-1)!];
    const changed = after.filter((row, index) => row !== before[index]);
    const hash = this.#hash(this.version);
    const numbers = {
      channel: CHANNEL,
      ...this.position,
      base,
      hash: spoiled ? hash.split('').reverse().join('') : hash,
      ...DATED,
    };
    if (format === 'json') {
      const rows = changed.map(({ key, parts }) => ({ competitor: key, ...parts.mark }));
      return json({ delta: { ...numbers, rows, removed: [], ...extra } });
    }
    const rows = changed.map(({ key, parts }) => ({ key, mark: parts.mark }));
    return protobuf({ delta: { ...numbers, rows, removed: [] } });
  }

  #hash(version: number): string {
    return contentHash({ header: HEADER, rows: this.#versions[version - 1]! });
  }
}

const DATED = { asOf: '2024-06-09T20:53:11.104Z', correction: null };

/** Nobody shares a place here. */
const derivedAt = (index: number): Fields => ({ rank: index + 1, rankEqual: false, diff: null });

const flatOf = ({ key, parts }: RowParts): Fields =>
  Object.assign({ competitor: key }, ...Object.values(parts));

const json = (frame: object): Content => ({ opcode: OPCODE.TEXT, bytes: Buffer.from(JSON.stringify(frame)) });

const protobuf = (frame: object): Content => ({
  opcode: OPCODE.BINARY,
  bytes: Buffer.from(frameType.encode(frameType.fromObject(withoutNulls(frame) as object)).finish()),
});

/** Where JSON says null, protobuf leaves the field out. */
function withoutNulls(said: unknown): unknown {
  if (Array.isArray(said)) return said.map(withoutNulls);
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(
    Object.entries(said)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, withoutNulls(value)]),
  );
}

/** One message in so many frames; `between` goes out after each but the last. */
export function inFragments(
  { opcode, bytes }: Content,
  count: number,
  between: (index: number) => Buffer,
): Buffer {
  const size = Math.ceil(bytes.length / count);
  const frames: Buffer[] = [];
  for (let index = 0; index < count; index += 1) {
    const fin = index === count - 1;
    const content = bytes.subarray(index * size, fin ? bytes.length : (index + 1) * size);
    frames.push(
      frameBytes({ opcode: index === 0 ? opcode : OPCODE.CONTINUATION, content, fin, masked: false }),
    );
    if (!fin) frames.push(between(index));
  }
  return Buffer.concat(frames);
}
