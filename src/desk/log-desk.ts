import type { Logbook, StoredLogLine, Subscription } from '../broker/broker.ts';
import type { Incident } from '../incidents/life-cycle.ts';
import {
  contentOf,
  EVENT_KEY,
  type EventContent,
  keyOfContent,
  type LogContent,
  ROSTER_KEY,
} from '../incidents/log-content.ts';
import { eventOf, type Line } from '../incidents/logged.ts';
import type { Roster } from '../incidents/roster.ts';
import { bytesOf } from '../incidents/said.ts';
import type { LoggedEvent } from '../incidents/situation.ts';
import { incidentKey } from '../incidents/table.ts';
import type { Instant } from '../model/fact.ts';
import { behindOthers } from './behind-others.ts';

const LINES_KEPT = 1_000;
const SHOWN = 100;
const MICROS_PER_MS = 1_000;

/** The logbook as a desk reads and writes it: the newest word on each incident, who should be there, and what happened. */
export class LogDesk {
  readonly incidents = new Map<string, Incident>();
  readonly #logbook: Logbook;
  readonly #newId: () => string;
  readonly #heard: (event: EventContent, storedAt: Instant) => void;
  readonly #lines: Line[] = [];
  #roster: Roster = [];
  #reading: Subscription | null = null;

  /** `heard` is told of each event as it comes. */
  constructor(
    logbook: Logbook,
    newId: () => string,
    heard: (event: EventContent, storedAt: Instant) => void,
  ) {
    this.#logbook = logbook;
    this.#newId = newId;
    this.#heard = heard;
  }

  get roster(): Roster {
    return this.#roster;
  }

  get lines(): readonly Line[] {
    return this.#lines;
  }

  /** The newest first. */
  get events(): readonly LoggedEvent[] {
    return this.#lines.slice(-SHOWN).reverse().map(eventOf);
  }

  async start(): Promise<void> {
    this.#reading = await this.#logbook.follow((line) => this.#take(line));
  }

  async stop(): Promise<void> {
    await this.#reading?.stop();
  }

  /**
   * Writes what `decide` makes of the newest line of a key, and only behind that one: of two desks the second one decides again, on what the
   * first one wrote. Gives what stands there then; null where nothing ever did. Throws what the broker throws.
   */
  async change(
    key: string,
    decide: (last: LogContent | null) => LogContent | null,
  ): Promise<LogContent | null> {
    const attempt = async (): Promise<LogContent | null> => {
      const last = await this.#logbook.last(key);
      const before = last === null ? null : contentOf(last.data);
      const after = decide(before);
      if (after === null) return before;
      await this.#write(after, last?.streamSeq ?? 0);
      return after;
    };
    return behindOthers(attempt, (why) => new Error(`${key}: ${why}`));
  }

  /** Something that happened; it changes nothing that was written before. */
  note(content: LogContent): Promise<unknown> {
    return this.#write(content);
  }

  #write(content: LogContent, after?: number): Promise<unknown> {
    const line = { key: keyOfContent(content), id: this.#newId(), data: bytesOf(content) };
    return this.#logbook.write(line, after);
  }

  #take({ key, data, storedAt }: StoredLogLine): void {
    const content = contentOf(data);
    if (content === null || keyOfContent(content) !== key) return;
    if (key === EVENT_KEY && 'event' in content) this.#heard(content, storedAt);
    if ('incident' in content) this.incidents.set(incidentKey(content.incident), content.incident);
    if (key === ROSTER_KEY && 'roster' in content) this.#roster = content.roster;
    this.#lines.push({ at: Math.floor(storedAt / MICROS_PER_MS), content });
    if (this.#lines.length > LINES_KEPT) this.#lines.shift();
  }
}
