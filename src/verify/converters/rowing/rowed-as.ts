/**
 * How an event was rowed: which progression of the rule book has the races that there were and room for all boats. Marks are read to
 * tell progressions apart that have the same races, and for the numbers of one that the rule book does not have; never for a boat.
 */
import { PROGRESSIONS, type Progression } from '../../../../sports/rowing/progression.ts';
import { type BoatRow, markOf } from './source.ts';

export interface RowedAs {
  /** Null where it is none of the rule book's. */
  readonly progression: Progression | null;
  /** Lines of each round, where there is no progression. */
  readonly lines: ReadonlyMap<string, readonly Line[]>;
}

interface Line {
  readonly by: 'place';
  readonly count: number;
  readonly mark: string;
}

export function rowedAs(boats: readonly BoatRow[]): RowedAs {
  const teams = new Set(boats.map(({ team }) => team)).size;
  const progression =
    PROGRESSIONS.find((each) => each.most >= teams && hasRaces(each, boats) && fitsMarks(each, boats)) ??
    null;
  return { progression, lines: progression === null ? linesOf(boats) : new Map() };
}

const hasRaces = ({ rounds }: Progression, boats: readonly BoatRow[]): boolean =>
  boats.every(({ round }) =>
    [...rounds].some(([phase, races]) => phase === round!.phase && races.length >= round!.races),
  );

function fitsMarks({ rounds }: Progression, boats: readonly BoatRow[]): boolean {
  return marked(boats).every(({ boat: { round }, rank, mark }) => {
    const race = [...rounds].find(([phase]) => phase === round!.phase)?.[1][round!.number - 1];
    return race?.to.find(({ count }) => rank <= count)?.mark === mark;
  });
}

/** The lowest place that each mark was given for, best mark first. */
function linesOf(boats: readonly BoatRow[]): ReadonlyMap<string, readonly Line[]> {
  const lines = new Map<string, Map<string, number>>();
  for (const { boat, rank, mark } of marked(boats)) {
    const ofRound = lines.get(boat.round!.phase) ?? new Map<string, number>();
    lines.set(boat.round!.phase, ofRound.set(mark, Math.max(ofRound.get(mark) ?? 0, rank)));
  }
  return new Map(
    [...lines].map(([phase, of]) => [
      phase,
      [...of]
        .map(([mark, count]): Line => ({ by: 'place', count, mark }))
        .sort((one, other) => one.count - other.count || (one.mark < other.mark ? -1 : 1)),
    ]),
  );
}

function marked(boats: readonly BoatRow[]) {
  return boats.flatMap((boat) => {
    const mark = markOf(boat);
    return mark === null || boat.rank === null ? [] : [{ boat, rank: boat.rank, mark }];
  });
}
