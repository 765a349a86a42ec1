/** Clocks at the place of a competition: what they show as an instant. */
import type { Micro } from '../../model/decimal.ts';
import type { Instant } from '../../model/fact.ts';
import { parseInstant } from '../../model/instant.ts';

const MINUTE = 60_000_000;
const HOUR = 60 * MINUTE;

/** Competitions of other years than these have no file: a fact of them is a fault of the file. */
const YEARS = { first: 1900, last: 2199 };

export class Clocks {
  readonly zone: string | null;
  readonly #format: Intl.DateTimeFormat | null;
  readonly #offsets = new Map<number, Micro>();

  /** `zone`: `Europe/Paris`; null for UTC. Throws a RangeError when there is none of that name. */
  constructor(zone: string | null) {
    this.zone = zone;
    this.#format =
      zone === null
        ? null
        : new Intl.DateTimeFormat('en-US', {
            timeZone: zone,
            hourCycle: 'h23',
            ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
            ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
          });
  }

  /** `2024-06-09` and the time since its midnight by these clocks; null when there is no such day. */
  at(date: string, time: Micro): Instant | null {
    const shown = dayOf(date);
    if (shown === null) return null;
    // The first look may be on the wrong side of a change of clocks.
    const near = shown + time - this.offset(shown + time);
    return shown + time - this.offset(near);
  }

  /** What they are ahead of UTC. */
  offset(instant: Instant): Micro {
    if (this.#format === null) return 0;
    const hour = Math.floor(instant / HOUR);
    const known = this.#offsets.get(hour);
    if (known !== undefined) return known;
    const offset = offsetOf(this.#format, hour * HOUR);
    this.#offsets.set(hour, offset);
    return offset;
  }

  /** `+02:00`. */
  offsetText(instant: Instant): string {
    const minutes = this.offset(instant) / MINUTE;
    const size = Math.abs(minutes);
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  }
}

/** Midnight UTC of a day that there is; null for any other text. */
export function dayOf(date: string): Instant | null {
  const year = Number(date.slice(0, 4));
  if (year < YEARS.first || year > YEARS.last) return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? parseInstant(`${date}T00:00:00Z`) : null;
}

function offsetOf(format: Intl.DateTimeFormat, instant: Instant): Micro {
  const parts = new Map(format.formatToParts(instant / 1000).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type)!;
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown * 1000 - instant;
}
