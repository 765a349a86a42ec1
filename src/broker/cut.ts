/** What was cut from VENUE, and how that is told from what was lost. */
import type { Rsc } from '../model/rsc.ts';

/** Facts that VENUE has no more, all of which an archive has. */
export interface Cut {
  /** SHA-256 of the segment that ends at `to`: with those before it, it holds every fact up to there, of whichever unit. */
  readonly segment: string;
  /** A place behind all that was cut. The fact there stays, so that who reads VENUE comes to it and sees that places before it are empty. */
  readonly to: number;
  /** Of each unit, phase and event that was cut the last place of it that was. */
  readonly units: Readonly<Record<Rsc, number>>;
  /** Of each source and epoch of a venue, as `<source>:<epoch>`, the number up to which the segments have everything that it said. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** Whether the archive has a fact, which its name `<source>:<epoch>:<number>` says, whatever stands in the broker. */
export function isArchived({ numbers }: Cut, name: string): boolean {
  const { numbering, number } = numberIn(name);
  return Object.hasOwn(numbers, numbering) && number <= numbers[numbering]!;
}

/** `<source>:<epoch>`, and which number of it a fact of this name has. */
export function numberIn(name: string): { readonly numbering: string; readonly number: number } {
  const end = name.lastIndexOf(':');
  return { numbering: name.slice(0, end), number: Number(name.slice(end + 1)) };
}

/** What was cut of a unit, and at which place at most; of a unit that nothing was cut of 0. */
export const cutOf = ({ units }: Cut, unit: string): number =>
  Object.hasOwn(units, unit) ? units[unit]! : 0;

/** The last place that was cut: an empty place behind it is a loss. */
export const lastCut = ({ units }: Cut): number =>
  Object.values(units).reduce((one, other) => Math.max(one, other), 0);

/** Whether what stood at an empty place was cut. */
export const wasCut = (cut: Cut | null, place: number): cut is Cut => cut !== null && place <= lastCut(cut);

/** Whether one says everything that the other does. */
export const isWithin = (before: Cut, after: Cut): boolean =>
  before.to <= after.to && Object.entries(before.units).every(([unit, place]) => place <= cutOf(after, unit));
