import { clipped, widthOf } from '../text-width.ts';

/** A line of the screen: text without anything that a terminal obeys, and what it is. */
export interface ScreenLine {
  readonly text: string;
  readonly is?: 'title' | 'labels' | 'changed' | 'trouble' | 'quiet';
}

/** The part of a terminal (a `tty.WriteStream`) that is painted on. */
export interface PaintedOn {
  write(text: string): boolean;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  once(event: 'drain', heard: () => void): unknown;
}

const STYLES = { title: '1', labels: '4', changed: '7', trouble: '1;31', quiet: '2' };

/** The other screen, so that what was there before comes back; no cursor, and nothing runs on into the next line. */
const BEGIN = '\x1b[?1049h\x1b[?25l\x1b[?7l';
const END = '\x1b[?7h\x1b[?25h\x1b[?1049l';
const CLEAR = '\x1b[2J';
const TO_LINE_END = '\x1b[K';
/** What stands between these a terminal shows at once; one that does not know them passes over them. */
const AT_ONCE = ['\x1b[?2026h', '\x1b[?2026l'] as const;

/**
 * Paints lines on a terminal: of each frame those lines alone that are other ones, in one write. While the terminal has not taken the
 * last frame nothing is written, and then the newest: a slow line shows less often, and nothing old.
 */
export class Painter {
  readonly #output: PaintedOn;
  readonly #hasColours: boolean;
  #painted: string[] = [];
  #isClear = false;
  #isOpen = false;
  #isFull = false;
  #waiting: readonly ScreenLine[] | null = null;

  constructor(output: PaintedOn, hasColours: boolean) {
    this.#output = output;
    this.#hasColours = hasColours;
  }

  get width(): number {
    return this.#output.columns || 80;
  }

  get height(): number {
    return this.#output.rows || 24;
  }

  paint(lines: readonly ScreenLine[]): void {
    if (this.#isFull) {
      this.#waiting = lines;
      return;
    }
    const frame = this.#frame(lines.slice(0, this.height).map((line) => this.#styled(line)));
    if (frame === '') return;
    const begin = this.#isOpen ? '' : BEGIN;
    this.#isOpen = true;
    this.#isFull = !this.#output.write(`${begin}${AT_ONCE[0]}${frame}${AT_ONCE[1]}`);
    if (this.#isFull) this.#output.once('drain', () => this.#drained());
  }

  /** The terminal has another size: what is on it can be anywhere. */
  resized(): void {
    this.#isClear = false;
  }

  /** Gives the terminal back as it was. */
  close(): void {
    if (this.#isOpen) this.#output.write(END);
    this.#isOpen = false;
    this.#waiting = null;
    this.#isFull = true;
  }

  #frame(lines: readonly string[]): string {
    const isNew = !this.#isClear;
    const before = isNew ? [] : this.#painted;
    let frame = isNew ? CLEAR : '';
    for (let index = 0; index < Math.max(lines.length, before.length); index += 1) {
      const line = lines[index] ?? '';
      if (line !== (before[index] ?? '')) frame += `\x1b[${index + 1};1H${line}`;
    }
    this.#painted = [...lines];
    this.#isClear = true;
    return frame;
  }

  /** A line that fills the screen has no rest to be cleared. */
  #styled({ text, is }: ScreenLine): string {
    const shown = clipped(text, this.width);
    const rest = widthOf(shown) < this.width ? TO_LINE_END : '';
    return is === undefined || !this.#hasColours ? shown + rest : `\x1b[${STYLES[is]}m${shown}\x1b[0m${rest}`;
  }

  #drained(): void {
    if (!this.#isOpen) return;
    this.#isFull = false;
    const lines = this.#waiting;
    this.#waiting = null;
    if (lines !== null) this.paint(lines);
  }
}
