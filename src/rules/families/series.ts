/**
 * A series of races whose places give points that add up, fewest first: discards, codes that carry
 * points, ties by the best places and then by the last races, a last race that counts double.
 */
import type { CompetitorCode } from '../../model/competitor.ts';
import { formatDecimal, type Micro, ONE } from '../../model/decimal.ts';
import type { Irm } from '../../model/irm.ts';
import { type Column, NO_DETAILS, type SeriesDetails } from '../../model/row.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { Family, Part, PartsContext, RuleId, WholePartsRule } from '../contract.ts';
import { type Clause, fewest } from '../criteria.ts';
import { keptCards } from '../same-card.ts';
import { wholeUnitIrm } from './whole-unit-irm.ts';

export interface SeriesOptions {
  /** What the races are made of. */
  readonly families: readonly Family[];
  /** Points of a place; who share one get the mean of the places that they fill. Default: as many as the place. */
  pointsOf?(place: number): Micro;
  /** Points of a code (`DNF`, `DSQ`); `entered` in the series, `started` in the race. Null where it gives none. */
  codePoints(code: Irm, field: { readonly entered: number; readonly started: number }): Micro | null;
  /** Codes whose points cannot be discarded. */
  readonly neverDiscarded?: readonly Irm[];
  /** How many of the worst are left out when so many races have been sailed. */
  discards(races: number): number;
  /** The last race of the best ones: its points count so many times, and cannot be discarded. */
  readonly medalRace?: { is(unit: Rsc): boolean; readonly times: number; readonly clause: Clause };
  readonly clauses: { readonly net: Clause; readonly bestPlaces: Clause; readonly lastRace: Clause };
  readonly irmOrder: readonly Irm[];
  readonly columns?: readonly Column[];
  /** Points given by a decision (redress), in place of those of the race; null for none. */
  given?(part: Part): Micro | null;
}

export interface RacePoints {
  readonly unit: Rsc;
  readonly place: number | null;
  readonly irm: Irm | null;
  readonly points: Micro;
  readonly discarded: boolean;
  readonly medalRace: boolean;
}

export interface SeriesCard {
  readonly competitor: CompetitorCode;
  readonly irm: Irm | null;
  readonly races: readonly RacePoints[];
  /** Without what is discarded. */
  readonly net: Micro;
  readonly total: Micro;
  /** Started in the medal race, or is on its start list: placed before everybody who is not. */
  readonly inMedalRace: boolean;
}

export function series(id: RuleId, options: SeriesOptions): WholePartsRule<SeriesCard> {
  const { net, bestPlaces, lastRace } = options.clauses;
  const { medalRace } = options;
  return {
    id,
    over: 'parts',
    families: options.families,
    type: 'CUMULATIVE_RESULT',
    columns: options.columns ?? SERIES_COLUMNS,
    irmOrder: options.irmOrder,
    cards: (context, before) => keptCards(seriesCards(context, options), before),
    standing: ({ irm, races }) =>
      irm !== null ? { stage: 'IRM', irm } : { stage: races.length > 0 ? 'RANKED' : 'WAITING', irm: null },
    criteria: [
      ...(medalRace === undefined
        ? []
        : [fewest<SeriesCard>(medalRace.clause, ({ inMedalRace }) => (inMedalRace ? 0 : 1))]),
      fewest(net, (card) => card.net),
      ...(medalRace === undefined
        ? []
        : [
            fewest<SeriesCard>(
              medalRace.clause,
              ({ races }) => races.find((race) => race.medalRace)?.points ?? 0,
            ),
          ]),
      fewest(bestPlaces, ({ races }) =>
        races
          .filter(({ discarded }) => !discarded)
          .map(({ points }) => points)
          .sort((one, other) => one - other),
      ),
      // Discarded or not, and from the last race back to the first.
      fewest(lastRace, ({ races }) => races.map(({ points }) => points).reverse()),
    ],
    mark: (card) => ({
      result: card.races.length > 0 ? formatDecimal(card.net) : null,
      resultType: card.races.length > 0 ? 'POINTS' : null,
      ...(card.races.length > 0 ? { value: card.net } : {}),
      details: card.races.length > 0 ? { series: detailsOf(card) } : NO_DETAILS,
    }),
    gap: { as: 'NUMBER', decimals: 0 },
  };
}

const SERIES_COLUMNS: readonly Column[] = [
  { label: 'Rank', source: 'rank', align: 'right', width: 4 },
  { label: 'Name', source: 'name', align: 'left', width: 28 },
  { label: 'Org', source: 'organisation', align: 'left', width: 4 },
  { label: 'Total', source: 'details.series.total', align: 'right', width: 6 },
  { label: 'Net', source: 'result', align: 'right', width: 6 },
];

function detailsOf({ races, total }: SeriesCard): SeriesDetails {
  return {
    total: formatDecimal(total),
    races: races.map(({ unit, place, irm, points, discarded, medalRace }) => ({
      unit,
      points: formatDecimal(points),
      ...(place === null ? {} : { place }),
      ...(irm === null ? {} : { irm }),
      ...(discarded ? { discarded } : {}),
      ...(medalRace ? { medalRace } : {}),
    })),
  };
}

function seriesCards(context: PartsContext, options: SeriesOptions): ReadonlyMap<CompetitorCode, SeriesCard> {
  const codes = context.entries.map(({ competitor }) => competitor.code);
  const partsOf = new Map(codes.map((code) => [code, context.partsOf(code)]));
  const started = startersIn(partsOf);
  return new Map(
    codes.map((code) => {
      const parts = partsOf.get(code)!;
      const races = parts.flatMap((part) => {
        const field = { entered: codes.length, started: started.get(part.unit)!.length };
        return racePoints(part, started.get(part.unit)!, field, options) ?? [];
      });
      const scored = withDiscards(races, options);
      const sum = (counting: readonly RacePoints[]): Micro =>
        counting.reduce((total, { points }) => total + points, 0);
      return [
        code,
        {
          competitor: code,
          irm: wholeUnitIrm(context.factsOf(code)),
          races: scored,
          net: sum(scored.filter(({ discarded }) => !discarded)),
          total: sum(scored),
          inMedalRace: parts.some(({ unit }) => options.medalRace?.is(unit) === true),
        },
      ];
    }),
  );
}

/** Ranks of everybody in a race, by its unit. */
function startersIn(
  partsOf: ReadonlyMap<CompetitorCode, readonly Part[]>,
): ReadonlyMap<Rsc, readonly Part[]> {
  const started = new Map<Rsc, Part[]>();
  for (const parts of partsOf.values())
    for (const part of parts) {
      const known = started.get(part.unit);
      if (known === undefined) started.set(part.unit, [part]);
      else known.push(part);
    }
  return started;
}

/** Null before the race is decided. */
function racePoints(
  part: Part,
  field: readonly Part[],
  counts: { readonly entered: number; readonly started: number },
  options: SeriesOptions,
): RacePoints | null {
  if (!part.decided) return null;
  const { unit, rank, standing } = part;
  const medalRace = options.medalRace?.is(unit) === true;
  const given = options.given?.(part) ?? null;
  const code = standing.irm === null ? null : options.codePoints(standing.irm, counts);
  const placed = rank === null ? null : meanPoints(rank, field, options.pointsOf ?? samePoints);
  // Who neither finished nor has a code was not there.
  const points = given ?? code ?? placed;
  if (points === null) return null;
  const times = medalRace ? options.medalRace!.times : 1;
  return { unit, place: rank, irm: standing.irm, points: points * times, discarded: false, medalRace };
}

const samePoints = (place: number): Micro => place * ONE;

/** Those who share a place share the points of the places that they fill. */
function meanPoints(rank: number, field: readonly Part[], pointsOf: (place: number) => Micro): Micro {
  const sharing = field.filter((other) => other.rank === rank).length;
  let sum = 0;
  for (let place = rank; place < rank + sharing; place += 1) sum += pointsOf(place);
  return Math.round(sum / sharing);
}

/** Of equal scores the first one is left out. */
function withDiscards(races: readonly RacePoints[], options: SeriesOptions): readonly RacePoints[] {
  const { neverDiscarded = [] } = options;
  const regular = races.filter(({ medalRace }) => !medalRace);
  const worst = regular
    .filter(({ irm }) => irm === null || !neverDiscarded.includes(irm))
    .sort((one, other) => other.points - one.points)
    .slice(0, options.discards(regular.length));
  return races.map((race) => (worst.includes(race) ? { ...race, discarded: true } : race));
}
