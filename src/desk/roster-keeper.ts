import { type LogContent, ROSTER_KEY } from '../incidents/log-content.ts';
import type { PartWord } from '../incidents/part.ts';
import { type Roster, type RosterPart, withCome, withoutLeft } from '../incidents/roster.ts';
import type { LogDesk } from './log-desk.ts';
import type { PartsHeard } from './parts-heard.ts';

/** Who has been heard for so long belongs to the pipeline: by then one whose place it takes is silent. */
const COME_MS = 8_000;

const rosterIn = (content: LogContent | null): Roster =>
  content !== null && 'roster' in content ? content.roster : [];

/** Keeps in the logbook who should be there: one roster for all desks, which outlives them. */
export class RosterKeeper {
  readonly #log: LogDesk;
  readonly #parts: PartsHeard;
  readonly #left = new Map<string, RosterPart>();
  #isWriting = false;

  constructor(log: LogDesk, parts: PartsHeard) {
    this.#log = log;
    this.#parts = parts;
  }

  /** It has said farewell. */
  left({ part, name, url }: PartWord): void {
    this.#left.set(name, { part, name, url });
  }

  async write(now: number): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    try {
      for (const [name, part] of this.#left) {
        await this.#change('LEFT', part, (roster) => withoutLeft(roster, name));
        this.#left.delete(name);
      }
      const isHeard = (name: string): boolean => this.#parts.isHeard(name, now);
      for (const { part, name, url } of this.#parts.heardFor(COME_MS, now)) {
        const came = { part, name, url };
        if (!this.#log.roster.some((known) => known.name === name))
          await this.#change('CAME', came, (roster) => withCome(roster, came, isHeard));
      }
    } finally {
      this.#isWriting = false;
    }
  }

  /** Whoever is heard now should be there, and nobody else. */
  async reset(by: string, now: number): Promise<void> {
    const roster = this.#parts.heard(now).map(({ word: { part, name, url } }) => ({ part, name, url }));
    await this.#log.change(ROSTER_KEY, () => ({ roster, what: 'RESET', about: null, by }));
  }

  async #change(
    what: 'CAME' | 'LEFT',
    about: RosterPart,
    make: (roster: Roster) => Roster | null,
  ): Promise<void> {
    await this.#log.change(ROSTER_KEY, (last) => {
      const roster = make(rosterIn(last));
      return roster === null ? null : { roster, what, about, by: null };
    });
  }
}
