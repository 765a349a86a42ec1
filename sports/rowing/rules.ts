/** The rules of a race and of a round, World Rowing Rules of Racing. */
import { decimal } from '../../src/model/decimal.ts';
import type { Fact, Setup } from '../../src/model/fact.ts';
import type { Irm } from '../../src/model/irm.ts';
import type { UnitRule, WholePartsRule } from '../../src/rules/contract.ts';
import { byPlace, type PlaceCard } from '../../src/rules/families/by-place.ts';
import type { TimeLimits } from '../../src/rules/families/possible-times.ts';
import { type TimedCard, timedRace, timedRaceColumns } from '../../src/rules/families/timed-race.ts';
import type { Objection } from '../../src/rules/held-facts.ts';
import { HUNDREDTH, type Precision, truncTo } from '../../src/rules/rounding.ts';
import { isReRow, phaseOfRace, raceNumber, semiFinalLevel } from './events.ts';

export const EDITION = '2021';

const hundredths: Precision = { round: truncTo, step: HUNDREDTH };

/** `BUW`: the boat was under weight, and is last of its race. `EXC`: excluded by the umpire, out of the event. */
const IRM_ORDER: readonly Irm[] = ['DNF', 'BUW', 'EXC', 'DNS', 'DSQ'];
const IRM_RANKED: readonly Irm[] = ['BUW'];

/** Eights have come to 6.3 m/s over 2000 m, and no crew to 7 even before the wind. */
const LIMITS: TimeLimits = {
  fastest: decimal('7'),
  distance: () => decimal('2000'),
  finish: { least: decimal('60'), most: decimal('1200') },
};

function checkPoint(fact: Fact, { setup }: { setup: Setup }): Objection | null {
  if (fact.kind !== 'passing' || setup.points === undefined) return null;
  const { point } = fact.content;
  if (setup.points.some(({ code }) => code === point)) return null;
  return { code: 'UNKNOWN_POINT', message: `there is no timing point "${point}" in this race` };
}

const PLACE = { code: 'ORDER_OF_FINISH', clause: 'Rules of Racing, the finish' };
const DEAD_HEAT = 'Rules of Racing, dead heats';

export const RACE: UnitRule<TimedCard> = timedRace(`ROW.RACE@${EDITION}`, {
  compare: hundredths,
  display: hundredths,
  // Bows that the picture cannot part have finished in a dead heat.
  ties: 'picture',
  warnings: ['YC'],
  irmOrder: IRM_ORDER,
  irmRanked: IRM_RANKED,
  clauses: {
    time: PLACE,
    picture: { code: 'PICTURE', clause: PLACE.clause },
    placesLost: { code: 'PLACES_LOST', clause: 'Rules of Racing, relegation' },
  },
  columnsWith: timedRaceColumns,
  check: checkPoint,
  limits: LIMITS,
});

export const ROUND: WholePartsRule<PlaceCard> = byPlace(`ROW.ROUND@${EDITION}`, {
  irmOrder: IRM_ORDER,
  irmRanked: IRM_RANKED,
  display: hundredths,
  clauses: {
    place: { code: 'PLACE_IN_RACE', clause: 'Rules of Racing, progression' },
    time: { code: 'TIME', clause: '' },
    extra: { code: 'RE_ROW', clause: DEAD_HEAT },
  },
  isExtra: isReRow,
  openMark: '?',
  tier: { code: 'FINAL_GROUP', clause: 'Rules of Racing, progression', of: levelOf },
});

/** Finals are apart from each other, and semi-finals A/B from those C/D. */
function levelOf(unit: string): number {
  const number = raceNumber(unit);
  if (phaseOfRace(unit) === 'FNL') return number - 1;
  return phaseOfRace(unit) === 'SFNL' ? semiFinalLevel(number) : 0;
}
