/**
 * The rule books of swimming, by edition. A race and a phase differ between editions in one thing
 * only: how finely times are compared.
 */

import { decimal } from '../../src/model/decimal.ts';
import type { Irm } from '../../src/model/irm.ts';
import type { PartsRule, UnitRule } from '../../src/rules/contract.ts';
import { type Clause, decidedByOfficials } from '../../src/rules/criteria.ts';
import { acrossHeats, type HeatsCard, placeInExtra } from '../../src/rules/families/across-heats.ts';
import { type TimedCard, timedRace, timedRaceColumns } from '../../src/rules/families/timed-race.ts';
import { HUNDREDTH, type Precision, THOUSANDTH, truncTo } from '../../src/rules/rounding.ts';
import { checkSwimming, LIMITS } from './check.ts';
import { isSwimOff } from './events.ts';
import { leadOff } from './lead-off.ts';

export interface SwimmingRules {
  readonly race: UnitRule<TimedCard>;
  readonly phase: PartsRule<HeatsCard>;
}

/** `EXH`: swum out of competition, with a time and no place. `pd`: disqualification pending. */
const IRM_ORDER: readonly Irm[] = ['DNF', 'EXH', 'DNS', 'pd', 'DSQ', 'DQB'];

const hundredths: Precision = { round: truncTo, step: HUNDREDTH };
const thousandths: Precision = { round: truncTo, step: THOUSANDTH };

function rulesOf(edition: string, compare: Precision, time: Clause): SwimmingRules {
  const race = timedRace(`SWM.RACE@${edition}`, {
    compare,
    display: compare,
    splits: hundredths,
    irmOrder: IRM_ORDER,
    irmWithTime: ['EXH'],
    irmPending: ['pd'],
    // A disqualified swimmer's times from the infringement on are not published (SW 11.4).
    hideSplits: ['DSQ', 'pd'],
    // Starting platforms measure to 0.03 s: only an earlier take-over is beyond doubt (SW 10.11).
    earliestTakeOver: decimal('-0.03'),
    clauses: { time },
    columnsWith: timedRaceColumns,
    check: checkSwimming,
    limits: LIMITS,
    featsElsewhere: leadOff,
  });
  const phase = acrossHeats(`SWM.PHASE@${edition}`, {
    compare,
    display: compare,
    irmOrder: IRM_ORDER,
    clause: time,
    atCut: [swimOff, extraUnitByOfficials, byLot],
    overfull: 'OPEN',
    openMark: '?',
    isExtra: isSwimOff,
  });
  return { race, phase };
}

const SWIM_OFF_CLAUSE: Clause = { code: 'SWIM_OFF', clause: 'SW 3.2.3' };
const swimOff = placeInExtra(SWIM_OFF_CLAUSE);
const extraUnitByOfficials = decidedByOfficials<HeatsCard>(
  SWIM_OFF_CLAUSE,
  'EXTRA_UNIT',
  (card) => card.competitor,
);
const byLot = decidedByOfficials<HeatsCard>({ code: 'LOT', clause: '' }, 'LOT', (card) => card.competitor);

export const CURRENT_EDITION = '2023';

/** Editions by year. Thousandths decided a medal in 1972, and never again. */
export const EDITIONS: ReadonlyMap<string, SwimmingRules> = new Map([
  ['1972', rulesOf('1972', thousandths, { code: 'TIME_THOUSANDTHS', clause: 'rules of 1972' })],
  [CURRENT_EDITION, rulesOf(CURRENT_EDITION, hundredths, { code: 'TIME_HUNDREDTHS', clause: 'SW 11.2' })],
]);
