/**
 * One list over the races of a phase where the place in one's own race says everything: winners before seconds,
 * whatever their times were. Places hang on the whole race, so all cards are made at once.
 */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import type { Irm } from '../../model/irm.ts';
import type { Column } from '../../model/row.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { Criterion, Part, RuleId, Standing, Tier, WholePartsRule } from '../contract.ts';
import { type Clause, decidedByOfficials, fewest } from '../criteria.ts';
import { NOTHING_SHOWN, WAITING } from '../nothing-yet.ts';
import { type Precision, rounded } from '../rounding.ts';
import { keptCards } from '../same-card.ts';
import { TIMED_RACE, TIMED_RACE_COLUMNS, type TimedCard, timeBehind } from './timed-race.ts';

export interface ByPlaceOptions {
  readonly irmOrder: readonly Irm[];
  readonly irmRanked?: readonly Irm[];
  readonly display: Precision;
  readonly clauses: {
    /** Place in the own race. */
    readonly place: Clause;
    /** Between equal places of different races. */
    readonly time: Clause;
    /** Between those who share a place at which only some go on: a race of these alone. */
    readonly extra: Clause;
  };
  /** Races that only order those who are equal at a cut. */
  readonly isExtra: (unit: Rsc) => boolean;
  /** Lists within the list, by the race. */
  readonly tier?: { readonly code: string; readonly clause: string; of(unit: Rsc): number };
  readonly openMark: string;
  readonly columns?: readonly Column[];
}

/** A competitor in a phase: the race that counts and the place in it. */
export interface PlaceCard {
  readonly competitor: CompetitorCode;
  readonly standing: Standing;
  readonly race: Part | null;
  readonly place: number;
  readonly time: number;
  /** Place in the last extra race that is over. */
  readonly extra: number;
}

const LAST = Number.MAX_SAFE_INTEGER;

export function byPlace(id: RuleId, options: ByPlaceOptions): WholePartsRule<PlaceCard> {
  const { clauses, tier, display, isExtra } = options;
  return {
    id,
    over: 'parts',
    type: 'PHASE_RESULT',
    families: [TIMED_RACE],
    columns: options.columns ?? TIMED_RACE_COLUMNS,
    irmOrder: options.irmOrder,
    ...(options.irmRanked === undefined ? {} : { irmRanked: options.irmRanked }),
    cards: (context, before) =>
      keptCards(
        new Map(
          context.entries.map((entry) => [
            entry.competitor.code,
            cardOf(entry, context.partsOf(entry.competitor.code), options),
          ]),
        ),
        before,
      ),
    standing: ({ standing }) => standing,
    criteria: [fewest(clauses.place, ({ place }) => place), fewest(clauses.time, ({ time }) => time)],
    atCut: [
      fewest(clauses.extra, ({ extra }) => extra),
      byOfficials(clauses.extra, 'EXTRA_UNIT'),
      byOfficials({ code: 'LOT', clause: clauses.extra.clause }, 'LOT'),
    ],
    overfull: 'OPEN',
    openMark: options.openMark,
    isExtra,
    ...(tier === undefined ? {} : { tier: tierOf(tier) }),
    mark: ({ race }) => race?.mark ?? NOTHING_SHOWN,
    gap: timeBehind(display),
  };
}

const byOfficials = (clause: Clause, why: 'EXTRA_UNIT' | 'LOT'): Criterion<PlaceCard> =>
  decidedByOfficials(clause, why, ({ competitor }) => competitor);

const tierOf = ({ code, clause, of }: NonNullable<ByPlaceOptions['tier']>): Tier<PlaceCard> => ({
  code,
  clause,
  of: ({ race }) => (race === null ? 0 : of(race.unit)),
});

function cardOf(entry: Entry, parts: readonly Part[], { isExtra, display }: ByPlaceOptions): PlaceCard {
  const races = parts.filter(({ unit }) => !isExtra(unit));
  const race = races.findLast(({ standing }) => standing.stage === 'RANKED') ?? races.at(-1) ?? null;
  const time = race === null ? null : (race.card as TimedCard).time;
  const extra = parts.findLast(({ unit, decided }) => isExtra(unit) && decided);
  return {
    competitor: entry.competitor.code,
    standing: race?.standing ?? WAITING,
    race,
    place: race?.rank ?? LAST,
    time: time === null ? LAST : rounded(time, display),
    extra: extra === undefined ? LAST : (extra.rank ?? LAST - 1),
  };
}
