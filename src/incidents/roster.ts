/** Which programs should be there: those that came, without those that said farewell. Who is silent stays on it, and is missed. */
import type { PartKind } from './part.ts';

export interface RosterPart {
  readonly part: PartKind;
  readonly name: string;
  readonly url: string;
}

export type Roster = readonly RosterPart[];

/**
 * With somebody who is heard; null where nothing changes. Who comes while one of its kind is silent takes its place, as a program does
 * that was started again.
 */
export function withCome(
  roster: Roster,
  came: RosterPart,
  isHeard: (name: string) => boolean,
): Roster | null {
  if (roster.some(({ name }) => name === came.name)) return null;
  const silent = roster.find(({ part, name }) => part === came.part && !isHeard(name));
  return [...roster.filter((each) => each !== silent), came];
}

/** Without one that has said farewell; null where it is not on it. */
export function withoutLeft(roster: Roster, left: string): Roster | null {
  const rest = roster.filter(({ name }) => name !== left);
  return rest.length === roster.length ? null : rest;
}

/** Those that are missed. */
export const lostOf = (roster: Roster, isHeard: (name: string) => boolean): Roster =>
  roster.filter(({ name }) => !isHeard(name));

/** How many there should be: at least as many as the operator has said. */
export const expectedOf = (
  roster: Roster,
  least: Readonly<Partial<Record<PartKind, number>>>,
): Readonly<Record<PartKind, number>> => {
  const count = (kind: PartKind): number =>
    Math.max(least[kind] ?? 0, roster.filter(({ part }) => part === kind).length);
  return { engine: count('engine'), edge: count('edge'), desk: count('desk') };
};
