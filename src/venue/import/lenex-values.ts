/** Values of LENEX attributes. What is there and cannot be read is remarked. */
import { decimal, type Micro } from '../../model/decimal.ts';
import { parseTimeText } from '../../model/time-text.ts';
import { dayOf } from './clocks.ts';
import type { ImportReport } from './report.ts';

/** `"1000"`, `"09:00"`, `"9:30"` -> minutes after midnight. Anything else is no time of day. */
export function minutesOf(text: string | undefined): number | null {
  const match = /^(\d{1,2}):?(\d{2})(?::\d{2})?$/.exec(text ?? '');
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** `NT`, zero and what some programs write instead of it (`00:00:00:00:`): nothing was swum. */
const NO_TIME = /^(?:NT|[0:.,]*)$/;

/** `"00:01:43.88"`; null where there is none, undefined where it cannot be read. */
export function swimTime(text: string | undefined): Micro | null | undefined {
  if (text === undefined || NO_TIME.test(text)) return null;
  return parseTimeText(text) ?? undefined;
}

/** `"+68"` are hundredths: 0.68 s. A take-over can be negative. */
export function reactionOf(text: string | undefined, report: ImportReport, line: number): Micro | null {
  if (text === undefined || text === '') return null;
  const match = /^([+-]?)(\d{1,4})$/.exec(text);
  if (match === null) {
    report.add('VALUE_UNREADABLE', line, `reaction "${text}"`);
    return null;
  }
  const size = (Number(match[2]) * decimal('1')) / 100;
  return match[1] === '-' && size !== 0 ? -size : size;
}

/** LENEX writes F, the feed writes W as RSCs do. */
export const genderOf = (gender: string | undefined): { gender?: string } =>
  gender === 'F' || gender === 'M' || gender === 'X' ? { gender: gender === 'F' ? 'W' : gender } : {};

/** `2001-05-31`, if there was such a day. */
export function birthDateOf(
  text: string | undefined,
  report: ImportReport,
  line: number,
): { birthDate?: string } {
  if (text === undefined || text === '') return {};
  if (dayOf(text) !== null) return { birthDate: text };
  report.add('VALUE_UNREADABLE', line, `day of birth "${text}"`);
  return {};
}

/** A whole number of at least `least`; null for anything else. */
export function wholeNumber(text: string | undefined, least: number): number | null {
  const value = Number(text);
  return text !== undefined && text !== '' && Number.isInteger(value) && value >= least ? value : null;
}
