import { parseFactSubject } from './subjects.ts';

/** A fact that was seen in stream VENUE. */
interface Seen {
  readonly streamSeq: number;
  /** `<source>:<epoch>:<seq>`. */
  readonly id: string;
  readonly unit: string;
}

const TRAIL_MAX = 10_000;

/** The newest facts that this program has seen, to name those that a broker has lost. */
export class FactTrail {
  #seen: Seen[] = [];

  saw(streamSeq: number, id: string, subject: string): void {
    this.#seen.push({ streamSeq, id, unit: parseFactSubject(subject).unit });
    if (this.#seen.length > 2 * TRAIL_MAX) this.#seen = this.#seen.slice(-TRAIL_MAX);
  }

  /** Those that are not where they were; `idAt` gives what stands there now. `TIMING e 26 to 30 (HEAT ...)`, one text for each source and epoch. */
  async lost(idAt: (streamSeq: number) => Promise<string | null>): Promise<string[]> {
    let low = 0;
    let high = this.#seen.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { streamSeq, id } = this.#seen[middle]!;
      if ((await idAt(streamSeq)) === id) low = middle + 1;
      else high = middle;
    }
    const lost = this.#seen.slice(low);
    this.#seen = this.#seen.slice(0, low);
    const byOrigin = new Map<string, Seen[]>();
    for (const fact of lost) {
      const origin = fact.id.slice(0, fact.id.lastIndexOf(':'));
      byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), fact]);
    }
    return [...byOrigin].map(textOf);
  }
}

function textOf([origin, facts]: [string, readonly Seen[]]): string {
  const numbers = facts.map(({ id }) => Number(id.slice(id.lastIndexOf(':') + 1)));
  const units = [...new Set(facts.map(({ unit }) => unit).filter((unit) => unit !== ''))];
  return `${origin.replace(':', ' ')} ${Math.min(...numbers)} to ${Math.max(...numbers)} (${units.join(', ') || 'no unit'})`;
}
