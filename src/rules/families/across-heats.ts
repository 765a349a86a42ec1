/**
 * One list over the heats of a phase: the time swum or run in one's own heat, whoever the opponents
 * were. Extra units (swim-offs) order the tied only and never give a time.
 */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import type { Micro } from '../../model/decimal.ts';
import type { Irm } from '../../model/irm.ts';
import type { Column } from '../../model/row.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { Criterion, Part, PartsRule, RuleId, Standing, Tier } from '../contract.ts';
import { type Clause, fewest } from '../criteria.ts';
import { NOTHING_SHOWN, WAITING } from '../nothing-yet.ts';
import { type Precision, rounded } from '../rounding.ts';
import { finalsApart } from './finals.ts';
import { TIMED_RACE, TIMED_RACE_COLUMNS, type TimedCard, timeBehind } from './timed-race.ts';

export interface AcrossHeatsOptions {
  readonly compare: Precision;
  readonly display: Precision;
  readonly irmOrder: readonly Irm[];
  readonly clause: Clause;
  /** Criteria used after the time, in the whole list. */
  readonly after?: readonly Criterion<HeatsCard>[];
  readonly atCut?: readonly Criterion<HeatsCard>[];
  readonly overfull?: 'ADMIT_ALL' | 'OPEN';
  readonly openMark?: string;
  /** Is this unit an extra one, as the contract has it? */
  readonly isExtra?: (unit: Rsc) => boolean;
  readonly columns?: readonly Column[];
  /** Which final of a phase a heat is; default: as its setup says. */
  readonly tier?: Tier<HeatsCard>;
}

/** A competitor in a phase: the heat that counts, and the extra units. */
export interface HeatsCard {
  readonly competitor: CompetitorCode;
  readonly standing: Standing;
  readonly heat: Part | null;
  /** The race in that heat. */
  readonly race: TimedCard | null;
  readonly time: Micro | null;
  readonly extras: readonly Part[];
}

export function acrossHeats(id: RuleId, options: AcrossHeatsOptions): PartsRule<HeatsCard> {
  const { compare, display, clause, after = [], isExtra = () => false } = options;
  return {
    id,
    over: 'parts',
    type: 'PHASE_RESULT',
    families: [TIMED_RACE],
    columns: options.columns ?? TIMED_RACE_COLUMNS,
    irmOrder: options.irmOrder,
    card: (entry, parts) => heatsCard(entry, parts, isExtra),
    standing: (card) => card.standing,
    criteria: [timeOverHeats(clause, compare), ...after],
    tier: options.tier ?? finalsApart(({ heat }) => heat?.setup),
    mark: (card) => card.heat?.mark ?? NOTHING_SHOWN,
    gap: timeBehind(display),
    reaches: (card, standard) => card.time !== null && rounded(card.time, compare) <= standard,
    ...(options.atCut === undefined ? {} : { atCut: options.atCut }),
    ...(options.overfull === undefined ? {} : { overfull: options.overfull }),
    ...(options.openMark === undefined ? {} : { openMark: options.openMark }),
    ...(options.isExtra === undefined ? {} : { isExtra: options.isExtra }),
  };
}

/** Lower time over all heats, at this precision: for `criteria`, and finer for `atCut`. */
export const timeOverHeats = (clause: Clause, precision: Precision): Criterion<HeatsCard> =>
  fewest(clause, (card) => rounded(card.time ?? Number.MAX_SAFE_INTEGER, precision));

/** Better place in an extra unit between the tied (the last one counts); who was in none comes after. */
export const placeInExtra = (clause: Clause): Criterion<HeatsCard> =>
  fewest(clause, ({ extras }) => {
    const last = extras.findLast((part) => part.decided);
    return last === undefined ? Number.MAX_SAFE_INTEGER : (last.rank ?? Number.MAX_SAFE_INTEGER - 1);
  });

function heatsCard(entry: Entry, parts: readonly Part[], isExtra: (unit: Rsc) => boolean): HeatsCard {
  const heat = heatThatCounts(parts.filter((part) => !isExtra(part.unit)));
  const race = heat === null ? null : (heat.card as TimedCard);
  return {
    competitor: entry.competitor.code,
    standing: heat?.standing ?? WAITING,
    heat,
    race,
    time: heat?.standing.stage === 'RANKED' ? (race?.time ?? null) : null,
    extras: parts.filter((part) => isExtra(part.unit)),
  };
}

/** Normally there is one. After a re-run it is the last one with a result. */
function heatThatCounts(heats: readonly Part[]): Part | null {
  return heats.findLast((part) => part.standing.stage === 'RANKED') ?? heats.at(-1) ?? null;
}
