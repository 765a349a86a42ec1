/** From the opening series to the medals, in each of the formats. */
import type { Rsc } from '../../src/model/rsc.ts';
import { readOptions } from '../../src/rules/options.ts';
import {
  type EventPlan,
  type EventSetup,
  type PhasePlan,
  phaseOf,
  rankedIn,
  type Slot,
  type UnitPlan,
  unitOf,
} from '../../src/rules/plan.ts';
import {
  FINAL,
  GROUPS,
  type MedalFormat,
  medalFormatOf,
  QUARTER_FINAL,
  SEMI_FINAL,
  SERIES,
} from './events.ts';
import { OPTIONS } from './options.ts';

/** The best of the opening series who sail for medals. */
const BEST = 10;

export function plan({ event, setup }: EventSetup): EventPlan {
  const { medals = medalFormatOf(event) } = readOptions(OPTIONS, setup);
  return PLANS[medals](event);
}

const PLANS: Readonly<Record<MedalFormat, (event: Rsc) => EventPlan>> = {
  NONE: (event) => ({ phases: [{ phase: phaseOf(event, SERIES) }], places: [{ of: [event], medals: true }] }),
  DOUBLE: medalRace,
  KNOCK_OUT: knockOut,
  WINS: firstToThreeWins,
};

const opening = (event: Rsc, ...ranks: readonly number[]): Slot[] =>
  ranks.map((rank) => rankedIn(phaseOf(event, SERIES), rank));

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_none, index) => from + index);

function medalRace(event: Rsc): EventPlan {
  return {
    phases: [{ phase: phaseOf(event, SERIES) }, { phase: phaseOf(event, FINAL) }],
    units: [{ unit: unitOf(event, FINAL, 1), slots: opening(event, ...upTo(1, BEST)) }],
    places: [{ of: [event], medals: true }],
  };
}

/** Boards: fourth to tenth in a quarter-final, its best two with second and third in a semi-final, its best two with the first. */
function knockOut(event: Rsc): EventPlan {
  const [quarter, semi, final] = [QUARTER_FINAL, SEMI_FINAL, FINAL].map((phase) =>
    unitOf(event, phase, 1),
  ) as [Rsc, Rsc, Rsc];
  return {
    phases: [SERIES, QUARTER_FINAL, SEMI_FINAL, FINAL].map((code) => ({ phase: phaseOf(event, code) })),
    units: [
      { unit: quarter, slots: opening(event, ...upTo(4, BEST)) },
      { unit: semi, slots: [...opening(event, 2, 3), rankedIn(quarter, 1), rankedIn(quarter, 2)] },
      { unit: final, slots: [...opening(event, 1), rankedIn(semi, 1), rankedIn(semi, 2)] },
    ],
    places: [
      { of: [phaseOf(event, FINAL)], medals: true },
      ...[SEMI_FINAL, QUARTER_FINAL, SERIES].map((code) => ({ of: [phaseOf(event, code)] })),
    ],
  };
}

/** Seeds of the groups of the kites' semi-final, and so many races at most: with fewer wins than that somebody has three. */
const SEEDS: Readonly<Record<string, readonly number[]>> = { SFA: [3, 6, 7, 10], SFB: [4, 5, 8, 9] };
const MOST_RACES = 6;
/** Wins to begin with, by the order of the list. */
export const CARRIED: Readonly<Record<string, readonly number[]>> = {
  SFA: [2, 1, 0, 0],
  SFB: [2, 1, 0, 0],
  [SEMI_FINAL]: [2, 2, 1, 1],
  [FINAL]: [2, 1, 0, 0],
};

/** Kites: two groups of four, and a final of four; a race that is not needed any more is cancelled. */
function firstToThreeWins(event: Rsc): EventPlan {
  const groups = GROUPS.map((code): [string, Slot[]] => [code, opening(event, ...SEEDS[code]!)]);
  const final: Slot[] = [...opening(event, 1, 2), ...GROUPS.map((code) => rankedIn(phaseOf(event, code), 1))];
  const lists: [string, Slot[]][] = [...groups, [FINAL, final]];
  const inGroups: PhasePlan['includes'] = (unit) =>
    GROUPS.some((code) => unit.startsWith(phaseOf(event, code).slice(0, 26)));
  return {
    phases: [
      { phase: phaseOf(event, SERIES) },
      ...groups.map(([code, slots]) => ({ phase: phaseOf(event, code), slots })),
      { phase: phaseOf(event, SEMI_FINAL), includes: inGroups, slots: opening(event, ...upTo(3, BEST)) },
      { phase: phaseOf(event, FINAL), slots: final },
    ],
    units: lists.flatMap(([code, slots]) => racesOf(event, code, slots)),
    places: [
      { of: [phaseOf(event, FINAL)], medals: true },
      { of: [phaseOf(event, SEMI_FINAL)] },
      { of: [phaseOf(event, SERIES)] },
    ],
  };
}

const racesOf = (event: Rsc, phase: string, slots: readonly Slot[]): UnitPlan[] =>
  upTo(1, MOST_RACES).map((number) => ({ unit: unitOf(event, phase, number), slots }));
