/**
 * A series of races whose places give points that add up, fewest first: discards, codes that carry
 * points, ties by the best places and then by the last races, a last race that counts double.
 */
import type { CompetitorCode } from '../../model/competitor.ts';
import { formatDecimal, type Micro, ONE } from '../../model/decimal.ts';
import type { Irm } from '../../model/irm.ts';
import { type Column, NO_DETAILS, type SeriesDetails } from '../../model/row.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { Criterion, Family, Part, PartsContext, RuleId, WholePartsRule } from '../contract.ts';
import { type Clause, fewest } from '../criteria.ts';
import { type RaceToCome, seriesOutlook } from '../outlook/series.ts';
import { keptCards } from '../same-card.ts';
import { wholeUnitIrm } from './whole-unit-irm.ts';

export interface SeriesOptions {
  /** What the races are made of. */
  readonly families: readonly Family[];
  /** Points of a place; who share one get the mean of the places that they fill. Default: as many as the place. */
  pointsOf?(place: number): Micro;
  /** Points of a code (`DNF`, `DSQ`). Null where it gives none. */
  codePoints(code: Irm, field: RaceField): Micro | null;
  /** The code that is shown beside the points; default: the mark of the race. */
  codeOf?(part: Part): Irm | null;
  /** Points of a place after a penalty that leaves the place as it is. */
  penalized?(points: Micro, part: Part, field: RaceField): Micro;
  /** Redress by the mean of the competitor's own other races: of all, or of those before; null for none. */
  average?(part: Part): 'ALL' | 'BEFORE' | null;
  /** Means of points are rounded to so much, halves up; default: not at all. */
  readonly step?: Micro;
  /** The code of who is in the series and not in a race of it. Default: such a one has no points there. */
  readonly absent?: Irm;
  /** Codes whose points cannot be discarded. */
  readonly neverDiscarded?: readonly Irm[];
  /** How many of the worst are left out when so many races have been sailed. */
  discards(races: number): number;
  /** The last race of the best ones: its points count so many times, and cannot be discarded. */
  readonly medalRace?: { is(unit: Rsc): boolean; readonly times: number; readonly clause: Clause };
  readonly clause: Clause;
  /** What separates equal sums, the weightiest first. */
  readonly ties: readonly Criterion<SeriesCard>[];
  readonly irmOrder: readonly Irm[];
  readonly columns?: readonly Column[];
  /** Digits of gaps; default 0. */
  readonly decimals?: number;
  /** Points given by a decision (redress), in place of those of the race; null for none. */
  given?(part: Part): Micro | null;
}

/** Who was in a race, and how many are in the series; in a medal race those who are in it are all that count. */
export interface RaceField {
  readonly entered: number;
  readonly listed: readonly Part[];
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
  const { medalRace } = options;
  const rule: WholePartsRule<SeriesCard> = {
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
      fewest(options.clause, (card) => card.net),
      ...(medalRace === undefined
        ? []
        : [
            fewest<SeriesCard>(
              medalRace.clause,
              ({ races }) => races.find((race) => race.medalRace)?.points ?? 0,
            ),
          ]),
      ...options.ties,
    ],
    mark: (card) => ({
      result: card.races.length > 0 ? formatDecimal(card.net) : null,
      resultType: card.races.length > 0 ? 'POINTS' : null,
      ...(card.races.length > 0 ? { value: card.net } : {}),
      details: card.races.length > 0 ? { series: detailsOf(card) } : NO_DETAILS,
    }),
    gap: { as: 'NUMBER', decimals: options.decimals ?? 0 },
    outlook: seriesOutlook(
      () => rule,
      (context) => cardsWith(context, options),
    ),
  };
  return rule;
}

const pointsOf = (races: readonly RacePoints[]): Micro[] => races.map(({ points }) => points);

const fromTheBest = (races: readonly RacePoints[]): Micro[] =>
  pointsOf(races).sort((one, other) => one - other);

/** The points that count, from the best on. */
export const betterScores = (clause: Clause): Criterion<SeriesCard> =>
  fewest(clause, ({ races }) => fromTheBest(races.filter(({ discarded }) => !discarded)));

/** All points, discarded or not, from the best on. */
export const betterOfAllScores = (clause: Clause): Criterion<SeriesCard> =>
  fewest(clause, ({ races }) => fromTheBest(races));

/** Discarded or not, from the last race back to the first. */
export const betterLately = (clause: Clause): Criterion<SeriesCard> =>
  fewest(clause, ({ races }) => pointsOf(races).reverse());

/** The best of what is discarded. */
export const betterDiscarded = (clause: Clause): Criterion<SeriesCard> =>
  fewest(
    clause,
    ({ races }) => fromTheBest(races.filter(({ discarded }) => discarded))[0] ?? Number.MAX_SAFE_INTEGER,
  );

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
  const cardOf = cardsWith(context, options);
  return new Map(context.entries.map(({ competitor: { code } }) => [code, cardOf(code, [])]));
}

/** The card of each, with races besides that are to come. */
function cardsWith(
  context: PartsContext,
  options: SeriesOptions,
): (code: CompetitorCode, more: readonly RaceToCome[]) => SeriesCard {
  const codes = context.entries.map(({ competitor }) => competitor.code);
  const partsOf = new Map(codes.map((code) => [code, context.partsOf(code)]));
  const fields = fieldsOf(partsOf, options);
  const sailed = new Map(codes.map((code) => [code, racesOf(partsOf.get(code)!, fields, options)]));
  const sum = (counting: readonly RacePoints[]): Micro =>
    counting.reduce((total, { points }) => total + points, 0);
  return (code, more) => {
    const parts = partsOf.get(code)!;
    const races = [...sailed.get(code)!, ...more.map((race) => toCome(race, codes.length, options))];
    const scored = withDiscards(withAverages(races, parts, options), options);
    return {
      competitor: code,
      irm: wholeUnitIrm(context.factsOf(code)),
      races: scored,
      net: sum(scored.filter(({ discarded }) => !discarded)),
      total: sum(scored),
      inMedalRace: parts.some(({ unit }) => options.medalRace?.is(unit) === true),
    };
  };
}

/** Points of a race that is to come; who does not finish has as many as who is not there, or one place more than there are. */
function toCome({ unit, starters, place }: RaceToCome, entered: number, options: SeriesOptions): RacePoints {
  const { medalRace, pointsOf: ofPlace = samePoints, absent, codePoints } = options;
  const isMedalRace = medalRace?.is(unit) === true;
  const field: RaceField = { entered: isMedalRace ? starters : entered, listed: [] };
  const none = (absent === undefined ? null : codePoints(absent, field)) ?? ofPlace(field.entered + 1);
  const points = (place === null ? none : ofPlace(place)) * (isMedalRace ? medalRace!.times : 1);
  return { unit, place, irm: null, points, discarded: false, medalRace: isMedalRace };
}

/** The decided races, in the order of their units. */
function fieldsOf(
  partsOf: ReadonlyMap<CompetitorCode, readonly Part[]>,
  { medalRace }: SeriesOptions,
): ReadonlyMap<Rsc, RaceField> {
  const listed = new Map<Rsc, Part[]>();
  for (const parts of partsOf.values())
    for (const part of parts) {
      if (!part.decided) continue;
      const known = listed.get(part.unit);
      if (known === undefined) listed.set(part.unit, [part]);
      else known.push(part);
    }
  const units = [...listed].sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(
    units.map(([unit, parts]) => [
      unit,
      { entered: medalRace?.is(unit) === true ? parts.length : partsOf.size, listed: parts },
    ]),
  );
}

function racesOf(
  parts: readonly Part[],
  fields: ReadonlyMap<Rsc, RaceField>,
  options: SeriesOptions,
): readonly RacePoints[] {
  const missed = new Map([...fields].filter(([unit]) => options.medalRace?.is(unit) !== true));
  const races = parts.flatMap((part) => {
    missed.delete(part.unit);
    const field = fields.get(part.unit);
    return field === undefined
      ? []
      : (racePoints(part, field, options) ?? absence(part.unit, field, options));
  });
  const others = Array.from(missed, ([unit, field]) => absence(unit, field, options)).flat();
  // Who has done nothing at all is not in the series yet.
  if (parts.length === 0 || others.length === 0) return races;
  return [...races, ...others].sort((one, other) => (one.unit < other.unit ? -1 : 1));
}

/** A race in which somebody of the series was not, or of whom nothing is known there. */
function absence(
  unit: Rsc,
  field: RaceField,
  { absent, codePoints, medalRace }: SeriesOptions,
): RacePoints[] {
  const points = absent === undefined ? null : codePoints(absent, field);
  if (points === null) return [];
  const isMedalRace = medalRace?.is(unit) === true;
  const times = isMedalRace ? medalRace!.times : 1;
  return [
    { unit, place: null, irm: absent!, points: points * times, discarded: false, medalRace: isMedalRace },
  ];
}

/** Null where nothing says how many. */
function racePoints(part: Part, field: RaceField, options: SeriesOptions): RacePoints | null {
  const { unit, rank, standing } = part;
  const medalRace = options.medalRace?.is(unit) === true;
  const given = options.given?.(part) ?? null;
  const code = standing.irm === null ? null : options.codePoints(standing.irm, field);
  const points = given ?? code ?? placePoints(part, field, options) ?? averageToCome(part, options);
  if (points === null) return null;
  const times = medalRace ? options.medalRace!.times : 1;
  const irm = options.codeOf === undefined ? standing.irm : options.codeOf(part);
  return { unit, place: rank, irm, points: points * times, discarded: false, medalRace };
}

/** Of a mean that is worked out when all other races are. */
const averageToCome = (part: Part, { average }: SeriesOptions): Micro | null =>
  (average?.(part) ?? null) === null ? null : 0;

function placePoints(part: Part, field: RaceField, options: SeriesOptions): Micro | null {
  if (part.rank === null) return null;
  const points = meanPoints(part.rank, field.listed, options);
  return options.penalized?.(points, part, field) ?? points;
}

const samePoints = (place: number): Micro => place * ONE;

/** Those who share a place share the points of the places that they fill. */
function meanPoints(
  rank: number,
  field: readonly Part[],
  { pointsOf = samePoints, step = 1 }: SeriesOptions,
): Micro {
  const sharing = field.filter((other) => other.rank === rank).length;
  let sum = 0;
  for (let place = rank; place < rank + sharing; place += 1) sum += pointsOf(place);
  return toStep(sum / sharing, step);
}

const toStep = (value: number, step: Micro): Micro => Math.floor(value / step + 0.5) * step;

/** Redress by one's own other races: a mean is not made of means, nor of the medal race. */
function withAverages(
  races: readonly RacePoints[],
  parts: readonly Part[],
  { average, step = 1 }: SeriesOptions,
): readonly RacePoints[] {
  if (average === undefined) return races;
  const kinds = new Map(parts.map((part) => [part.unit, part.decided ? average(part) : null]));
  const measured = races.filter(({ unit, medalRace }) => !medalRace && (kinds.get(unit) ?? null) === null);
  return races.map((race) => {
    const kind = kinds.get(race.unit) ?? null;
    if (kind === null) return race;
    const of = measured.filter(({ unit }) => kind === 'ALL' || unit < race.unit);
    const sum = of.reduce((total, { points }) => total + points, 0);
    return of.length === 0 ? race : { ...race, points: toStep(sum / of.length, step) };
  });
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
