/** Who swims in an event of a LENEX meet, or is to, and what is known of it. */
import type { Micro } from '../../model/decimal.ts';

export interface LenexCompetitor {
  readonly code: string;
  readonly kind: 'ATHLETE' | 'TEAM';
  readonly organisation: string;
  readonly name: { readonly given?: string; readonly family?: string; readonly team?: string };
  readonly gender?: string;
  readonly birthDate?: string;
}

export interface LenexResult {
  /** Line of the file. */
  readonly line: number;
  /** Number of the RESULT element in the file; 0 for an entry. */
  readonly number: number;
  readonly event: string;
  readonly id: string;
  /** Key of the heat; null when the competitor was in none. */
  readonly heat: string | null;
  readonly lane: string | null;
  readonly competitor: LenexCompetitor;
  readonly members: readonly LenexMember[];
  readonly time: Micro | null;
  readonly reaction: Micro | null;
  readonly status: string;
  /** Something that bears on the place could not be read. */
  readonly lost: boolean;
  readonly comment: string;
  readonly splits: readonly { readonly distance: number; readonly time: Micro }[];
  /** As published over the round; for comparison only. Null for none. */
  readonly place: number | null;
  /** Ages of the relay as it was entered, `[12, 13]`; null for a swimmer, and where none are given. */
  readonly ages: readonly [number, number] | null;
}

export interface LenexMember {
  readonly competitor: LenexCompetitor;
  /** Not in another team of the race. */
  readonly listed: boolean;
  readonly reaction: Micro | null;
}
