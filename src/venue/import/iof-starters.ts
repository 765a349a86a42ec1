/** Who starts in a race of an IOF list, and what is known of the race. */
import type { Micro } from '../../model/decimal.ts';
import type { Instant } from '../../model/fact.ts';
import type { When } from './iof-clocks.ts';
import type { IofStatus, IofTime } from './iof-values.ts';

export interface IofPerson {
  readonly code: string;
  readonly name: { readonly given?: string; readonly family?: string; readonly team?: string };
  readonly organisation: string;
}

/** Somewhere on the course, with the time since the start. */
export interface IofPoint {
  readonly code: string;
  /** Along the course. */
  readonly order: number;
  readonly time: Micro;
}

export interface IofStarter extends IofPerson {
  /** Line of the file. */
  readonly line: number;
  /** Number of the result in the file; 0 where there is none yet. */
  readonly number: number;
  /** Of a team, by leg. */
  readonly members: readonly IofPerson[] | null;
  readonly bib: string | null;
  /** 1, 2 ... in events of several races. */
  readonly race: number;
  readonly start: Instant | null;
  readonly time: IofTime | null;
  readonly status: IofStatus;
  /** Something that bears on the place could not be read. */
  readonly lost: boolean;
  /** Controls and take-overs on the way, in order. */
  readonly points: readonly IofPoint[];
  /** As published; for comparison only. */
  readonly position: number | null;
}

/** With the start as the file has it. */
export type RawStarter = Omit<IofStarter, 'start'> & { readonly start: When | null };
