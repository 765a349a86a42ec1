/** A list that changes as often and as long as wanted: one competitor's mark a version, published in the engine's way. */
import type { Broker } from '../../src/broker/broker.ts';
import { encodeDeltaResult, encodeWholeResult } from '../../src/encode/result-codec.ts';
import { channelOf, type Header } from '../../src/model/document.ts';
import { NO_DETAILS, NO_PLACE, type StoredRow } from '../../src/model/row.ts';
import { timeText } from '../../src/model/time-text.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';

const EPOCH = 'zzzzzzzzz-bench';
const HUNDREDTH = 10_000;

export class EndlessList {
  readonly #broker: Broker;
  readonly #list: VersionedDocument;

  constructor(broker: Broker, unit: string, rows: number) {
    this.#broker = broker;
    const starters = Array.from({ length: rows }, (_none, index) => rowOf(index));
    this.#list = VersionedDocument.first(EPOCH, headerOf(unit), starters, new Date().toISOString());
  }

  get version(): number {
    return this.#list.current.version;
  }

  async begin(): Promise<void> {
    await this.#publish('whole', encodeWholeResult(this.#list.current));
  }

  /** One more version; its place in the list stays. */
  async next(): Promise<void> {
    const { rows, header, version } = this.#list.current;
    const index = (version * STRIDE) % rows.length;
    const old = rows.at(index)!;
    const mark = { ...old.mark!, result: timeText((version % 360_000) * HUNDREDTH, 2) };
    const changed = rows.map((each, at) => (at === index ? { ...each, mark } : each));
    this.#list.publish(header, changed, new Date().toISOString());
    const delta = this.#list.deltaSince(version)!;
    await this.#publish('delta', encodeDeltaResult(delta, channelOf(header), EPOCH));
  }

  async #publish(form: 'whole' | 'delta', data: Uint8Array): Promise<void> {
    const { epoch, version, hash, header } = this.#list.current;
    const channel = channelOf(header);
    await this.#broker.publishResult({ channel, epoch, first: version, version, hash, form, data });
  }
}

/** Prime, so that all rows have their turn. */
const STRIDE = 37;

const headerOf = (unit: string): Header => ({
  type: 'RESULT',
  unit,
  subcode: null,
  status: 'LIVE',
  test: true,
  rule: null,
  names: { discipline: 'Athletics' },
  reliability: { ok: true, reasons: [] },
  columns: [
    { label: 'Rank', source: 'rank', align: 'right', width: 4 },
    { label: 'Name', source: 'name', align: 'left', width: 24 },
    { label: 'Time', source: 'result', align: 'right', width: 9 },
  ],
  info: {},
});

const rowOf = (index: number): StoredRow => ({
  key: String(100 + index),
  identity: { kind: 'ATHLETE', name: `ATHLETE ${100 + index}`, organisation: 'ITA' },
  mark: { result: '9.80', resultType: 'TIME', irm: null, records: [], details: NO_DETAILS },
  place: { ...NO_PLACE, ranked: true },
});
