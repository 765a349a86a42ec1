import type { Micro } from './decimal.ts';

export type CompetitorCode = string;
export type CompetitorKind = 'ATHLETE' | 'PAIR' | 'TEAM';

export interface Name {
  readonly given?: string;
  readonly family?: string;
  readonly team?: string;
  /** As pictures have it, where that does not follow by rule (`pictureNames`): `Marcell JACOBS`. */
  readonly tv?: string;
  /** `M. JACOBS`. */
  readonly tvInitial?: string;
  /** `JACOBS M`. */
  readonly short?: string;
  /** How it is said: `mar-SEL YAH-kobs`. */
  readonly pronunciation?: string;
}

/** Who is ranked: an athlete, or a pair or team with its members. */
export interface Competitor {
  readonly code: CompetitorCode;
  readonly kind: CompetitorKind;
  readonly organisation: string;
  readonly name: Name;
  readonly gender?: string;
  readonly birthDate?: string;
  readonly members?: readonly Competitor[];
}

/** A competitor's right to start in one unit, with what is known before the start. */
export interface Entry {
  readonly competitor: Competitor;
  readonly startOrder: number;
  readonly lane?: string;
  readonly bib?: string;
  readonly seed?: string;
  readonly group?: string;
  /** Seconds after the first start (pursuit, interval start). */
  readonly startOffset?: Micro;
  /** Where the competitor qualified: a unit's RSC. */
  readonly previous?: string;
  /** Earlier bests as published, e.g. `{ PB: "9.80", SB: "9.92" }`. */
  readonly bests?: Readonly<Record<string, string>>;
}

/** "JACOBS Marcell" or the team's name, as print and screens show it. */
export function printName(name: Name): string {
  if (name.team !== undefined) return name.team;
  const family = (name.family ?? '').toUpperCase();
  return name.given === undefined || name.given === '' ? family : `${family} ${name.given}`;
}
