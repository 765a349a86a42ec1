/**
 * What an import did not take as it stands in the file: each remark by line and code. One report, told when the file has been
 * read and before a fact is written, so that who wants all or nothing (`--strict`) gets it.
 */
import type { LeftOut } from './left-out.ts';

/** `left out`: it is in the file and in no fact. `assumed`: the file does not say it, so something was taken. */
export type Weight = 'left out' | 'assumed';

/** What can be remarked, and in one sentence why. Stable: scripts look for the codes. */
export const REMARKS = {
  MEET_LEFT_OUT: ['left out', 'a file holds several meets, and one is imported'],
  EVENT_UNKNOWN: ['left out', 'results of an event that is not in the programme, or has no distance'],
  SECOND_RESULT: ['left out', 'a second result of one competitor in one event or race'],
  RANKED_BY_POINTS: ['left out', 'ranked by points, which no rule here does: never ranked by time instead'],
  STATUS_UNKNOWN: ['left out', 'a status that the format does not have: the time has no place without it'],
  ENTRY_LEFT_OUT: [
    'left out',
    'an entry without a result in an event that has results, or one that was rejected',
  ],
  MEMBER_TWICE: [
    'left out',
    'somebody who is in two teams of one race, which nobody can be: listed in the first',
  ],
  TEAM_LEFT_OUT: [
    'left out',
    'a team without name or legs, or of version 2.0.3, which is not read for teams',
  ],
  MOVED: ['left out', 'somebody who was moved to another class'],
  NAMELESS: ['left out', 'a result of somebody without name and code'],
  TIME_UNREADABLE: ['left out', 'a time that cannot be read, or none where there must be one'],
  VALUE_UNREADABLE: ['left out', 'something else that cannot be read: a split, a reaction, a day of birth'],
  SCORE_LEFT_OUT: ['left out', 'points for some other list, beside the time'],
  OVERALL_LEFT_OUT: ['left out', 'a result over several races, which no rule here makes'],
  ORGANISATION_UNNAMED: ['left out', 'names of clubs beyond those that a competition has room for'],
  FACT_REFUSED: ['left out', 'something that the venue feed refuses'],
  DATE_ASSUMED: ['assumed', 'a day that cannot be read: taken as that before it in the file'],
  TIME_ZONE_ASSUMED: ['assumed', 'clocks without a time zone: taken as UTC'],
  CODE_MADE: ['assumed', 'two with one code: the second has one that was made for it'],
} as const satisfies Readonly<Record<string, readonly [Weight, string]>>;

export type RemarkCode = keyof typeof REMARKS;

export interface Remark {
  readonly code: RemarkCode;
  /** Of the file; 0 where it is about the whole of it. */
  readonly line: number;
  readonly text: string;
}

/** Remarks of one code that are kept with their text; of more than that only the number. */
const TOLD_MAX = 100;

export class ImportReport {
  readonly #told = new Map<RemarkCode, Remark[]>();
  readonly #counts = new Map<RemarkCode, number>();
  readonly #results = new Map<RemarkCode, number>();

  /** `results`: how many results of the file are in no fact because of it. */
  add(code: RemarkCode, line: number, text: string, results = 0): void {
    const told = this.#told.get(code) ?? [];
    if (told.length < TOLD_MAX) told.push({ code, line, text });
    this.#told.set(code, told);
    this.#counts.set(code, this.count(code) + 1);
    this.#results.set(code, (this.#results.get(code) ?? 0) + results);
  }

  count(code: RemarkCode): number {
    return this.#counts.get(code) ?? 0;
  }

  /** Remarks about what is left out. */
  get leftOut(): number {
    return [...this.#counts].reduce(
      (sum, [code, count]) => sum + (REMARKS[code][0] === 'left out' ? count : 0),
      0,
    );
  }

  /** `left out: 3 TIME_UNREADABLE, 9 SECOND_RESULT; results in no fact: 9`. */
  get summary(): string {
    const codes = [...this.#counts].filter(([code]) => REMARKS[code][0] === 'left out');
    const each = codes.map(([code, count]) => `${count} ${code}`).join(', ');
    const results = [...this.#results.values()].reduce((sum, lines) => sum + lines, 0);
    return `left out: ${each}; results in no fact: ${results}`;
  }

  /** By line, as the file has them. */
  get remarks(): readonly Remark[] {
    return [...this.#told.values()].flat().sort((one, other) => one.line - other.line);
  }

  /** How many more there are of a code than `remarks` has. */
  get untold(): ReadonlyMap<RemarkCode, number> {
    return new Map(
      [...this.#counts].flatMap(([code, count]) => (count > TOLD_MAX ? [[code, count - TOLD_MAX]] : [])),
    );
  }

  /** Each result of the file is in a list or counted here. */
  get results(): readonly LeftOut[] {
    return [...this.#results]
      .filter(([, lines]) => lines > 0)
      .map(([code, lines]) => ({ reason: `${code}: ${REMARKS[code][1]}`, lines }));
  }
}
