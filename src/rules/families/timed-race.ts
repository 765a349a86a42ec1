/**
 * Timed races: who has the lowest time is first. Lanes, mass start, interval start and pursuit;
 * single swimmers and relays. A sport says how finely times are compared and shown, what separates
 * equal times, and which clauses say so.
 */

import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import { formatDecimal, type Micro } from '../../model/decimal.ts';
import type { IrmContent, Penalty, Setup } from '../../model/fact.ts';
import type { Irm } from '../../model/irm.ts';
import type { Gap } from '../../model/order.ts';
import type { Column, LegDetails, SplitDetails, TimedRaceDetails } from '../../model/row.ts';
import { gapText, timeText } from '../../model/time-text.ts';
import type {
  CompetitorFacts,
  Criterion,
  MarkOf,
  RuleId,
  Stage,
  Standing,
  UnitContext,
  UnitRule,
  WholeUnitContext,
} from '../contract.ts';
import { type Clause, decidedByOfficials, fewest } from '../criteria.ts';
import type { Now } from '../now.ts';
import { raceOutlook } from '../outlook/race.ts';
import { decimalsOf, type Precision, rounded } from '../rounding.ts';
import {
  elapsed,
  isFinish,
  isStart,
  NO_LINE_ORDER,
  type Reached,
  reachedPoints,
  type StartType,
} from './course.ts';
import { possibleTimes, type TimeLimits } from './possible-times.ts';
import { relayLegs } from './relay-legs.ts';
import { splitColumns } from './split-columns.ts';
import { isTooWindy } from './wind.ts';

export { FINISH, type Reached, type StartType } from './course.ts';

/**
 * What separates equal times. `share`: nothing. `picture`: `order` of the finish passings and
 * PHOTO_FINISH decisions. `line`: who was there first; the same, then the reading to 1/1000 s.
 */
export type TiePolicy = 'share' | 'picture' | 'line';

export interface TimedRaceOptions {
  /** Times are equal when they are equal at this precision. */
  readonly compare: Precision;
  readonly display: Precision;
  /** Precision of splits; default: as `display`. */
  readonly splits?: Precision;
  /** `line`: place by order at the line (`order` of the finish passings), whatever the times. Default `time`. */
  readonly placeBy?: 'time' | 'line';
  readonly ties?: TiePolicy;
  readonly startType?: StartType;
  /** Digits beyond the displayed ones, shown as `.784` when there are any: the precision they are read at. */
  readonly finer?: Precision;
  /** Digits of reaction times; default 2. */
  readonly reactionDecimals?: number;
  /** Penalty kinds that are shown as a row of signs: `~>` in race walking. */
  readonly warnings?: readonly string[];
  readonly irmOrder: readonly Irm[];
  /** IRM codes that keep a place behind all others (REL, LAP in some sports). */
  readonly irmRanked?: readonly Irm[];
  /** Under these codes something is still to be decided: who has one can have the place again. */
  readonly irmPending?: readonly Irm[];
  /** Under these codes no split from the infringement (`irm.point`) on is shown; without a point, none. */
  readonly hideSplits?: readonly Irm[];
  /** Under these codes the time stays visible (a swim out of competition). */
  readonly irmWithTime?: readonly Irm[];
  /** A take-over in a relay that is earlier than this has a warning: the referee decides. */
  readonly earliestTakeOver?: Micro;
  /** Metres of each leg of a relay, where they differ. */
  readonly legMetres?: readonly number[];
  /** With more wind from behind a time cannot be a record. */
  readonly legalWind?: Micro;
  /** False where no time of this kind can be a record (by stopwatch); default true. */
  readonly records?: boolean;
  readonly clauses: { readonly time: Clause; readonly picture?: Clause; readonly placesLost?: Clause };
  readonly columns?: readonly Column[];
  /** The columns around those of the splits; `columns` where not given. */
  readonly columnsWith?: (splits: readonly Column[]) => readonly Column[];
  readonly check?: UnitRule<TimedCard>['check'];
  readonly featsElsewhere?: UnitRule<TimedCard>['featsElsewhere'];
  /** Times outside are held; zero and less always. */
  readonly limits?: TimeLimits;
}

/** What one competitor did in one race. */
export interface TimedCard {
  readonly competitor: CompetitorCode;
  readonly stage: Stage;
  readonly irm: IrmContent | null;
  /** Since the competitor's start, or the first start in a pursuit, with time penalties; native precision. */
  readonly time: Micro | null;
  readonly confirmed: boolean;
  /** Place in the picture or at the line. */
  readonly lineOrder: number;
  readonly placesLost: number;
  readonly penalty: Micro;
  /** Signs of warnings in the order of their ids. */
  readonly warnings: string;
  /** Without the finish. */
  readonly splits: readonly Reached[];
  readonly reaction: Micro | null;
  readonly legs: readonly LegDetails[];
  /** Of the race, as read. */
  readonly wind: Micro | null;
}

const UNKNOWN = Number.MAX_SAFE_INTEGER;

export const TIMED_RACE = 'timed-race';

/** A rule for races of this kind: `timedRace('SWM.TIMED@2025', { ... })`. */
export function timedRace(id: RuleId, options: TimedRaceOptions): UnitRule<TimedCard> {
  const { columnsWith } = options;
  return {
    id,
    over: 'facts',
    reads: ['passing', 'reaction', 'penalty', 'clock'],
    family: TIMED_RACE,
    columns: options.columns ?? TIMED_RACE_COLUMNS,
    ...(columnsWith === undefined
      ? {}
      : { columnsFor: (_cards: Iterable<TimedCard>, setup: Setup) => columnsWith(splitColumns(setup)) }),
    irmOrder: options.irmOrder,
    ...(options.irmRanked === undefined ? {} : { irmRanked: options.irmRanked }),
    card: (entry, facts, context) => timedCard(entry, facts, context, options),
    standing: standingOf,
    criteria: criteriaOf(options),
    progress: PROGRESS,
    mark: (card) => markOf(card, options),
    gap: timeBehind(options.display),
    now: nowOnTheClock,
    outlook: raceOutlook<TimedCard>({
      card: (entry, facts, context) => timedCard(entry, facts, context, options),
      compare: options.compare,
      display: options.display,
      startType: options.startType ?? 'mass',
      byPicture: isByPicture(options),
      finish: options.limits?.finish,
      pending: options.irmPending ?? [],
    }),
    photoFinish: isByPicture(options),
    ...(options.check === undefined ? {} : { check: options.check }),
    ...(options.featsElsewhere === undefined ? {} : { featsElsewhere: options.featsElsewhere }),
    together: possibleTimes(options.limits ?? {}, options.startType ?? 'mass'),
  };
}

const isByPicture = ({ ties }: TimedRaceOptions): boolean => ties === 'picture' || ties === 'line';

/** The usual columns of a race, with those of its splits. */
export const timedRaceColumns = (splits: readonly Column[]): readonly Column[] => [
  { code: 'RANK', label: 'Rank', source: 'rank', align: 'right', width: 4 },
  { code: 'LANE', label: 'Lane', source: 'lane', align: 'right', width: 4 },
  { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 },
  { code: 'ORGANISATION', label: 'NOC', source: 'organisation', align: 'left', width: 5 },
  { code: 'REACTION', label: 'R.T.', source: 'details.timedRace.reaction', align: 'right', width: 6 },
  ...splits,
  { code: 'TIME', label: 'Time', source: 'result', align: 'right', width: 9 },
  { code: 'BEHIND', label: 'Behind', source: 'diff', align: 'right', width: 8 },
  { code: 'QUALIFIED', label: 'Q', source: 'qualificationMark', align: 'left', width: 2 },
];

export const TIMED_RACE_COLUMNS = timedRaceColumns([]);

export const standingOf = ({ stage, irm }: TimedCard): Standing => ({ stage, irm: irm?.code ?? null });

function criteriaOf({ compare, clauses, ties, placeBy }: TimedRaceOptions): readonly Criterion<TimedCard>[] {
  const placesLost = clauses.placesLost ?? { code: 'PLACES_LOST', clause: '' };
  const picture = clauses.picture ?? { code: 'PICTURE', clause: '' };
  const time = fewest<TimedCard>(clauses.time, (card) => rounded(card.time ?? UNKNOWN, compare));
  const line = fewest<TimedCard>(picture, (card) => card.lineOrder);
  const judged = decidedByOfficials<TimedCard>(picture, 'PHOTO_FINISH', (card) => card.competitor);
  const relegated = fewest<TimedCard>(placesLost, (card) => card.placesLost);
  if (placeBy === 'line') return [relegated, line, time, judged];
  if (ties === 'line')
    return [relegated, time, line, judged, fewest(picture, (card) => card.time ?? UNKNOWN)];
  return ties === 'picture' ? [relegated, time, line, judged] : [relegated, time];
}

/** Rows without a place: who came furthest, and of those who was there first. */
const PROGRESS: readonly Criterion<TimedCard>[] = [
  { code: 'FURTHEST_POINT', clause: '', key: (card) => -progressIndex(card) },
  {
    code: 'EARLIER_AT_POINT',
    clause: '',
    key: (card) => card.time ?? card.splits.at(-1)?.time ?? UNKNOWN,
  },
];

const progressIndex = (card: TimedCard): number =>
  card.time === null ? (card.splits.at(-1)?.index ?? -1) : UNKNOWN;

/** The running time, where the venue says it; all compete at the same time, so nobody has a turn. */
const nowOnTheClock = ({ clock, status }: WholeUnitContext): Now | null =>
  clock === null || status === 'START_LIST'
    ? null
    : { clock: timeText(clock.time, 1), running: clock.running, turns: new Map() };

// The card

function timedCard(
  entry: Entry,
  facts: CompetitorFacts,
  context: UnitContext,
  { irmOrder, startType = 'mass', warnings = [], legMetres, earliestTakeOver }: TimedRaceOptions,
): TimedCard {
  const irm = worstIrm(facts.irms, irmOrder);
  const reached = reachedPoints(entry, facts, context, startType);
  const finish = facts.passings.find(isFinish);
  const finishTime = finish === undefined ? null : elapsed(finish, entry, facts, context, startType);
  const penalty = sum(facts.penalties, 'TIME');
  const confirmed = finishTime !== null && finish?.unconfirmed !== true;
  return {
    competitor: entry.competitor.code,
    stage: stageOf(irm, confirmed, facts, context, finishTime !== null || reached.length > 0),
    irm,
    time: finishTime === null ? null : finishTime + penalty,
    confirmed,
    lineOrder: finish?.order ?? NO_LINE_ORDER,
    placesLost: sum(facts.penalties, 'PLACES'),
    penalty,
    warnings: warningsOf(facts.penalties, warnings),
    splits: reached,
    reaction: facts.reaction?.time ?? null,
    legs: relayLegs(entry, facts, context, { reached, finish: finishTime, legMetres, earliestTakeOver }),
    wind: context.conditions?.wind ?? null,
  };
}

function stageOf(
  irm: IrmContent | null,
  confirmed: boolean,
  facts: CompetitorFacts,
  context: UnitContext,
  seen: boolean,
): Stage {
  if (irm !== null) return 'IRM';
  if (confirmed) return 'RANKED';
  const started = isStart(facts.start) || (isStart(context.start) && !context.complete);
  return seen || started || facts.reaction !== null ? 'UNDERWAY' : 'WAITING';
}

/** Of several marks that of the sport's list furthest down: a DSQ says more than a DNF. */
export function worstIrm(irms: readonly IrmContent[], order: readonly Irm[]): IrmContent | null {
  let worst: IrmContent | null = null;
  for (const irm of irms) {
    if (irm.code === null || irm.attempt !== undefined) continue;
    if (worst === null || order.indexOf(irm.code) > order.indexOf(worst.code!)) worst = irm;
  }
  return worst;
}

const sum = (penalties: readonly Penalty[], measure: Penalty['measure']): Micro =>
  penalties.reduce((total, penalty) => (penalty.measure === measure ? total + penalty.value : total), 0);

const warningsOf = (penalties: readonly Penalty[], signs: readonly string[]): string =>
  penalties.map(({ kind }) => (signs.includes(kind) ? kind : '')).join('');

// What is shown

function markOf(card: TimedCard, options: TimedRaceOptions): MarkOf {
  const { display, irmWithTime = [] } = options;
  const isTimed = card.time !== null && (card.irm === null || irmWithTime.includes(card.irm.code!));
  const value = isTimed ? rounded(card.time, display) : null;
  const result = value === null ? null : timeText(value, decimalsOf(display.step));
  const resultType = card.irm === null ? (isTimed ? 'TIME' : null) : isTimed ? 'IRM_TIME' : 'IRM';
  const details = { timedRace: detailsOf(card, options, isTimed) };
  const isNoRecord = options.records === false || isTooWindy(card.wind, options.legalWind);
  // Written out, since there are many: an object that is put together of pieces takes several times as long.
  if (!isNoRecord && (value === null || card.confirmed))
    return value === null ? { result, resultType, details } : { result, resultType, value, details };
  return {
    result,
    resultType,
    ...(value === null ? {} : { value }),
    details,
    ...(isTimed && !card.confirmed ? { unchecked: true } : {}),
    ...(isNoRecord ? { recordResult: null } : {}),
  };
}

function detailsOf(card: TimedCard, options: TimedRaceOptions, isTimed: boolean): TimedRaceDetails {
  const { display, reactionDecimals = 2 } = options;
  const passings = shownSplits(card, options);
  const reaction = card.reaction === null ? null : formatDecimal(card.reaction, reactionDecimals);
  const thousandths = isTimed ? finerDigits(card.time!, options) : null;
  if (thousandths === null && card.warnings === '' && card.penalty === 0 && card.legs.length === 0)
    return reaction === null ? { passings } : { reaction, passings };
  return {
    ...(reaction === null ? {} : { reaction }),
    ...(thousandths === null ? {} : { thousandths }),
    passings,
    ...(card.warnings === '' ? {} : { warnings: card.warnings }),
    ...(card.penalty === 0 ? {} : { penalty: gapText(card.penalty, decimalsOf(display.step)) }),
    ...(card.legs.length === 0 ? {} : { legs: card.legs }),
  };
}

/** A reading finer than what is displayed, in the digits of `finer`. */
function finerDigits(time: Micro, { display, finer }: TimedRaceOptions): string | null {
  if (finer === undefined || rounded(time, display) === rounded(time, finer)) return null;
  return fractionText(rounded(time, finer), finer);
}

/** `.784`: the digits after the seconds. */
function fractionText(time: Micro, { step }: Precision): string {
  const text = timeText(time, decimalsOf(step));
  return text.slice(text.indexOf('.'));
}

function shownSplits(
  card: TimedCard,
  { display, splits = display, hideSplits = [] }: TimedRaceOptions,
): readonly SplitDetails[] {
  const decimals = decimalsOf(splits.step);
  const text = (time: Micro): string => timeText(rounded(time, splits), decimals);
  return visible(card, hideSplits).map(({ point, lap, time: at }, index, all) => {
    const time = text(at);
    const section = text(at - (all[index - 1]?.time ?? 0));
    return lap === undefined ? { point, time, section } : { point, lap, time, section };
  });
}

function visible({ irm, splits }: TimedCard, hideSplits: readonly Irm[]): readonly Reached[] {
  if (irm === null || !hideSplits.includes(irm.code!)) return splits;
  const until = splits.findIndex((reached) => reached.point === irm.point);
  return until < 0 ? [] : splits.slice(0, until);
}

/** The gap to the leader as displayed times give it. */
export const timeBehind = ({ step }: Precision): Gap => ({ as: 'TIME', decimals: decimalsOf(step) });
