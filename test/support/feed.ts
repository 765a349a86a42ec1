/** Standings of a feed, for tests: facts as they would travel, answers read off documents. */

import { readFileSync } from 'node:fs';
import type { WireFact } from '../../src/ingest/wire.ts';
import {
  channelOf,
  type Document,
  type DocumentType,
  listRows,
  withDerived,
} from '../../src/model/document.ts';
import type { Derived } from '../../src/model/order.ts';
import { type Complaint, OfflineCompetition } from '../../src/offline-competition.ts';
import type { Sport } from '../../src/rules/contract.ts';

export class Feed {
  readonly #competition: OfflineCompetition;
  /** Of the facts that have no effect: why. */
  readonly complaints: Complaint[] = [];

  constructor(facts: readonly WireFact[], sports?: readonly Sport[]) {
    this.#competition = new OfflineCompetition(sports);
    for (const fact of facts) {
      const complaint = this.#competition.takeWire(fact);
      if (complaint !== null) this.complaints.push(complaint);
    }
  }

  /** A feed file beside a test. */
  static of(url: URL, sports?: readonly Sport[]): Feed {
    const lines = readFileSync(url, 'utf8').split('\n');
    const facts = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as WireFact);
    return new Feed(facts, sports);
  }

  has(type: DocumentType, unit: string): boolean {
    return this.#find(type, unit) !== undefined;
  }

  document(type: DocumentType, unit: string): Document {
    const found = this.#find(type, unit);
    if (found === undefined) throw new Error(`no document ${unit}/${type}`);
    return found;
  }

  /** `code rank result mark medal` in list order, what is not there left out; `=` marks a shared rank, an IRM stands for a rank. */
  lines(type: DocumentType, unit: string): string[] {
    return listRows(this.document(type, unit)).map(({ key, mark, place }) => {
      const rank = place.rank === null ? (mark.irm ?? '-') : `${place.rank}${place.rankEqual ? '=' : ''}`;
      const words = [key, rank, mark.result, place.qualificationMark, place.medal];
      return words.filter((word) => word != null && word !== '').join(' ');
    });
  }

  /** The medal table: `rank organisation gold-silver-bronze`. */
  medals(): string[] {
    const { header, rows } = this.document('MEDALS', 'GEN');
    return withDerived(header, rows).map(({ key, medals, place }) => {
      const { gold, silver, bronze } = medals!;
      const { rank, rankEqual } = place as unknown as Derived;
      return `${rank}${rankEqual ? '=' : ''} ${key} ${gold}-${silver}-${bronze}`;
    });
  }

  /** The newest version of every document. */
  *documents(): Generator<Document> {
    yield* this.#competition.documents();
  }

  #find(type: DocumentType, unit: string): Document | undefined {
    const channel = channelOf({ type, unit: unit.padEnd(34, '-'), subcode: null });
    return [...this.documents()].find(({ header }) => channelOf(header) === channel);
  }
}
