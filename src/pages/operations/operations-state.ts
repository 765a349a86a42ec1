/** What the control room knows: what a desk found last, how old that is, who works here. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { capitalised } from '../../client/cells.ts';
import { isPartKind } from '../../incidents/part.ts';
import { type Glance, glanceOf, type OperationsAnswer, type Situation } from '../../incidents/situation.ts';
import type { Condition } from '../../incidents/table.ts';
import { unitTitle } from '../../model/title.ts';
import { filled } from '../../model/words.ts';
import { askDesk } from '../stream/ask-desk.ts';
import { keptOperator, namedOperator } from '../stream/operator.ts';
import { type DeskFeed, deskFeed } from '../view/desk-feed.ts';
import { namesIn, type Speech } from '../view/speech.ts';
import { numberText } from './formats.ts';
import { OPERATIONS_WORDS, type OperationsLanguage, type OperationsWords } from './operations-words.ts';

const ASK_EVERY_MS = 1_000;
const GIVE_UP_MS = 3_000;
const CLOCK_MS = 500;

/** On the page, and in the tab for whoever looks elsewhere. */
export const GLANCE_MARKS: Readonly<Record<Glance, string>> = {
  NOT_KNOWN: '?',
  ACT: '▲',
  IN_HAND: '◆',
  QUIET: '●',
};

export class OperationsState {
  readonly speech: Speech;
  readonly said: OperationsWords;
  readonly situation: Signal<Situation | null> = signal(null);
  /** What proves to the desk that this page is its own; null: it can only look. */
  readonly token: Signal<string | null> = signal(null);
  /** Milliseconds of the page's clock that only goes forward. */
  readonly clock = signal(performance.now());
  readonly operator: Signal<string> = keptOperator();
  /** Why the last thing that was asked was not done; empty: it was. */
  readonly refusal = signal('');
  readonly feed: ReadonlySignal<DeskFeed>;
  readonly glance: ReadonlySignal<Glance>;
  /** Milliseconds since the desk found what is shown; null: nothing is. */
  readonly age: ReadonlySignal<number | null>;
  readonly #words: OperationsLanguage;
  readonly #answeredAt: Signal<number | null> = signal(null);
  readonly #foundAt: Signal<number | null> = signal(null);

  constructor(speech: Speech) {
    this.speech = speech;
    this.#words = OPERATIONS_WORDS[speech.language]!;
    this.said = this.#words.said;
    this.age = computed(() => ago(this.#foundAt.value, this.clock.value));
    this.feed = computed(() =>
      deskFeed({
        answeredAgoMs: ago(this.#answeredAt.value, this.clock.value),
        foundAgoMs: this.age.value,
        isSettled: this.situation.value?.isSettled ?? false,
      }),
    );
    this.glance = computed(() => {
      const { value } = this.situation;
      return this.feed.value === 'LIVE' && value !== null ? glanceOf(value) : 'NOT_KNOWN';
    });
    effect(() => {
      document.title = `${GLANCE_MARKS[this.glance.value]} ${this.said.title}`;
    });
    setInterval(() => {
      this.clock.value = performance.now();
    }, CLOCK_MS);
    void this.#askAgainAndAgain();
  }

  /** What an incident says, and what is to be done about it. */
  wordsOf({ code, values }: Pick<Condition, 'code' | 'values'>): { text: string; action: string } {
    const { text, action } = this.#words.incidents[code];
    return { text: capitalised(filled(text, this.valuesIn(values))), action };
  }

  /** Values as they are shown: units by their names, parts by their words. */
  valuesIn(values: Condition['values']): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, this.#shown(name, value)]),
    );
  }

  #shown(name: string, value: string | number): string {
    if (typeof value === 'number') return numberText(value, this.speech.language);
    if (name === 'unit') return this.unitName(value);
    return name === 'part' && isPartKind(value) ? this.said[`part${value}`] : value;
  }

  /** What a unit is called; its code where no document says it. */
  unitName(unit: string): string {
    const found = this.situation.value?.units.find((each) => each.unit === unit);
    return found === undefined ? unit : unitTitle(namesIn(this.speech, found));
  }

  /** Asks the desk to do something. True: it is done. */
  async act(action: 'acknowledge' | 'shelve' | 'release' | 'reset', about: object): Promise<boolean> {
    const by = namedOperator(this.operator);
    if (by === null) {
      this.refusal.value = this.said.operatorMissing;
      return false;
    }
    const refused = await askDesk(action, this.token.peek(), { ...about, by });
    const reason = refused?.code === '' ? this.said.feedNO_SERVER : refused?.message;
    this.refusal.value = reason === undefined ? '' : filled(this.said.refused, { reason });
    await this.#ask();
    return refused === null;
  }

  async #askAgainAndAgain(): Promise<void> {
    for (;;) {
      await this.#ask();
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  }

  async #ask(): Promise<void> {
    try {
      const response = await fetch('/v1/operations.json', { signal: AbortSignal.timeout(GIVE_UP_MS) });
      if (response.ok) this.#take((await response.json()) as OperationsAnswer);
    } catch {
      // It shows by itself how long nothing has come.
    }
  }

  /** How old it is goes by the process that heard it, and from here on by the page's own clock: no two clocks are compared. */
  #take({ situation, heardAgoMs, token }: OperationsAnswer): void {
    const now = performance.now();
    this.clock.value = now;
    this.#answeredAt.value = now;
    this.token.value = token;
    this.#foundAt.value = heardAgoMs === null ? null : now - heardAgoMs;
    this.situation.value = situation;
  }
}

const ago = (at: number | null, now: number): number | null => (at === null ? null : Math.max(0, now - at));
