/** The rule of one heat, group or final, from the kind of event. */
import type { Fact } from '../../src/model/fact.ts';
import type { Irm } from '../../src/model/irm.ts';
import { timeText } from '../../src/model/time-text.ts';
import { windText } from '../../src/model/wind-text.ts';
import type { Objection, RuleId, UnitRule } from '../../src/rules/contract.ts';
import { bestOf } from '../../src/rules/families/best-of.ts';
import { inRange } from '../../src/rules/families/range.ts';
import { FINISH, timedRace } from '../../src/rules/families/timed-race.ts';
import { ceilTo, HUNDREDTH, type Precision, SECOND, TENTH, THOUSANDTH } from '../../src/rules/rounding.ts';
import * as columns from './columns.ts';
import { countback } from './countback.ts';
import type { Edition } from './editions.ts';
import {
  type AthleticsEvent,
  type Distance,
  type Height,
  LEGAL_WIND,
  type Race,
  REACTIONS,
  WINDS,
} from './events.ts';

/** DNF, NM, DNS, DQ: order of the result lists (ODF Sport Codes, ATH). */
export const IRM_ORDER: readonly Irm[] = ['DNF', 'NM', 'DNS', 'DQ', 'DSQ', 'DQB'];

/** Where a unit stands: a final has a jump-off and six attempts, the others have not. */
export type Round = 'final' | 'qualification' | 'combined';

/** `hand`: stopwatches, to the next tenth. */
export type Timing = 'photo' | 'hand';

export interface Circumstances {
  readonly edition: Edition;
  readonly round: Round;
  readonly timing: Timing;
  /** Attempts that everybody has, where the setup says so. */
  readonly attempts?: number;
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
export function displayOf({ course, metres }: Race, timing: Timing): Precision {
  if (course === 'road') return { round: ceilTo, step: SECOND };
  const fine = timing === 'photo' && metres <= LONGEST_HUNDREDTHS;
  return { round: ceilTo, step: fine ? HUNDREDTH : TENTH };
}

/** The finish is read to 1/1000 s; equal readings are separated by the picture or by nothing. */
const READING: Precision = { round: ceilTo, step: THOUSANDTH };

function raceRule(id: RuleId, event: Race, { edition, timing }: Circumstances) {
  const display = displayOf(event, timing);
  return timedRace(id, {
    compare: READING,
    display,
    finer: READING,
    reactionDecimals: 3,
    ties: 'picture',
    irmOrder: IRM_ORDER,
    clauses: { time: edition.time, picture: edition.picture },
    columnsWith: raceColumns(event),
    ...(event.walk ? { warnings: WARNINGS } : {}),
    ...(event.wind ? { legalWind: LEGAL_WIND } : {}),
    check: (fact) => raceObjection(fact, event),
  });
}

export const raceColumns = ({ walk, course }: Race): typeof columns.track =>
  walk ? columns.walk : course === 'road' ? columns.road : columns.track;

/** Race walking: loss of contact, bent knee (penalty kinds; ODF ER/WARNINGS). */
const WARNINGS = ['~', '>'];

function raceObjection(fact: Fact, event: Race): Objection | null {
  if (fact.kind === 'passing') {
    const { point, time } = fact.content;
    if (point !== FINISH || time === undefined || inRange(time, event.times)) return null;
    return { code: 'IMPOSSIBLE_TIME', message: `${event.name} in ${timeText(time, 2)} cannot be right.` };
  }
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

function distanceRule(id: RuleId, event: Distance, { edition, round, attempts }: Circumstances) {
  const usual = round === 'final' ? 6 : 3;
  return bestOf(id, {
    clauses: { best: edition.best, next: edition.nextBest },
    columns: columns.distances(attempts ?? usual, event.wind),
    irmOrder: IRM_ORDER,
    attempts: usual,
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
