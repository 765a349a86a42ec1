import { build, type Histogram } from 'hdr-histogram-js';
import { FORM_NAMES, type Form } from './forms.ts';

/** When versions are due; version `before` + 1 + k at `dueAt` + k times `intervalMs`, of the machine's clock. */
export interface Schedule {
  readonly before: number;
  readonly dueAt: number;
  readonly intervalMs: number;
  /** Versions at the beginning that do not count. */
  readonly warmUp: number;
  readonly versions: number;
}

/** Milliseconds from when a version was due. */
export interface Lateness {
  readonly p50: number;
  readonly p99: number;
  readonly 'p99.9': number;
  readonly max: number;
}

/** How late versions came to the screens of one form, or of all. */
export interface Sighting {
  readonly of: Form | 'all';
  readonly screens: number;
  readonly late: Lateness;
  /** Mean of a data message after the first; 0 where messages of several forms are put together. */
  readonly messageBytes: number;
}

export interface Sightings {
  readonly sightings: readonly Sighting[];
  /** Milliseconds from when a version was due until the last of these screens had it, version by version. */
  readonly lasts: readonly number[];
}

const MICROS_PER_MS = 1_000;

class FormBook {
  readonly late: Histogram = build({ numberOfSignificantValueDigits: 3 });
  screens = 0;
  messages = 0;
  bytes = 0;
}

/** Notes which screen has which version when. A screen that skips to a newer version has the ones between. */
export class SightingBook {
  readonly #forms = new Map<Form, FormBook>(FORM_NAMES.map((form) => [form, new FormBook()]));
  readonly #formOf: readonly Form[];
  readonly #has: Uint32Array;
  /** Microseconds by version, of the screen that had it last so far. */
  readonly #lasts: number[] = [];
  #schedule: Schedule | null = null;

  constructor(formOf: readonly Form[]) {
    this.#formOf = formOf;
    this.#has = new Uint32Array(formOf.length);
    for (const form of formOf) this.#forms.get(form)!.screens += 1;
  }

  /** The oldest version that one of the first `screens` still shows. */
  oldestOf(screens: number): number {
    return this.#has.subarray(0, screens).reduce((oldest, version) => Math.min(oldest, version));
  }

  begin(schedule: Schedule): void {
    this.#schedule = schedule;
  }

  note(screen: number, version: number, atMs: number, bytes: number): void {
    const book = this.#forms.get(this.#formOf[screen]!)!;
    const before = this.#has[screen]!;
    if (version <= before) return;
    this.#has[screen] = version;
    if (before > 0) {
      book.messages += 1;
      book.bytes += bytes;
    }
    for (let each = before + 1; each <= version; each += 1) {
      const late = this.#late(each, atMs);
      if (late === null) continue;
      book.late.recordValue(late);
      this.#lasts[each] = late;
    }
  }

  /** Microseconds; null when the version does not count. */
  #late(version: number, atMs: number): number | null {
    if (this.#schedule === null) return null;
    const { before, dueAt, intervalMs, warmUp } = this.#schedule;
    const index = version - before - 1;
    if (index < warmUp) return null;
    return Math.max(1, Math.round((atMs - dueAt - index * intervalMs) * MICROS_PER_MS));
  }

  report(): Sightings {
    const all = build({ numberOfSignificantValueDigits: 3 });
    const forms = [...this.#forms].filter(([, { screens }]) => screens > 0);
    const sightings = forms.map(([form, book]): Sighting => {
      all.add(book.late);
      const messageBytes = Math.round(book.bytes / Math.max(1, book.messages));
      return { of: form, screens: book.screens, late: latenessOf(book.late), messageBytes };
    });
    const whole: Sighting = { of: 'all', screens: this.#has.length, late: latenessOf(all), messageBytes: 0 };
    // Versions before the schedule, and those of the warm-up, have no entry.
    const lasts = Object.values(this.#lasts).map((micros) => micros / MICROS_PER_MS);
    return { sightings: [whole, ...sightings], lasts };
  }
}

function latenessOf(histogram: Histogram): Lateness {
  const at = (percentile: number): number => histogram.getValueAtPercentile(percentile) / MICROS_PER_MS;
  return { p50: at(50), p99: at(99), 'p99.9': at(99.9), max: histogram.maxValue / MICROS_PER_MS };
}

/** The same of single values, in milliseconds. */
export function latenessOfAll(values: readonly number[]): Lateness {
  const histogram = build({ numberOfSignificantValueDigits: 3 });
  for (const value of values) histogram.recordValue(Math.max(1, Math.round(value * MICROS_PER_MS)));
  return latenessOf(histogram);
}
