/**
 * A unit that is completed by chance, again and again: what its projection had said on the way must have come true. `best` and `worst` bound the place
 * that it came to, what was certain came, what was out did not.
 */
import { expect } from 'vitest';
import type { DocumentOf } from '../../src/model/document.ts';
import type { Projected } from '../../src/model/row.ts';
import type { Dice } from '../../src/simulation/dice.ts';
import { Meet } from '../support/meet.ts';

export type Projection = DocumentOf<'PROJECTION'>;

/** A fact that may come: where, and what. */
export type Step = readonly [unit: string, said: object];

export const projectionOf = (meet: Meet, unit: string): Projection => meet.document('PROJECTION', unit);

/** Places at the end, `null` for none. */
export const placesIn = (meet: Meet, unit: string): ReadonlyMap<string, number | null> =>
  new Map(meet.rows('RESULT', unit).map(({ key, place }) => [key, place.rank]));

/** Who has a mark by which somebody goes on. */
export const throughIn = (meet: Meet, unit: string): ReadonlySet<string> =>
  new Set(
    meet
      .rows('RESULT', unit)
      .flatMap(({ key, place }) => (/^[Qq]/.test(place.qualificationMark ?? '') ? [key] : [])),
  );

/** Holds what was said on the way against how it ended. */
export function expectTrue(
  said: readonly Projection[],
  places: ReadonlyMap<string, number | null>,
  through: ReadonlySet<string> | null,
): void {
  for (const { header, rows } of said) {
    const isKnown = !header.outlook!.unknown.some(({ what }) => what === 'PLACES');
    for (const { key, projected } of rows) {
      const rank = places.get(key) ?? null;
      const about = `${key} ended ${rank}, ${JSON.stringify(projected)}, version ${JSON.stringify(header.outlook)}`;
      if (isKnown) expectPlace(rank, projected, header.outlook!.medals.length, about);
      if (through === null || projected.toAdvance === undefined) continue;
      if (projected.toAdvance === 'CERTAIN') expect(through.has(key), about).toBe(true);
      if (projected.toAdvance === 'OUT') expect(through.has(key), about).toBe(false);
    }
  }
}

function expectPlace(
  rank: number | null,
  { best, worst, toLead, toMedal }: Projected,
  medals: number,
  about: string,
): void {
  if (rank === null) expect(worst, about).toBeUndefined();
  else {
    expect(best, about).toBeLessThanOrEqual(rank);
    if (worst !== undefined) expect(worst, about).toBeGreaterThanOrEqual(rank);
  }
  const isAmong = (last: number): boolean => rank !== null && rank <= last;
  for (const [chance, last] of [
    [toLead, 1],
    [toMedal, medals],
  ] as const) {
    if (chance === 'CERTAIN') expect(isAmong(last), about).toBe(true);
    if (chance === 'OUT') expect(isAmong(last), about).toBe(false);
  }
}

/** An event as it was told so far, to be told again with another end. */
export class Told {
  readonly #event: string;
  readonly #steps: Step[] = [];
  meet: Meet;

  constructor(event: string) {
    this.#event = event;
    this.meet = new Meet(event);
  }

  say(...steps: readonly Step[]): void {
    for (const step of steps) {
      this.#steps.push(step);
      this.meet.say(...step);
    }
  }

  /** The same as if this were said besides. */
  asIf(...steps: readonly Step[]): Meet {
    const other = new Meet(this.#event);
    for (const step of [...this.#steps, ...steps]) other.say(...step);
    return other;
  }

  /** Says one of what can come next until nothing can, and gives back what was projected of a unit after each. */
  completed(unit: string, next: () => Step[], dice: Dice): Projection[] {
    const said = [projectionOf(this.meet, unit)];
    for (let steps = next(); steps.length > 0; steps = next()) {
      this.say(dice.one(steps));
      said.push(projectionOf(this.meet, unit));
    }
    return said;
  }
}
