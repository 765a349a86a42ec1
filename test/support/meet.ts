/** An event of any sport written down as tables, for tests: what is said is facts, and answers are read off documents. */

import type { WireFact } from '../../src/ingest/wire.ts';
import { channelOf, type Document, type DocumentType } from '../../src/model/document.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';

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

  document(type: DocumentType, unit: string): Document {
    const channel = channelOf({ type, unit, subcode: null });
    for (const document of this.#competition.documents())
      if (channelOf(document.header) === channel) return document;
    throw new Error(`no document ${channel}`);
  }

  /** `code rank mark`, in list order; `=` marks a shared rank. */
  lines(type: DocumentType, unit: string): string[] {
    return this.document(type, unit).rows.map(({ identity, mark, place }) => {
      const rank = place.rank === null ? (mark.irm ?? '-') : `${place.rank}${place.rankEqual ? '=' : ''}`;
      return [identity.competitor, rank, mark.result ?? '', place.qualificationMark ?? ''].join(' ').trim();
    });
  }

  /** Who has which qualification mark. */
  marks(phase: string): Record<string, string> {
    const rows = this.document('PHASE_RESULT', this.rsc(phase)).rows;
    return Object.fromEntries(
      rows.flatMap(({ identity, place }) =>
        place.qualificationMark === null ? [] : [[identity.competitor, place.qualificationMark]],
      ),
    );
  }
}
