/** The newest version of each document that a page follows: a signal a channel, renewed at most once a frame. */
import { batch, type Signal, signal } from '@preact/signals';
import type { Subscriber } from '../../client/subscriber.ts';
import { type Channel, type Document, type DocumentOf, isOfType } from '../../model/document.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { DocumentType } from '../../model/shape/table.ts';
import { oncePerFrame } from './once-per-frame.ts';

type Followed = ReturnType<Subscriber['follow']>;

export class Documents {
  readonly #subscriber: Subscriber;
  readonly #signals = new Map<Channel, Signal<Document | null>>();
  /** What came since the last frame: of each channel the newest. */
  readonly #waiting = new Map<Channel, Document>();
  readonly #followed = new Map<string, Followed>();
  readonly #paint = oncePerFrame(() => this.#show());
  readonly #channels = signal<readonly Channel[]>([]);
  #delayMs = 0;

  constructor(subscriber: Subscriber) {
    this.#subscriber = subscriber;
  }

  /** Those of which anything has come, in the order in which they came. */
  get channels(): Signal<readonly Channel[]> {
    return this.#channels;
  }

  /** Null until it comes. */
  of(channel: Channel): Signal<Document | null> {
    const known = this.#signals.get(channel);
    if (known !== undefined) return known;
    const made = signal<Document | null>(null);
    this.#signals.set(channel, made);
    return made;
  }

  /** Of one type; null until it comes. Who reads it is told of the next one. */
  typed<Type extends DocumentType>(unit: Rsc, type: Type): DocumentOf<Type> | null {
    const found = this.of(`${unit}/${type}`).value;
    return found !== null && isOfType(found, type) ? found : null;
  }

  /** Follows these patterns and no others; what is followed already goes on. */
  followOnly(patterns: readonly string[]): void {
    for (const [pattern, end] of this.#followed) {
      if (patterns.includes(pattern)) continue;
      end();
      this.#followed.delete(pattern);
    }
    for (const pattern of patterns) this.#follow(pattern);
  }

  #follow(pattern: string): void {
    if (this.#followed.has(pattern)) return;
    const followed = this.#subscriber.follow<string>(
      pattern,
      (document, _delta, channel) => {
        this.#waiting.set(channel, document);
        this.#paint();
      },
      this.#delayMs === 0 ? {} : { delayMs: this.#delayMs },
    );
    this.#followed.set(pattern, followed);
  }

  /** Everything that much later from here on, up to 600,000. */
  delay(delayMs: number): void {
    if (delayMs === this.#delayMs) return;
    this.#delayMs = delayMs;
    for (const followed of this.#followed.values()) followed.change({ delayMs });
  }

  #show(): void {
    batch(() => {
      for (const [channel, document] of this.#waiting) this.of(channel).value = document;
      const known = new Set(this.#channels.peek());
      const added = [...this.#waiting.keys()].filter((channel) => !known.has(channel));
      if (added.length > 0) this.#channels.value = [...this.#channels.peek(), ...added];
      this.#waiting.clear();
    });
  }
}
