/** An event of any sport written down as tables, for tests: what is said is facts, and answers are read off documents. */

import { isRejection } from '../../src/ingest/rejection.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import {
  channelOf,
  type DocumentOf,
  type DocumentType,
  isOfType,
  listRows,
} from '../../src/model/document.ts';
import type { ListRow } from '../../src/model/row.ts';
import type { ListType } from '../../src/model/shape/table.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import { factOfLine } from '../../src/venue/feed-file.ts';

export class Meet {
  readonly #competition = new OfflineCompetition();
  readonly #event: string;
  #seq = 0;

  /** `event`: discipline, gender and event code, `SWMW100MFR`. */
  constructor(event: string) {
    this.#event = event.padEnd(22, '-');
  }

  rsc(phase = '----', unit = ''): string {
    return this.#event + phase + unit.padEnd(8, '-');
  }

  say(unit: string, said: object): string | null {
    this.#seq += 1;
    const fact = { source: 'TEST', seq: this.#seq, unit, ...said } as unknown as WireFact;
    return this.#competition.takeWire(fact)?.code ?? null;
  }

  /** The `seq` of what is said next. */
  get next(): number {
    return this.#seq + 1;
  }

  /** Says it, and gives back why something is held because of it: the codes that the rule has for it. */
  refusals(unit: string, said: object): string[] {
    this.#seq += 1;
    const wire = { source: 'TEST', seq: this.#seq, unit, ...said };
    const fact = factOfLine(Buffer.from(JSON.stringify(wire)), this.#seq);
    if (isRejection(fact)) return [fact.code];
    return this.#competition.refusalsAfter(fact).map(({ message }) => message.split(':')[0]!);
  }

  /** A whole race: `{ MANUEL: '52.70', SMITH: 'DNS' }`. */
  race(unit: string, times: Readonly<Record<string, string>>): void {
    this.startList(unit, Object.keys(times));
    for (const [competitor, time] of Object.entries(times)) {
      if (/^\d/.test(time)) this.say(unit, { passing: { competitor, point: 'FIN', time } });
      else this.say(unit, { irm: { competitor, code: time } });
    }
    this.say(unit, { status: { result: 'OFFICIAL' } });
  }

  startList(unit: string, codes: readonly string[]): void {
    const entries = codes.map((code, index) => ({
      competitor: { code, kind: 'ATHLETE', organisation: code.slice(0, 3), name: { family: code } },
      startOrder: index + 1,
      lane: String(index + 1),
    }));
    this.say(unit, { startList: { entries } });
  }

  document<Type extends DocumentType>(type: Type, unit: string): DocumentOf<Type> {
    const channel = channelOf({ type, unit, subcode: null });
    for (const document of this.#competition.documents())
      if (channelOf(document.header) === channel && isOfType(document, type)) return document;
    throw new Error(`no document ${channel}`);
  }

  /** Of a document that lists competitors. */
  rows(type: ListType, unit: string): readonly ListRow[] {
    return listRows(this.document(type, unit));
  }

  /** `code rank mark`, in list order; `=` marks a shared rank. */
  lines(type: ListType, unit: string): string[] {
    return this.rows(type, unit).map(({ key, mark, place }) => {
      const rank = place.rank === null ? (mark.irm ?? '-') : `${place.rank}${place.rankEqual ? '=' : ''}`;
      return [key, rank, mark.result ?? '', place.qualificationMark ?? ''].join(' ').trim();
    });
  }

  /** Who has which qualification mark. */
  marks(phase: string): Record<string, string> {
    const rows = this.rows('PHASE_RESULT', this.rsc(phase));
    return Object.fromEntries(
      rows.flatMap(({ key, place }) =>
        place.qualificationMark === null ? [] : [[key, place.qualificationMark]],
      ),
    );
  }
}
