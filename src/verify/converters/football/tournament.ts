/** A tournament as published, whatever the format: teams, matches, what happened in them, and the tables of the officials. */
import type { LeftOut } from '../../../venue/import/left-out.ts';

export interface Team {
  readonly code: string;
  readonly name: string;
}

export type Both<T> = readonly [home: T, away: T];

/** `FIRST`: the groups; `SECOND`: a second group stage, or a final round that is played as a group. */
export type Stage = 'FIRST' | 'SECOND' | 'KNOCK_OUT' | 'THIRD_PLACE';

export interface PublishedMatch {
  readonly line: number;
  /** Of the source, in the order in which they were played. */
  readonly id: string;
  readonly stage: Stage;
  /** `8FNL`, `QFNL`, `SFNL`, `FNL` of the knock-out. */
  readonly round: string | null;
  /** As the source calls it; empty where it says none. */
  readonly group: string;
  /** Played again after a tie, in the knock-out or to separate teams of a group. */
  readonly again: boolean;
  readonly teams: Both<Team>;
  /** After extra time, without the shoot-out. */
  readonly goals: Both<number>;
  readonly extraTime: boolean;
  readonly shootOut: Both<number> | null;
  /** Officially: who won, 0 home, 1 away; null for a tie. */
  readonly winner: 0 | 1 | null;
  readonly actions: readonly PublishedAction[];
}

/** A goal, a card, a kick of the shoot-out. */
export interface PublishedAction {
  readonly side: 0 | 1;
  readonly kind: string;
  readonly athlete: string;
  readonly period: string;
  readonly detail?: string;
  /** Minutes, with those of added time. */
  readonly clock?: string;
}

/** A line of an official table. */
export interface PublishedPlace {
  readonly line: number;
  readonly team: Team;
  /** In its group; null where the source gives none. */
  readonly position: number | null;
  /** Went on to the next stage. */
  readonly advanced: boolean;
  readonly points: number | null;
  readonly difference: number | null;
  readonly goals: number | null;
  readonly played: number | null;
}

export interface PublishedTable {
  readonly stage: Stage;
  readonly rows: readonly PublishedPlace[];
}

export interface Tournament {
  readonly set: string;
  readonly gender: 'M' | 'W';
  readonly format: string;
  readonly edition: string;
  readonly matches: readonly PublishedMatch[];
  readonly tables: readonly PublishedTable[];
  /** Best first. */
  readonly final: readonly { readonly line: number; readonly team: Team; readonly position: number }[];
  readonly lines: number;
  readonly leftOut: readonly LeftOut[];
}
