/** An event from its entries to its medals: the ladder of heats, repechages, semi-finals and finals A to F. */
import type { Irm } from '../../src/model/irm.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import { readOptions } from '../../src/rules/options.ts';
import {
  type EventPlan,
  type EventSetup,
  type PlacesPlan,
  phaseOf,
  rankedIn,
  type UnitPlan,
  unitOf,
} from '../../src/rules/plan.ts';
import { lanesFromTheMiddle } from '../../src/rules/seeding.ts';
import { PHASES, type Phase } from './events.ts';
import { OPTIONS } from './options.ts';
import { type Line, type Progression, progressionFor, type Race } from './progression.ts';

const LANES = 6;
const FINALS = 6;

/** Who does not start or finish in a later round is last of it; who is excluded or disqualified has no place in the event. */
const KEEPS_PLACE: readonly Irm[] = ['DNF', 'DNS'];

/** Without entries and without a word of the venue nothing is known of the races, and the venue fills each. */
export function plan({ event, setup, entries }: EventSetup): EventPlan {
  const progression = readOptions(OPTIONS, setup).progression ?? progressionFor(entries.length);
  return {
    phases: PHASES.map((phase) => ({ phase: phaseOf(event, phase) })),
    ...(progression === null ? {} : { units: racesOf(event, progression, setup.lanes ?? LANES) }),
    places: placesOf(event),
    irmKeepsPlace: KEEPS_PLACE,
  };
}

/** The A-final before the B-final, and then, from behind, the rounds that somebody did not come out of. */
function placesOf(event: Rsc): PlacesPlan[] {
  const finals = Array.from({ length: FINALS }, (_none, index) => [unitOf(event, 'FNL', index + 1)]);
  const rounds = PHASES.filter((phase) => phase !== 'FNL').map((phase) => [phaseOf(event, phase)]);
  return [...finals, ...rounds.reverse()].map((of, index) => (index === 0 ? { of, medals: true } : { of }));
}

const racesOf = (event: Rsc, { rounds }: Progression, lanes: number): UnitPlan[] =>
  PHASES.flatMap((phase) =>
    (rounds.get(phase) ?? []).map((race, index) => raceOf(event, phase, index + 1, race, lanes)),
  );

function raceOf(event: Rsc, phase: Phase, number: number, { from, to }: Race, lanes: number): UnitPlan {
  return {
    unit: unitOf(event, phase, number),
    slots: from.map(({ place, phase: round, race }) => rankedIn(unitOf(event, round, race), place)),
    // The best in the middle, the others to both sides of them.
    ...(from.length === 0 ? {} : { lanes: lanesFromTheMiddle(lanes) }),
    ...(to.length === 0 ? {} : { advance: to.map(advanceOf) }),
  };
}

/** Only places count: no time takes anybody on. */
const advanceOf = ({ count, mark }: Line) => ({ by: 'place', count, mark }) as const;
