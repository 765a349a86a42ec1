/**
 * Tables of pools: every way in which the matches to come can be won, lost or tied. Their scores are not guessed at: whom only these could part stay
 * together, and can be in any order.
 */
import type { CompetitorCode } from '../../model/competitor.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { Outcome, PartsContext } from '../contract.ts';
import type { MatchCard } from '../families/match.ts';
import {
  type Block,
  chainOf,
  type IsKnown,
  type PoolMatch,
  type PoolOptions,
  type PoolRecord,
  recordsIn,
  separated,
} from '../families/pool-table.ts';
import { wholeUnitIrm } from '../families/whole-unit-irm.ts';
import type { EnoughInUnit, ListOutlook, ListPlaces, PossiblePlaces, UnitToCome } from './outlook.ts';

/** Three outcomes each: 81 tables. */
const MATCHES_MOST = 4;

export const poolOutlook = <Tally>(options: PoolOptions<Tally>): ListOutlook<PartsContext> => ({
  places: (context, toCome) => {
    const isIn = (code: CompetitorCode): boolean => wholeUnitIrm(context.factsOf(code)) === null;
    const matches = toCome.filter(
      ({ unit, starters }) =>
        options.isPlayOff?.(unit) !== true && starters.length === 2 && starters.every(isIn),
    );
    if (matches.length > MATCHES_MOST) return null;
    const standing = recordsIn(context, options).filter(({ competitor }) => isIn(competitor));
    return listPlaces(
      context,
      matches,
      waysOf(matches).map((way) => tableAfter(way, standing, context, options)),
    );
  },
});

/** How each match to come ends, as its first side sees it. */
type Way = ReadonlyMap<Rsc, { readonly sides: readonly CompetitorCode[]; readonly outcome: Outcome }>;

interface Table {
  readonly way: Way;
  readonly places: ReadonlyMap<CompetitorCode, PossiblePlaces>;
}

function waysOf(matches: readonly UnitToCome[]): readonly Way[] {
  let ways: readonly Way[] = [new Map()];
  for (const { unit, starters: sides } of matches)
    ways = ways.flatMap((way) =>
      (['W', 'T', 'L'] as const).map((outcome) => new Map([...way, [unit, { sides, outcome }]])),
    );
  return ways;
}

function tableAfter<Tally>(
  way: Way,
  standing: readonly PoolRecord<Tally>[],
  context: PartsContext,
  options: PoolOptions<Tally>,
): Table {
  const records = standing.map((record) => withWay(record, way, options));
  const blocks = separated(records, chainOf(options), options, context, 0, records, knownWithout(way));
  return { way, places: placesIn(blocks) };
}

/** The record with the matches to come: their points, and no score. */
function withWay<Tally>(record: PoolRecord<Tally>, way: Way, options: PoolOptions<Tally>): PoolRecord<Tally> {
  const own = [...way].flatMap(([unit, { sides, outcome }]): PoolMatch<Tally>[] => {
    const side = sides.indexOf(record.competitor);
    if (side < 0) return [];
    return [
      { unit, opponent: sides[1 - side]!, outcome: side === 0 ? outcome : TURNED[outcome], card: NO_CARD },
    ];
  });
  const points = own.reduce((sum, { card, outcome }) => sum + options.points(card, outcome), record.points);
  return { ...record, points, matches: [...record.matches, ...own] };
}

const TURNED: Readonly<Record<Outcome, Outcome>> = { W: 'L', L: 'W', T: 'T' };

/** Of a match that nobody has played: nothing asks it for a score (`isByOutcome`, `knownWithout`). */
const NO_CARD = Object.freeze({}) as MatchCard<never>;

/** Points are known; what is made of scores only where none of these is still to come: among the tied, of the matches between them. */
const knownWithout =
  <Tally>(way: Way): IsKnown<Tally> =>
  ({ among }, at, table) => {
    if (at === 0) return true;
    const codes = new Set(table.map(({ competitor }) => competitor));
    return table.every(({ matches }) =>
      matches.every(({ unit, opponent }) => !way.has(unit) || (among === 'TIED' && !codes.has(opponent))),
    );
  };

/** Those whom nothing separates can be parted yet by scores or lots, or share the place. */
function placesIn<Tally>(blocks: readonly Block<Tally>[]): ReadonlyMap<CompetitorCode, PossiblePlaces> {
  const places = new Map<CompetitorCode, PossiblePlaces>();
  for (const { tied } of blocks) {
    const [best, worst] = [places.size + 1, places.size + tied.length];
    for (const { competitor } of tied) places.set(competitor, { best, worst });
  }
  return places;
}

function listPlaces(
  { entries }: PartsContext,
  matches: readonly UnitToCome[],
  tables: readonly Table[],
): ListPlaces {
  const placesOf = (code: CompetitorCode, among: readonly Table[]): PossiblePlaces => {
    const all = among.flatMap(({ places }) => places.get(code) ?? []);
    if (all.length === 0) return { best: null, worst: null };
    return {
      best: Math.min(...all.map(({ best }) => best!)),
      worst: Math.max(...all.map(({ worst }) => worst!)),
    };
  };
  const enough = (code: CompetitorCode, last: number): EnoughInUnit | null => {
    const match = matches.find(({ starters }) => starters.includes(code));
    if (match === undefined || placesOf(code, tables).worst! <= last) return null;
    const { unit, starters } = match;
    const isEnough = (own: Outcome): boolean => {
      const outcome = starters[0] === code ? own : TURNED[own];
      const { worst } = placesOf(
        code,
        tables.filter(({ way }) => way.get(unit)!.outcome === outcome),
      );
      return worst !== null && worst <= last;
    };
    const outcome = (['T', 'W'] as const).find(isEnough);
    return outcome === undefined ? null : { unit, outcome };
  };
  const codes = entries.map(({ competitor }) => competitor.code);
  return { places: new Map(codes.map((code) => [code, placesOf(code, tables)])), enough };
}
