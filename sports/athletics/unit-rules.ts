/** The rule of one heat, group or final, from the kind of event. */
import type { Fact } from '../../src/model/fact.ts';
import type { Irm } from '../../src/model/irm.ts';
import { timeText } from '../../src/model/time-text.ts';
import { windText } from '../../src/model/wind-text.ts';
import type { RuleId, UnitRule } from '../../src/rules/contract.ts';
import { bestOf } from '../../src/rules/families/best-of.ts';
import type { Cut } from '../../src/rules/families/last-rounds.ts';
import { inRange } from '../../src/rules/families/range.ts';
import { timedRace } from '../../src/rules/families/timed-race.ts';
import type { Objection } from '../../src/rules/held-facts.ts';
import { ceilTo, HUNDREDTH, type Precision, SECOND, TENTH, THOUSANDTH } from '../../src/rules/rounding.ts';
import * as columns from './columns.ts';
import { countback } from './countback.ts';
import type { Edition } from './editions.ts';
import {
  type AthleticsEvent,
  type Distance,
  FASTEST,
  type Height,
  LEGAL_WIND,
  type Race,
  REACTIONS,
  SHORTEST_LAP,
  WINDS,
} from './events.ts';

/** DNF, NM, DNS, DQ: order of the result lists (ODF Sport Codes, ATH). */
export const IRM_ORDER: readonly Irm[] = ['DNF', 'NM', 'DNS', 'DQ', 'DSQ', 'DQB'];

/** Who has these is not in the competition. */
const NOT_STARTED: readonly Irm[] = ['DNS'];

/** Where a unit stands: a final has a jump-off and six attempts, the others have not. */
export type Round = 'final' | 'qualification' | 'combined';

/** `hand`: stopwatches, to the next tenth. */
export type Timing = 'photo' | 'hand';

export interface Circumstances {
  readonly edition: Edition;
  readonly round: Round;
  readonly timing: Timing;
  /** Attempts that there are, where the setup says so. */
  readonly attempts?: number;
  /** Who has the last rounds, where the setup says so. */
  readonly cut?: Cut | 'NONE';
  /** After which rounds the order is made anew, where the setup says so. */
  readonly newOrderAfter?: readonly number[];
}

export function unitRuleOf(
  id: RuleId,
  event: AthleticsEvent,
  circumstances: Circumstances,
): UnitRule<unknown> {
  if (event.kind === 'race') return raceRule(id, event, circumstances);
  return event.kind === 'distance'
    ? distanceRule(id, event, circumstances)
    : heightRule(id, event, circumstances);
}

const LONGEST_HUNDREDTHS = 10_000;

/** Readings are rounded up: to 1/100 s up to 10,000 m, to 1/10 s beyond, to the second on the road (TR 19.23). */
export function displayOf({ course, metres, hundredths }: Race, timing: Timing): Precision {
  if (course === 'road' && hundredths !== true) return { round: ceilTo, step: SECOND };
  const fine = timing === 'photo' && metres <= LONGEST_HUNDREDTHS;
  return { round: ceilTo, step: fine ? HUNDREDTH : TENTH };
}

/** The finish is read to 1/1000 s; equal readings are separated by the picture or by nothing. */
const READING: Precision = { round: ceilTo, step: THOUSANDTH };
/** Stopwatches are read to the next longer tenth: equal tenths are one time, until judges say an order (TR 19). */
const HAND: Precision = { round: ceilTo, step: TENTH };

/** Records up to 800 m, and of relays with legs up to 400 m, are timed by picture (CR 31). */
const isRecordBy = (timing: Timing, { metres, legs }: Race): boolean =>
  timing === 'photo' || metres / legs > (legs === 1 ? 800 : 400);

function raceRule(id: RuleId, event: Race, { edition, timing }: Circumstances) {
  const display = displayOf(event, timing);
  return timedRace(id, {
    compare: timing === 'hand' ? HAND : READING,
    display,
    ...(timing === 'hand' ? {} : { finer: READING }),
    records: isRecordBy(timing, event),
    ...(event.legMetres === undefined ? {} : { legMetres: event.legMetres }),
    reactionDecimals: 3,
    ties: 'picture',
    irmOrder: IRM_ORDER,
    clauses: { time: edition.time, picture: edition.picture },
    columnsWith: raceColumns(event),
    ...(event.walk ? { warnings: WARNINGS } : {}),
    ...(event.wind ? { legalWind: LEGAL_WIND } : {}),
    check: raceObjection,
    limits: { finish: event.times, fastest: FASTEST, shortestLap: SHORTEST_LAP },
  });
}

export const raceColumns = ({ walk, course }: Race): typeof columns.track =>
  walk ? columns.walk : course === 'road' ? columns.road : columns.track;

/** Race walking: loss of contact, bent knee (penalty kinds; ODF ER/WARNINGS). */
const WARNINGS = ['~', '>'];

function raceObjection(fact: Fact): Objection | null {
  if (fact.kind === 'reaction' && !inRange(fact.content.time, REACTIONS))
    return {
      code: 'IMPOSSIBLE_REACTION',
      message: `A reaction of ${timeText(fact.content.time, 3)} s cannot be right.`,
    };
  return windObjection(fact);
}

function windObjection(fact: Fact): Objection | null {
  if (fact.kind !== 'conditions') return null;
  const { wind } = fact.content;
  if (wind === undefined || inRange(wind, WINDS)) return null;
  return { code: 'IMPOSSIBLE_WIND', message: `Wind ${windText(wind)} m/s cannot be right.` };
}

/** Three rounds for all, three more for the best eight (TR 25.6). */
const LAST_ROUNDS: Cut = { after: 3, best: 8 };

function distanceRule(id: RuleId, event: Distance, circumstances: Circumstances) {
  const { edition, round, attempts, cut, newOrderAfter } = circumstances;
  const lastRounds = cut ?? (round === 'final' ? LAST_ROUNDS : 'NONE');
  const usual = round === 'final' ? 6 : 3;
  return bestOf(id, {
    clauses: { best: edition.best, next: edition.nextBest },
    columns: columns.distances(attempts ?? usual, event.wind),
    irmOrder: IRM_ORDER,
    attempts: usual,
    ...(lastRounds === 'NONE' ? {} : { cut: lastRounds }),
    reorder: newOrderAfter ?? (lastRounds === 'NONE' ? [] : [lastRounds.after]),
    absent: NOT_STARTED,
    marks: event.marks,
    ...(event.wind ? { winds: WINDS, legalWind: LEGAL_WIND } : {}),
  });
}

function heightRule(id: RuleId, event: Height, { edition, round }: Circumstances) {
  const { height, failuresAtBest, failuresInAll, jumpOff } = edition;
  return countback(id, {
    clauses: { best: height, failuresAtBest, failuresInAll, ...(round === 'final' ? { jumpOff } : {}) },
    columns: columns.heights([]),
    columnsWith: columns.heights,
    irmOrder: IRM_ORDER,
    heights: event.heights,
  });
}
