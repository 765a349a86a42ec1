/**
 * How an event is played, as data: its phases, who feeds whom, how final places are made. A sport
 * declares it once; start lists that fill themselves, progression marks, the bracket, the final
 * ranking and the medals all come from it. What the venue says (a start list, a setup) comes before it.
 */
import type { Entry } from '../model/competitor.ts';
import type { AdvanceSpec, Setup } from '../model/fact.ts';
import type { Irm } from '../model/irm.ts';
import { eventRsc, formatRsc, phaseRsc, type Rsc, partsOf as rscParts } from '../model/rsc.ts';
import type { Seeding } from './seeding.ts';

export interface EventPlan {
  /** First to last. */
  readonly phases: readonly PhasePlan[];
  /** Units whose starters come from elsewhere, each after all that feed it. */
  readonly units?: readonly UnitPlan[];
  /** Who takes the places of the event, best first. */
  readonly places: readonly PlacesPlan[];
  /**
   * IRM codes under which somebody who came through an earlier phase keeps the last place of the one
   * reached; under all others the place is lost. There is no medal for such a place.
   */
  readonly irmKeepsPlace?: readonly Irm[];
  /** IRM codes under which who lost a match is out of the event: without a place, and nobody's opponent from there on. */
  readonly irmEnds?: readonly Irm[];
}

export interface PhasePlan {
  readonly phase: Rsc;
  /** Which units make its list, where the setup names none; default: those within it by RSC. */
  readonly includes?: (unit: Rsc) => boolean;
  /** Who goes on, where the venue's setup does not say. */
  readonly advance?: readonly AdvanceSpec[];
  /** Who is listed, where that is not everybody in its units: the third of each pool. */
  readonly slots?: readonly Slot[];
  /** How those who advance are put into the units of this phase, as a proposal. */
  readonly seeding?: {
    /** The phases that can come before; those who advance are taken from the latest that there is. */
    readonly from: readonly Rsc[];
    readonly by: Seeding;
  };
}

export interface UnitPlan {
  readonly unit: Rsc;
  /** The starters, in start order. */
  readonly slots: readonly Slot[];
  /** The lane of each slot (`3 4 2 5 1 6`, the best slots first); the start list is in the order of the lanes then. */
  readonly lanes?: readonly string[];
  /** Who goes on from it, where that is not as in its phase (semi-finals A/B and C/D) and the venue's setup does not say. */
  readonly advance?: readonly AdvanceSpec[];
  /** Place in the drawn bracket; none for a unit that is not drawn in one. */
  readonly bracket?: BracketPlace;
  /** Units that this one holds: the contests of a team match. */
  readonly holds?: readonly Rsc[];
}

export interface BracketPlace {
  /** `FNL`, `BRN`, `5_8`: which tree. */
  readonly code: string;
  /** `8FNL`, `QFNL`: which column of it. */
  readonly round: string;
  /** 1 at the top of the column. */
  readonly order: number;
}

/** Where a starter comes from. What is not known yet leaves the slot empty. */
export type Slot =
  /** Who won or lost a match. */
  | { readonly from: 'UNIT'; readonly unit: Rsc; readonly outcome: 'W' | 'L' }
  /** Who has a rank in a list or unit, once that is decided; those who share one stand as a place at a cut is given, or nowhere. */
  | { readonly from: 'LIST'; readonly list: Rsc; readonly rank: number }
  /** Start order in the event's own start list: the draw, or the seeding. Nobody there: a bye. */
  | { readonly from: 'DRAW'; readonly position: number }
  /** Of the best in a list one, and which one hangs on who they are (the best third-placed of a tournament). */
  | ({ from: 'ONE_OF' } & OneOfTheBest)
  /** Who lost, in a phase, against the winner of a unit (repechage of those whom a finalist beat). */
  | { readonly from: 'BEATEN'; readonly winnerOf: Rsc; readonly phase: Rsc };

/** The first `count` of a list, known once no tie is left at the last place among them. */
export interface OneOfTheBest {
  readonly list: Rsc;
  readonly count: number;
  /**
   * By the phases that the first `count` come from, their codes in order of the alphabet (`GPA GPC GPD GPF`):
   * the code of the phase of the one meant.
   */
  readonly by: Readonly<Record<string, string>>;
}

export interface PlacesPlan {
  /** Lists, or units, whose competitors take the next places. */
  readonly of: readonly Rsc[];
  /** Only who won these matches, or lost them; default: everybody, in the order of the list. */
  readonly outcome?: 'W' | 'L';
  /**
   * Units whose losers share these places where both lost, so that nobody goes on from there: quarter-finalists for whom
   * there is no repechage.
   */
  readonly unlessOn?: readonly Rsc[];
  /** The list whose order separates those who won or lost equally far; default: they share the place. */
  readonly by?: Rsc;
  /** These places can be medals; all others cannot, whatever their number. */
  readonly medals?: boolean;
}

/** What a sport is told of the event that it plans. */
export interface EventSetup {
  readonly event: Rsc;
  readonly setup: Setup;
  /** The event's own start list: entries with their positions in the draw. */
  readonly entries: readonly Entry[];
}

// Words for plans

export const winnerOf = (unit: Rsc): Slot => ({ from: 'UNIT', unit, outcome: 'W' });
export const loserOf = (unit: Rsc): Slot => ({ from: 'UNIT', unit, outcome: 'L' });
export const rankedIn = (list: Rsc, rank: number): Slot => ({ from: 'LIST', list, rank });
export const drawn = (position: number): Slot => ({ from: 'DRAW', position });

/** `phaseOf(event, 'SFNL')`. */
export const phaseOf = (event: Rsc, phase: string): Rsc => formatRsc({ ...rscParts(event), phase, unit: '' });

/** `unitOf(event, 'SFNL', 2)`: the second unit of the phase; `part` for a unit inside it. */
export const unitOf = (event: Rsc, phase: string, number: number, part = 0): Rsc =>
  formatRsc({
    ...rscParts(event),
    phase,
    unit: `${String(number).padStart(4, '0')}${part === 0 ? '00' : String(part).padStart(2, '0')}`,
  });

/**
 * An event of phases one after the other: who was in a later one is placed before all others, and the
 * last one gives the medals.
 */
export function successivePhases(
  event: Rsc,
  codes: readonly string[],
  more: {
    readonly irmKeepsPlace?: readonly Irm[];
    readonly phases?: Readonly<Record<string, Partial<PhasePlan>>>;
  } = {},
): EventPlan {
  const phases = codes.map((code): PhasePlan => ({ phase: phaseOf(event, code), ...more.phases?.[code] }));
  return {
    phases,
    places: [...phases]
      .reverse()
      .map(({ phase }, index) => ({ of: [phase], ...(index === 0 ? { medals: true } : {}) })),
    ...(more.irmKeepsPlace === undefined ? {} : { irmKeepsPlace: more.irmKeepsPlace }),
  };
}

/** An event that is decided by one list over all its units (a decathlon, a series). */
export function oneList(event: Rsc, codes: readonly string[], irmKeepsPlace: readonly Irm[] = []): EventPlan {
  return {
    phases: codes.map((code) => ({ phase: phaseOf(event, code) })),
    places: [{ of: [event], medals: true }],
    irmKeepsPlace,
  };
}

/** What is wrong with a plan: a unit that is fed by a later one, a slot that two matches of a bracket share, or that a match has twice. Empty when nothing is. */
export function faultsIn({ phases, units = [] }: EventPlan): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<Rsc>();
  const fed = new Map<string, Rsc>();
  const planned = new Set(units.map(({ unit }) => unit));
  for (const { unit, slots, bracket } of units) {
    for (const slot of slots) {
      if (slot.from === 'UNIT' && planned.has(slot.unit) && !seen.has(slot.unit))
        faults.push(`${unit} is fed by ${slot.unit}, which comes later`);
      // In a pool everybody meets everybody, and nobody meets themselves.
      const text = JSON.stringify([slot, bracket === undefined ? unit : phaseRsc(unit)]);
      const other = fed.get(text);
      if (other !== undefined) faults.push(`${unit} and ${other} have the same slot ${JSON.stringify(slot)}`);
      fed.set(text, unit);
    }
    if (seen.has(unit)) faults.push(`${unit} is planned twice`);
    seen.add(unit);
  }
  const events = new Set([...phases.map(({ phase }) => phase), ...planned].map(eventRsc));
  if (events.size > 1) faults.push(`a plan is of one event, and this one names ${[...events].join(' and ')}`);
  return faults;
}
