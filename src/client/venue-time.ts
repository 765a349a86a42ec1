/** Times as clocks at the venue show them, written as a language writes them. */
import { localTime } from '../model/local-time.ts';

/**
 * `text`: RFC 3339; with an offset it is the clock at the venue already. `offset`: of the venue, for times in UTC; where nobody has
 * said it the time is in UTC, and says so. What is no time stays as it is.
 */
export function venueTime(
  text: string,
  language: string,
  offset?: string,
  form: Intl.DateTimeFormatOptions = DAY_AND_MINUTE,
): string {
  const local = localTime(text, offset);
  const clock = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)/.exec(local)?.[1];
  if (clock === undefined) return text;
  const written = formatOf(language, form).format(new Date(`${clock}${clock.length === 16 ? ':00' : ''}Z`));
  return local.endsWith('Z') ? `${written} UTC` : written;
}

/** What clocks at the venue show, for who is elsewhere: `UTC+02:00`; empty where nobody has said it. */
export const zoneText = (offset: string | undefined): string => (offset === undefined ? '' : `UTC${offset}`);

/** A day as a language writes it: `1998-05-04` is `4 May 1998`. What is none, a year alone, stays as it is. */
export const dayText = (text: string, language: string): string =>
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)
    ? venueTime(`${text}T00:00`, language, undefined, DAY)
    : text;

const DAY: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
const DAY_AND_MINUTE: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
export const MINUTE: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
export const SECOND: Intl.DateTimeFormatOptions = { ...MINUTE, second: '2-digit' };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are dear to make. English is that of the rest of the world: days before months, 24 hours. */
function formatOf(language: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(form)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...form, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

/** `75000` -> `1:15`: how long ago, or how long from now. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const [minutes, rest] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0')];
  if (minutes < 60) return `${minutes}:${rest} min`;
  return minutes < 2_880 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1_440)} d`;
}
