/** What a rule says of a unit that is under way: what is happening at this moment, and what has happened. Texts are ready to show. */
import type { CompetitorCode } from '../model/competitor.ts';

export interface Now {
  /** Part of the unit: a half, a round of attempts, the height of the bar. */
  readonly period?: string;
  readonly clock?: string;
  readonly running?: boolean;
  /** Which way the clock runs, where the rule book says it. */
  readonly clockRuns?: ClockRuns;
  readonly scores?: readonly Scored[];
  /** Who serves, a competitor or an athlete of one, and who does so in the next game. */
  readonly serving?: CompetitorCode;
  readonly servesNext?: CompetitorCode;
  /** Won in the set, and in the game, that is under way. */
  readonly games?: readonly Scored[];
  readonly points?: readonly Scored[];
  /** In the order in which they are shown: who was before, who is in action, who is next, and who comes after that. */
  readonly turns: ReadonlyMap<CompetitorCode, Turn>;
}

export type ClockRuns = 'UP' | 'DOWN';

export interface Turn {
  readonly role: 'CURRENT' | 'PREVIOUS' | 'NEXT';
  /** The number of the attempt that it is, or was. */
  readonly attempt?: number;
}

/** Something that happened in a unit. */
export interface Play {
  /** Of the fact that says it. */
  readonly id: string;
  readonly kind: string;
  readonly competitor: CompetitorCode;
  readonly athlete?: CompetitorCode;
  readonly period?: string;
  readonly clock?: string;
  readonly detail?: string;
  readonly value?: string;
  /** The score after it. */
  readonly scores: readonly Scored[];
}

export interface Scored {
  readonly competitor: CompetitorCode;
  readonly score: string;
}
