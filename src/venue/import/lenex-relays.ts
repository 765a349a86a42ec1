/** Who swims in the relays of a LENEX file. They are named by ids, and an athlete can be in a club that comes later. */
import type { Micro } from '../../model/decimal.ts';
import type { LenexClub } from './lenex-clubs.ts';
import type { LenexCompetitor, LenexMember, LenexResult } from './lenex-starters.ts';
import { reactionOf } from './lenex-values.ts';
import type { ImportReport } from './report.ts';
import type { Spool, SpooledList } from './spool.ts';
import { child, type XmlElement } from './xml-tree.ts';

/** Somebody as a club has them. */
export type InClub = Pick<XmlElement, 'attributes' | 'line'>;

interface Position {
  readonly line: number;
  readonly id: string;
  readonly reaction: Micro | null;
  /** The athlete, where the position says it itself. */
  readonly inside: InClub | null;
}

interface Relay {
  readonly result: LenexResult;
  readonly club: LenexClub;
  readonly positions: readonly Position[];
}

interface Athlete {
  readonly id: string;
  /** Key of the club. */
  readonly club: string;
  readonly competitor: LenexCompetitor;
}

/** Ids of two clubs can be the same: that of the own club comes before any other. */
const keysOf = (club: string, id: string): readonly [own: string, anywhere: string] => [
  `${club}|${id}`,
  `|${id}`,
];

export class LenexRelays {
  readonly #report: ImportReport;
  readonly #competitorOf: (athlete: InClub, club: LenexClub) => LenexCompetitor;
  readonly #athletes: SpooledList<Athlete>;
  readonly #relays: SpooledList<Relay>;

  constructor(
    report: ImportReport,
    spool: Spool,
    competitorOf: (athlete: InClub, club: LenexClub) => LenexCompetitor,
  ) {
    this.#report = report;
    this.#competitorOf = competitorOf;
    this.#athletes = spool.list();
    this.#relays = spool.list();
  }

  athlete(id: string, club: LenexClub, competitor: LenexCompetitor): void {
    this.#athletes.push({ id, club: club.key, competitor });
  }

  add(result: LenexResult, club: LenexClub, positions: readonly XmlElement[]): void {
    const inOrder = [...positions].sort(
      (one, other) => Number(one.attributes.number) - Number(other.attributes.number),
    );
    this.#relays.push({ result, club, positions: inOrder.map((each) => this.#positionOf(each)) });
  }

  #positionOf(element: XmlElement): Position {
    const { line, attributes } = element;
    const inside = child(element, 'ATHLETE');
    return {
      line,
      id: attributes.athleteid ?? '',
      reaction: reactionOf(attributes.reactiontime, this.#report, line),
      inside: inside === undefined ? null : { attributes: inside.attributes, line: inside.line },
    };
  }

  /** With who swims in them: everybody is known now. */
  *results(): Generator<LenexResult> {
    const athletes = this.#athletesNamed();
    const teamOf = new Map<string, number>();
    let team = 0;
    for (const { result, club, positions } of this.#relays) {
      team += 1;
      const race = `${result.event}|${result.heat}`;
      const members = positions.flatMap((position): LenexMember[] => {
        const competitor = this.#memberOf(position, club, athletes);
        if (competitor === null) return [];
        // Nobody is in two teams of a race.
        const key = `${race}|${competitor.code}`;
        const first = teamOf.get(key) ?? team;
        teamOf.set(key, first);
        if (first !== team) this.#report.add('MEMBER_TWICE', result.line, competitor.code);
        return [{ competitor, reaction: position.reaction, listed: first === team }];
      });
      yield { ...result, members };
    }
  }

  /** Athletes that relays name, by the keys of their ids; of one id alone, the first that has it. */
  #athletesNamed(): ReadonlyMap<string, LenexCompetitor> {
    const named = new Set<string>();
    for (const { club, positions } of this.#relays)
      for (const { id } of positions) for (const key of keysOf(club.key, id)) named.add(key);
    const athletes = new Map<string, LenexCompetitor>();
    for (const { id, club, competitor } of this.#athletes) {
      const [own, anywhere] = keysOf(club, id);
      if (named.has(own)) athletes.set(own, competitor);
      if (named.has(anywhere) && !athletes.has(anywhere)) athletes.set(anywhere, competitor);
    }
    return athletes;
  }

  #memberOf(
    { id, inside, line }: Position,
    club: LenexClub,
    athletes: ReadonlyMap<string, LenexCompetitor>,
  ): LenexCompetitor | null {
    const [own, anywhere] = keysOf(club.key, id);
    const known = athletes.get(own) ?? athletes.get(anywhere);
    if (known !== undefined) return known;
    if (inside !== null) return this.#competitorOf(inside, club);
    if (id !== '') this.#report.add('VALUE_UNREADABLE', line, `there is no athlete "${id}"`);
    return null;
  }
}
