import type { Delta } from '../../model/delta.ts';
import type { Channel, Document } from '../../model/document.ts';
import type { Words } from '../../model/words.ts';
import type { Timing } from '../../timing.ts';
import { FollowedDocuments } from './followed.ts';
import { type PaintedOn, Painter } from './painter.ts';
import { screenLines } from './screen-lines.ts';

/** Frames are at least so far apart. */
const FRAME_MS = 50;
/** So long what changed stands out. */
const FRESH_MS = 3_000;

const CTRL_C = '\x03';

export interface TerminalWatchOptions {
  readonly output: PaintedOn;
  readonly timing: Pick<Timing, 'elapsed' | 'after'>;
  readonly hasColours: boolean;
  /** What is followed, as it was asked for. */
  readonly asked: string;
  readonly wordsOf: (document: Document) => Words | undefined;
}

/** Standings redrawn in place: what comes, keys and time -> frames. */
export class TerminalWatch {
  readonly #options: TerminalWatchOptions;
  readonly #painter: Painter;
  readonly #documents = new FollowedDocuments();
  #trouble: string | null = null;
  #stopFrame: (() => void) | null = null;
  #stopFading: () => void = () => {};
  #isClosed = false;

  constructor(options: TerminalWatchOptions) {
    this.#options = options;
    this.#painter = new Painter(options.output, options.hasColours);
  }

  take(document: Document, delta: Delta | null, channel: Channel): void {
    const changed = new Set((delta?.rows ?? []).map(({ key }) => key));
    this.#documents.take({ channel, document, changed, changedAt: this.#options.timing.elapsed() });
    this.#isOther();
    this.#stopFading();
    this.#stopFading = this.#options.timing.after(FRESH_MS, () => this.#isOther());
  }

  /** Why nothing may look live; null: it may. */
  troubled(text: string | null): void {
    if (text === this.#trouble) return;
    this.#trouble = text;
    this.#isOther();
  }

  /** What was pressed. True for what ends it. */
  key(pressed: string): boolean {
    if (pressed === 'q' || pressed === CTRL_C) return true;
    if (pressed === 'n') this.#documents.next();
    if (pressed === 'a') this.#documents.automatic();
    this.#isOther();
    return false;
  }

  resized(): void {
    this.#painter.resized();
    this.#isOther();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopFrame?.();
    this.#stopFading();
    this.#painter.close();
  }

  #isOther(): void {
    if (this.#isClosed) return;
    this.#stopFrame ??= this.#options.timing.after(FRAME_MS, () => this.#paint());
  }

  #paint(): void {
    this.#stopFrame = null;
    const { timing, asked, wordsOf } = this.#options;
    const moment = timing.elapsed();
    const followed = this.#documents.shown(moment);
    const shown = {
      followed,
      now: followed === null ? null : this.#documents.nowIn(followed),
      others: this.#documents.underWay.filter(({ channel }) => channel !== followed?.channel),
      isPinned: this.#documents.isPinned,
      asked,
      trouble: this.#trouble,
      isFresh: followed !== null && moment - followed.changedAt < FRESH_MS,
    };
    this.#painter.paint(screenLines(shown, this.#painter, wordsOf));
  }
}
