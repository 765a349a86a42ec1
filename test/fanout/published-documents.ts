import type { Broker } from '../../src/broker/broker.ts';
import { encodeDeltaResult, encodeWholeResult } from '../../src/encode/result-codec.ts';
import { channelOf, type Document, type DocumentType, type Header } from '../../src/model/document.ts';
import { NO_DETAILS, NO_PLACE, type Row, type StoredRow } from '../../src/model/row.ts';
import type { Rows } from '../../src/model/row-list.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';

export const FINAL_100M = 'ATHM100M--------------FNL-000100--';
export const FINAL_200M = 'ATHM200M--------------FNL-000100--';
export const FREE_50M = 'SWMM50MFR-------------FNL-000100--';

export function header(unit: string, type: DocumentType = 'RESULT', subcode: string | null = null): Header {
  return {
    type,
    unit,
    subcode,
    status: 'LIVE',
    test: false,
    rule: 'ATH.100M@2024',
    names: { discipline: 'Athletics', event: "Men's 100m", unit: 'Final' },
    reliability: { ok: true, reasons: [] },
    columns: [
      { label: 'Rank', source: 'rank', align: 'right', width: 4 },
      { label: 'Name', source: 'name', align: 'left', width: 24 },
      { label: 'Result', source: 'result', align: 'right', width: 8 },
    ],
    info: {},
  };
}

export function row(competitor: string, result: string, rank: number, padding = ''): StoredRow {
  return {
    key: competitor,
    identity: {
      kind: 'ATHLETE',
      name: `ATHLETE ${competitor}${padding}`,
      organisation: 'ITA',
      bib: competitor,
    },
    mark: { result, resultType: 'TIME', irm: null, records: [], details: NO_DETAILS },
    place: { ...NO_PLACE, ranked: rank > 0 },
  };
}

type ResultsBroker = Pick<Broker, 'publishResult' | 'keepDocument' | 'lastResults'>;

/** An engine that publishes one document, version after version, as the test says. */
export class Publisher {
  readonly #broker: ResultsBroker;
  readonly channel: string;
  readonly history: Document[] = [];
  #versioned: VersionedDocument;

  constructor(broker: ResultsBroker, first: Header, rows: Rows<Row>, epoch = 'k3f9', at: Date | null = null) {
    this.#broker = broker;
    this.channel = channelOf(first);
    this.#versioned = VersionedDocument.first(epoch, first, rows, at?.toISOString() ?? asOf(1));
  }

  get current(): Document {
    return this.#versioned.current;
  }

  async begin(): Promise<void> {
    this.history.push(this.current);
    await this.#publish('whole', encodeWholeResult(this.current));
  }

  async renew(
    rows: Rows<Row>,
    changed: Partial<Header> = {},
    at = asOf(this.current.version + 1),
  ): Promise<Document> {
    const base = this.current.version;
    const version = this.#versioned.publish({ ...this.current.header, ...changed }, rows, at);
    if (version === null) throw new Error('nothing changed');
    this.history.push(this.current);
    const { epoch } = this.current;
    await this.#publish('delta', encodeDeltaResult(this.#versioned.deltaSince(base)!, this.channel, epoch));
    return this.current;
  }

  /** Another result for one competitor: the smallest change there is. */
  async touch(times = 1): Promise<Document> {
    for (let count = 0; count < times; count += 1) {
      const { rows, version } = this.current;
      const index = version % rows.length;
      const old = rows.at(index)!;
      const mark = { ...old.mark!, result: `10.${String(version).padStart(4, '0')}` };
      await this.renew(rows.map((each, at) => (at === index ? { ...each, mark } : each)));
    }
    return this.current;
  }

  async keep(): Promise<void> {
    const last = (await this.#broker.lastResults()).get(this.channel)!;
    await this.#broker.keepDocument({
      ...this.message('whole', encodeWholeResult(this.current)),
      streamSeq: last.streamSeq,
    });
  }

  message(form: 'whole' | 'delta', data: Uint8Array) {
    const { epoch, version, hash } = this.current;
    return { channel: this.channel, epoch, first: version, version, hash, form, data };
  }

  async #publish(form: 'whole' | 'delta', data: Uint8Array): Promise<void> {
    await this.#broker.publishResult(this.message(form, data));
  }
}

const asOf = (version: number): string => new Date(Date.UTC(2024, 5, 9, 19, 0, version)).toISOString();

export const sprinters = (count = 8, padding = ''): StoredRow[] =>
  Array.from({ length: count }, (_none, index) =>
    row(String(100 + index), `9.${80 + (index % 20)}`, index + 1, padding),
  );
