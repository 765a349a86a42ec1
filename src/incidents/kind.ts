import type { Measured } from './measured.ts';

/** By when somebody has to act: now, or today. */
export type Severity = 'NOW' | 'TODAY';

/** Something that is not as it should be. */
export interface Found {
  /** A part, source, unit; empty where there is only one. */
  readonly about: string;
  /** How much of it: an incident that has grown since it was acknowledged is new again. Default 1. */
  readonly count?: number;
  /** Shown in the words of the incident. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** What it may be a consequence of: a unit, its sources. */
  readonly within?: readonly string[];
}

export interface IncidentKind {
  readonly severity: Severity;
  /** The alert rule of the same, and its section in the runbook. */
  readonly alert: string;
  /** It must be so for so long. */
  readonly forMs: number;
  /** What it says, with the values of what was found in braces. */
  readonly text: string;
  /** What somebody does now: the first words of its section in the runbook. */
  readonly action: string;
  /**
   * Incidents that follow from it, by code, or by code and what they are about: those within what this one is about, and all of them where it
   * is about nothing in particular.
   */
  readonly hides: readonly string[];
  readonly find: (measured: Measured) => readonly Found[];
  /** Whether anybody can know that it is not so: until then it does not clear. By default always. */
  readonly isKnown?: (measured: Measured) => boolean;
}
