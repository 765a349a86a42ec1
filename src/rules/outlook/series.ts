/**
 * Series of races: each race to come is won, or not finished, or not sailed at all. Everybody is held against each of the others alone, as if each of
 * them could win: never too narrow, and wider than it will be where only one of them can.
 */
import type { CompetitorCode } from '../../model/competitor.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { PartsContext, Ranked } from '../contract.ts';
import { compareSortKeys, hasPlace, type SortKey } from '../rank.ts';
import type { EnoughInUnit, ListOutlook, ListPlaces, PossiblePlaces, UnitToCome } from './outlook.ts';
import { countBefore, keyOf } from './places.ts';

/** A race to come and how it ends for a competitor: the place, or null for who does not finish. */
export interface RaceToCome {
  readonly unit: Rsc;
  readonly starters: number;
  readonly place: number | null;
}

/** The card of a competitor with these races besides. */
type CardOf<Card> = (code: CompetitorCode, more: readonly RaceToCome[]) => Card;

/** Any of them may be abandoned: eight ways. */
const RACES_MOST = 3;

export const seriesOutlook = <Card>(
  rule: () => Ranked<Card>,
  cardsOf: (context: PartsContext) => CardOf<Card>,
): ListOutlook<PartsContext> => ({
  places: (context, toCome) => {
    if (toCome.length > RACES_MOST) return null;
    const cardOf = cardsOf(context);
    const codes = context.entries.map(({ competitor }) => competitor.code);
    const keyWith: KeyWith = (code, more) => keyOf(cardOf(code, more), rule(), context);
    const ways = subsetsOf(toCome).map((races) => placesAfter(races, codes, keyWith));
    const places = new Map(codes.map((code) => [code, widest(ways.map((way) => way.get(code)!))]));
    const [race] = toCome;
    if (race === undefined || toCome.length > 1) return { places, enough: () => null };
    const enough = enoughIn(race, codes, keyWith);
    return {
      places,
      enough: (code, last) => ((places.get(code)!.worst ?? Infinity) > last ? enough(code, last) : null),
    };
  },
});

type KeyWith = (code: CompetitorCode, more: readonly RaceToCome[]) => SortKey;

function subsetsOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  let sets: readonly (readonly T[])[] = [[]];
  for (const each of all) sets = [...sets, ...sets.map((set) => [...set, each])];
  return sets;
}

function widest(places: readonly PossiblePlaces[]): PossiblePlaces {
  const [bests, worsts] = [places.flatMap(({ best }) => best ?? []), places.map(({ worst }) => worst)];
  return {
    best: bests.length === 0 ? null : Math.min(...bests),
    worst: worsts.includes(null) ? null : Math.max(...(worsts as readonly number[])),
  };
}

/** What a race brings: nothing to who does not start in it. */
const endOf = (code: CompetitorCode, { unit, starters }: UnitToCome, place: number | null): RaceToCome[] =>
  starters.includes(code) ? [{ unit, starters: starters.length, place }] : [];

function placesAfter(
  races: readonly UnitToCome[],
  codes: readonly CompetitorCode[],
  keyWith: KeyWith,
): ReadonlyMap<CompetitorCode, PossiblePlaces> {
  const keysAt = (place: number | null): readonly SortKey[] =>
    codes.map((code) =>
      keyWith(
        code,
        races.flatMap((race) => endOf(code, race, place)),
      ),
    );
  const [bests, worsts] = [keysAt(1), keysAt(null)];
  const [sortedBests, sortedWorsts] = [bests.toSorted(compareSortKeys), worsts.toSorted(compareSortKeys)];
  return new Map(
    codes.map((code, index) => {
      const [best, worst] = [bests[index]!, worsts[index]!];
      const own = compareSortKeys(best, worst) < 0 ? 1 : 0;
      return [
        code,
        {
          best: hasPlace(best) ? countBefore(sortedWorsts, best) + 1 : null,
          worst: hasPlace(worst) ? countBefore(sortedBests, worst) - own + 1 : null,
        },
      ];
    }),
  );
}

/** The worst place in the only race to come that is enough, whoever of the others wins it; if it is sailed. */
function enoughIn(
  race: UnitToCome,
  codes: readonly CompetitorCode[],
  keyWith: KeyWith,
): ListPlaces['enough'] {
  const known = new Map<string, SortKey>();
  const keyAt = (code: CompetitorCode, place: number): SortKey => {
    const at = `${place} ${code}`;
    const key = known.get(at) ?? keyWith(code, endOf(code, race, place));
    known.set(at, key);
    return key;
  };
  const allAt = (place: number): readonly SortKey[] =>
    codes.map((code) => keyAt(code, place)).sort(compareSortKeys);
  const [won, second] = [allAt(1), allAt(2)];
  return (code, last): EnoughInUnit | null => {
    if (!race.starters.includes(code)) return null;
    const isEnough = (place: number): boolean => {
      const [others, theirs] = place === 1 ? [second, 2] : [won, 1];
      const own = keyAt(code, place);
      const itself = compareSortKeys(keyAt(code, theirs), own) < 0 ? 1 : 0;
      return countBefore(others, own) - itself < last;
    };
    if (!isEnough(1)) return null;
    let [from, to] = [1, race.starters.length];
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if (isEnough(middle)) from = middle;
      else to = middle - 1;
    }
    return { unit: race.unit, finish: from };
  };
}
