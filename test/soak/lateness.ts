/** How late a screen shows what was said, fact by fact, without keeping what is over. */
import type { ScreenWord } from '../faults/journal.ts';
import type { Mark } from '../faults/meet.ts';

interface Due {
  readonly value: number;
  readonly at: number;
}

export class Lateness {
  /** Facts that are not shown yet, by unit and competitor, in the order in which they were said. */
  readonly #due = new Map<string, Due[]>();
  /** What is shown of each: a screen can be heard before the venue. */
  readonly #shown = new Map<string, Due>();
  /** Since it was asked last. */
  #worstMs = 0;

  said(unit: string, { competitor, value }: Mark, at: number): void {
    const name = `${unit} ${competitor}`;
    const shown = this.#shown.get(name);
    if (shown !== undefined && shown.value >= value) this.#was(shown.at - at);
    else this.#due.set(name, [...(this.#due.get(name) ?? []), { value, at }]);
  }

  shown({ channel, marks, at }: ScreenWord): void {
    for (const [competitor, text] of Object.entries(marks ?? {})) {
      const name = `${channel!.split('/')[0]} ${competitor}`;
      if (text === null) continue;
      this.#shown.set(name, { value: Number(text), at });
      const due = this.#due.get(name) ?? [];
      const there = due.filter(({ value }) => value <= Number(text));
      for (const each of there) this.#was(at - each.at);
      const rest = due.slice(there.length);
      if (rest.length === 0) this.#due.delete(name);
      else this.#due.set(name, rest);
    }
  }

  #was(ms: number): void {
    this.#worstMs = Math.max(this.#worstMs, ms);
  }

  /** How many are not shown yet. */
  get missing(): number {
    return [...this.#due.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** The worst since the last call, in milliseconds. */
  worst(): number {
    const worst = this.#worstMs;
    this.#worstMs = 0;
    return worst;
  }
}
