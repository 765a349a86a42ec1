/** What facts come to, read as lines: those of the two invented sports, or of any others. */
import { channelOf, type Document, type DocumentType, isOfType, listRows } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { Competition } from '../../src/standings/competition.ts';
import type { Version } from '../../src/versions/versioned.ts';
import { driftboard } from './driftboard/driftboard.ts';
import { ringball } from './ringball/ringball.ts';

export const FIXTURE_SPORTS = [ringball, driftboard];

export class Standings {
  readonly competition: Competition;
  readonly versions: Version[] = [];
  readonly refused: string[] = [];
  /** Why facts are held. */
  readonly held: string[] = [];
  #taken = 0;

  constructor(facts: readonly Fact[] = [], sports: readonly Sport[] = FIXTURE_SPORTS) {
    this.competition = new Competition({ epoch: 'k3f9', sports });
    this.take(facts);
  }

  take(facts: readonly Fact[]): Version[] {
    const made: Version[] = [];
    for (const fact of facts) {
      this.#taken += 1;
      const { versions, refusals, faults } = this.competition.take({ ...fact, streamSeq: this.#taken });
      if (faults.length > 0) throw new Error(String(faults[0]!.error));
      made.push(...versions);
      this.refused.push(...refusals.map(({ code }) => code));
      const held = refusals.filter(({ code }) => code === 'FACT_HELD');
      this.held.push(...held.map(({ message }) => message.split(':')[0]!));
    }
    this.versions.push(...made);
    return made;
  }

  get documents(): Document[] {
    return [...this.competition.documents.values()].map(({ current }) => current);
  }

  document(type: DocumentType, unit: Rsc): Document {
    const found = this.competition.documents.get(channelOf({ type, unit, subcode: null }));
    if (found === undefined) throw new Error(`no ${type} of ${unit}`);
    return found.current;
  }

  /** Who starts in a unit, as its result has it. */
  competitorsIn(unit: Rsc): string[] {
    const found = this.competition.documents.get(channelOf({ type: 'RESULT', unit, subcode: null }));
    return found?.current.rows.map(({ key }) => key) ?? [];
  }

  /** `code rank result mark medal`, in list order. */
  lines(type: DocumentType, unit: Rsc): string[] {
    return listRows(this.document(type, unit)).map(({ key, mark, place }) => {
      const rank = place.rank === null ? (mark.irm ?? '-') : `${place.rank}${place.rankEqual ? '=' : ''}`;
      return [key, rank, mark.result, mark.wlt, place.qualificationMark, place.medal]
        .filter((text) => text != null)
        .join(' ');
    });
  }

  /** `QFNL1: A1 3 | B4 0 -> A1`, in the order of the plan. */
  bracket(event: Rsc): string[] {
    const document = this.document('BRACKETS', event);
    if (!isOfType(document, 'BRACKETS')) throw new Error('no bracket');
    return document.rows.map(({ key, sides: { sides }, outcome }) => {
      const shown = sides.map(({ competitor, bye }, index) =>
        [competitor ?? (bye === true ? 'bye' : '?'), outcome.scores[index]].filter(Boolean).join(' '),
      );
      const won = outcome.winner === undefined ? '' : ` -> ${outcome.winner}`;
      const how = outcome.decision === undefined ? '' : ` (${outcome.decision})`;
      return `${shortOf(key)}: ${shown.join(' | ')}${won}${how}`;
    });
  }

  /** Hash by channel; a document that was taken back says as much as one that never was. */
  hashes(): Map<string, string> {
    return new Map(
      this.documents
        // What was told on the way depends on the way.
        .filter(({ header }) => header.type !== 'COMMUNICATION')
        .filter(({ header, rows }) => rows.length > 0 || !CAN_BE_TAKEN_BACK.includes(header.type))
        .map(({ header, hash }): [string, string] => [channelOf(header), hash])
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  }
}

const CAN_BE_TAKEN_BACK: readonly DocumentType[] = [
  'RESULT',
  'CURRENT',
  'PLAY_BY_PLAY',
  'RANKING',
  'MEDALLISTS',
  'CONDITIONS',
];

export const shortOf = (unit: string): string =>
  `${unit.slice(22, 26).replace(/-+$/, '')}${Number(unit.slice(26, 30))}`;
