/** What the two published formats have in common: one race, group or field competition with its rows. */
import type { Micro } from '../../../model/decimal.ts';
import type { LeftOut } from '../../../venue/import/left-out.ts';

export interface PublishedTrial {
  readonly attempt: number;
  readonly outcome: 'VALID' | 'FAILED' | 'PASSED' | 'RETIRED';
  /** Decimal texts, metres and m/s. */
  readonly mark?: string;
  readonly height?: string;
  readonly wind?: string;
  readonly phase?: string;
}

export interface PublishedRow {
  /** Number of the row in the source; null for who is not in it. */
  readonly line: number | null;
  readonly code: string;
  readonly organisation: string;
  readonly given: string;
  readonly family: string;
  readonly members: readonly { readonly code: string; readonly given: string; readonly family: string }[];
  readonly team: boolean;
  /** `A`, `B`; null where the source names no group. */
  readonly group: string | null;
  readonly reaction: string | null;
  /** Finish time in seconds, also of somebody disqualified afterwards; null for none. */
  readonly time: string | null;
  /** Best distance or height in metres; null for none. */
  readonly mark: string | null;
  readonly trials: readonly PublishedTrial[];
  readonly irm: string | null;
  readonly irmReason: string | null;
  /** Official: for comparison only. */
  readonly rank: number | null;
  readonly qualificationMark: string | null;
}

export type RoundCode = 'PREL' | 'RND1' | 'REP' | 'SFNL' | 'FNL' | 'QUAL';

export interface PublishedUnit {
  /** RSC event code of the open event or of the combined one. */
  readonly event: string;
  readonly gender: string;
  /** RSC phase code: the round, or the part of a combined event. */
  readonly phase: string;
  readonly partOfCombined: boolean;
  readonly heat: number;
  readonly name: string;
  readonly wind: string | null;
  readonly rows: readonly PublishedRow[];
  /** `setup.options` of a meet whose rules are not those of the rule book. */
  readonly options?: object;
}

/** A decathlon or heptathlon as published: totals only, for comparison. */
export interface PublishedTotals {
  readonly event: string;
  readonly gender: string;
  readonly name: string;
  readonly rows: readonly PublishedRow[];
}

export interface PublishedCompetition {
  readonly set: string;
  readonly name: string;
  /** First day, `2016-08-12`: decides the edition of the rules. */
  readonly date: string;
  readonly units: readonly PublishedUnit[];
  readonly totals: readonly PublishedTotals[];
  /** Rows that the source has. */
  readonly lines: number;
  readonly leftOut: readonly LeftOut[];
}

/** A published performance: a mark or time, and why it does not count. */
export interface PublishedMark {
  readonly value: Micro | null;
  readonly irm: string | null;
  readonly reason: string | null;
}

const IRM = /(DNS|DNF|DSQ|DQ|NM|NH)\s*(.*)$/;
const VALUE = /(?:\d+:)*\d+(?:\.\d+)?/;

/** `9.81`, `3:40.25`, `2:08:44`, `8893`, `37.62DQ`, `DQ 8:08.47`, `6.58DQADR 2.2`, `NH`. */
export function readMark(text: string | null | undefined): PublishedMark {
  const trimmed = (text ?? '').trim();
  const found = IRM.exec(trimmed);
  const before = found === null ? trimmed : trimmed.slice(0, found.index);
  const after = found?.[2] ?? '';
  const annulled = VALUE.exec(before) ?? (/^(?:\d+:)*\d+\.\d+$/.test(after) ? VALUE.exec(after) : null);
  const reason = after !== '' && !/^[\d:.]+$/.test(after) ? after : null;
  return { value: annulled === null ? null : microOf(annulled[0]), irm: irmOf(found?.[1]), reason };
}

const irmOf = (text: string | undefined): string | null =>
  text === undefined ? null : text === 'NH' ? 'NM' : text === 'DSQ' ? 'DQ' : text;

/** Seconds, metres or points in millionths. */
function microOf(text: string): Micro {
  const [seconds = '0', minutes = '0', hours = '0'] = text.split(':').reverse();
  const [whole = '0', fraction = ''] = seconds.split('.');
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(whole);
  return total * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** `XXO`, `X-`, `XXr` at one bar as trials; `firstAttempt` 1 unless the bar comes again. */
export function readTrials(text: string, height: string, phase?: string, firstAttempt = 1): PublishedTrial[] {
  const outcomes = { O: 'VALID', X: 'FAILED', '-': 'PASSED', P: 'PASSED', R: 'RETIRED' } as const;
  const letters = [...text.toUpperCase()].filter(
    (letter): letter is keyof typeof outcomes => letter in outcomes,
  );
  return letters.map((letter, index) => ({
    attempt: firstAttempt + index,
    outcome: outcomes[letter],
    height,
    ...(phase === undefined ? {} : { phase }),
  }));
}

/** One attempt of a jump or throw: a distance, `X`, `P` or `-`, `r`. */
export function readAttempt(
  attempt: number,
  text: string | null | undefined,
  wind?: string | null,
): PublishedTrial | null {
  const trimmed = (text ?? '').trim();
  const measured = /^(\d+(?:\.\d+)?)\s*[a-z]?$/i.exec(trimmed)?.[1];
  if (measured !== undefined) {
    return {
      attempt,
      outcome: 'VALID',
      mark: measured,
      ...(isNumber(wind) ? { wind: numberText(wind) } : {}),
    };
  }
  const letter = trimmed.charAt(0).toUpperCase();
  if (letter === 'X') return { attempt, outcome: 'FAILED' };
  if (letter === 'P' || letter === '-' || letter === '–') return { attempt, outcome: 'PASSED' };
  if (letter === 'R') return { attempt, outcome: 'RETIRED' };
  return null;
}

export const isNumber = (text: string | null | undefined): boolean =>
  /^[+-]?\d+(\.\d+)?$/.test((text ?? '').trim());

/** The venue feed writes no plus signs. */
export const numberText = (text: string | null | undefined): string => (text ?? '').trim().replace(/^\+/, '');

/** `1`, `1=`, `=1`; null for none. */
export function rankOf(text: string | number | null | undefined): number | null {
  const digits = /\d+/.exec(String(text ?? ''));
  return digits === null ? null : Number(digits[0]);
}

/** `M`, `W` or `X` as the RSC has it. */
export function genderOf(text: string): string {
  if (/^(x|mixed)/i.test(text)) return 'X';
  return /^[wf]/i.test(text) ? 'W' : 'M';
}

/** An id where the source has none: letters and digits of what it has. */
export const codeFrom = (...parts: readonly (string | null | undefined)[]): string =>
  parts.map((part) => (part ?? '').normalize('NFD').replace(/[^A-Za-z0-9]/g, '')).join('-');

/** Each unit once. A second one with the same code is left out and named: the source does not say what it is part of. */
export function distinctUnits(units: readonly PublishedUnit[], leftOut: LeftOut[]): PublishedUnit[] {
  const seen = new Set<string>();
  return units.filter(({ event, gender, phase, heat, name, rows }) => {
    const key = [event, gender, phase, heat].join(' ');
    const repeated = seen.has(key);
    const reason = `${name}: stands a second time, and nothing says what it is part of`;
    if (repeated) leftOut.push({ reason, lines: rows.length });
    seen.add(key);
    return !repeated;
  });
}
