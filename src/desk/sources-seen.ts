import type { Broker, ProcessedPosition, SourceStatus, Subscription } from '../broker/broker.ts';
import type { SourceSeen } from '../incidents/measured.ts';
import { LATE_MS } from '../model/missing.ts';

const STATES = { OK: 'ok', SILENT: 'silent', GAP: 'gap' } as const;
const MICROS_PER_MS = 1_000;

/** How the sources are, as engines find it, with the numbers that have not come and the venue from which each was heard. */
export class SourcesSeen {
  readonly #broker: Pick<Broker, 'watchProcessed'>;
  readonly #statuses = new Map<string, SourceStatus>();
  readonly #processed = new Map<string, ProcessedPosition>();
  readonly #venues = new Map<string, string>();
  readonly #watches = new Map<string, Promise<Subscription | null>>();

  constructor(broker: Pick<Broker, 'watchProcessed'>) {
    this.#broker = broker;
  }

  take(status: SourceStatus): void {
    const { source, streamSeq } = status;
    const before = this.#statuses.get(source);
    // Engines run side by side, and one may be behind.
    if (before !== undefined && before.streamSeq > streamSeq) return;
    this.#statuses.set(source, status);
    if (!this.#watches.has(source)) this.#watches.set(source, this.#watch(source));
  }

  /** A fact of the source came from there. */
  heardFrom(source: string, venue: string): void {
    this.#venues.set(source, venue);
  }

  /** `behindMs` null: no engine can say how the sources are now. `now`: milliseconds since 1970 by the broker's clock. */
  seen(behindMs: number | null, now: number): readonly SourceSeen[] {
    return [...this.#statuses.values()]
      .map(({ source, state, lastFactAt, events }) => {
        const said = STATES[state];
        const isLate = said === 'ok' && behindMs !== null && behindMs > LATE_MS;
        const position = this.#processed.get(source);
        return {
          source,
          venue: this.#venues.get(source) ?? '',
          state: behindMs === null ? 'unknown' : isLate ? 'late' : said,
          lastFactAgeMs: lastFactAt === 0 ? null : Math.max(0, Math.round(now - lastFactAt / MICROS_PER_MS)),
          events,
          seq: position === undefined ? null : highestOf(position),
          holes: position === undefined ? [] : holesIn(position),
        } as const;
      })
      .toSorted((one, other) => (one.source < other.source ? -1 : 1));
  }

  async stop(): Promise<void> {
    for (const watch of this.#watches.values()) await (await watch)?.stop();
  }

  /** Null where the broker did not answer; the state of the source says that numbers are missing all the same. */
  async #watch(source: string): Promise<Subscription | null> {
    const take = (position: ProcessedPosition): void => void this.#processed.set(source, position);
    return this.#broker.watchProcessed(source, take).catch(() => {
      this.#watches.delete(source);
      return null;
    });
  }
}

const highestOf = ({ seq, beyond = [] }: ProcessedPosition): number => beyond.at(-1)?.[1] ?? seq;

/** What is missing between those that are processed: from, to. */
export function holesIn({ seq, beyond = [] }: ProcessedPosition): readonly (readonly [number, number])[] {
  const ends = [seq, ...beyond.map(([, to]) => to)];
  return beyond.map(([from], index) => [ends[index]! + 1, from - 1] as const);
}
