/** When somebody started: as an instant, or by a clock alone, which a night can be between. */
import { type Micro, ONE } from '../../model/decimal.ts';
import type { Instant } from '../../model/fact.ts';
import { parseInstant } from '../../model/instant.ts';
import { parseTimeText } from '../../model/time-text.ts';
import { type Clocks, dayOf } from './clocks.ts';
import { highest, lowest } from './grouped.ts';
import type { ImportReport } from './report.ts';
import { child, type XmlElement } from './xml-tree.ts';

const DAY = 24 * 3600 * ONE;
/** Starts of one race whose clocks are further apart than this have midnight between them. */
const RACE_MAX = 18 * 3600 * ONE;

/** `clock`: since midnight of a day that the file does not say. */
export type When = { readonly at: Instant } | { readonly clock: Micro };

const OFFSET = /[+-]\d{2}:\d{2}$/;

export class IofClocks {
  readonly #clocks: Clocks;
  readonly #report: ImportReport;
  #zoneAssumed = false;
  /** `+02:00`, where times of the file have an offset of their own. */
  utcOffset: string | null = null;

  constructor(clocks: Clocks, report: ImportReport) {
    this.#clocks = clocks;
    this.#report = report;
  }

  /** `<StartTime>2024-06-22T16:10:05</StartTime>`, or `<StartTime><Date>...</Date><Clock>18:16:37</Clock></StartTime>`. */
  read(element: XmlElement | undefined): When | null {
    if (element === undefined) return null;
    const clock = child(element, 'Clock')?.text;
    const text = clock ?? element.text;
    if (text === '') return null;
    const when =
      clock === undefined ? this.#instantOf(text) : this.#clockOf(clock, child(element, 'Date')?.text);
    if (when === null) this.#report.add('VALUE_UNREADABLE', element.line, `${element.name} "${text}"`);
    return when;
  }

  #instantOf(text: string): When | null {
    const [day, time = ''] = text.split('T');
    if (dayOf(day!) === null) return null;
    const at = parseInstant(text);
    if (at !== null) {
      this.utcOffset ??= OFFSET.exec(text)?.[0] ?? null;
      return { at };
    }
    const clock = /^\d{2}:\d{2}:\d{2}(?:\.\d+)?$/.test(time) ? timeOfDay(time) : null;
    return clock === null ? null : this.#local(day!, clock);
  }

  #clockOf(text: string, day: string | undefined): When | null {
    const clock = timeOfDay(text);
    if (clock === null) return null;
    return day === undefined || dayOf(day) === null ? { clock } : this.#local(day, clock);
  }

  #local(day: string, clock: Micro): When | null {
    const at = this.#clocks.at(day, clock);
    if (at === null) return null;
    this.#zoneAssumed ||= this.#clocks.zone === null;
    return { at };
  }

  /** Starts of one race, the first of them on `day`. */
  instants(starts: readonly (When | null)[], day: string): (Instant | null)[] {
    const clocks = starts.flatMap((when) => (when !== null && 'clock' in when ? when.clock : []));
    const overMidnight = highest(clocks, 0) - (lowest(clocks) ?? 0) > RACE_MAX;
    return starts.map((when) => {
      if (when === null) return null;
      if ('at' in when) return when.at;
      const next = overMidnight && when.clock < DAY / 2 ? DAY : 0;
      this.#zoneAssumed ||= this.#clocks.zone === null;
      return this.#clocks.at(day, when.clock + next);
    });
  }

  tellAssumed(): void {
    if (this.#zoneAssumed)
      this.#report.add(
        'TIME_ZONE_ASSUMED',
        0,
        'times of the file have no time zone: say it with --time-zone',
      );
  }
}

function timeOfDay(text: string): Micro | null {
  const time = parseTimeText(text);
  return text.includes(':') && time !== null && time < DAY ? time : null;
}

/** From start to finish; a finish that a clock shows before the start is on the next day. */
export function between(start: When | null, finish: When | null): Micro | null {
  if (start === null || finish === null) return null;
  if ('clock' in start && 'clock' in finish) return (finish.clock - start.clock + DAY) % DAY || null;
  return 'at' in start && 'at' in finish && finish.at > start.at ? finish.at - start.at : null;
}
