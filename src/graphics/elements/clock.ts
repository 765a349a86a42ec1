/** The venue's clock, counted on between two of its words, with what is to beat and who has passed the foremost point. */
import { clockAt, type RunningClock, valueAt } from '../../client/running-clock.ts';
import type { Micro } from '../../model/decimal.ts';
import { gapText } from '../../model/time-text.ts';
import { type ClockContent, clockContent, type Passed, type ToBeat } from '../content/clock.ts';
import { type GraphicKind, ONE_PAGE, type PaintedHow, type Painter } from '../kind.ts';
import { listed } from '../listed.ts';
import { element, setText } from '../parts/dom.ts';
import { FittedText } from '../parts/fitted-text.ts';
import { Flag } from '../parts/flag.ts';
import { HeadLine } from '../parts/head-line.ts';
import { KeyedRows, type RowPainter } from '../parts/keyed-rows.ts';
import type { Timeline } from '../timeline.ts';

export const clock: GraphicKind<ClockContent> = {
  ...listed('clock'),
  types: ['RESULT'],
  beside: ['CURRENT', 'SCHEDULE'],
  ...ONE_PAGE,
  content: clockContent,
  painter: (stage, timeline) => new ClockPainter(stage, timeline),
};

const ROW_HEIGHT = 56;

interface PassedRow extends Passed {
  readonly key: string;
}

class ClockPainter implements Painter<ClockContent> {
  readonly #head = new HeadLine();
  readonly #face = element('div', 'face');
  readonly #period = element('span', 'period quiet');
  readonly #time = element('span', 'time digits');
  readonly #toBeat = element('div', 'to-beat');
  readonly #toBeatLabel = element('span', 'label quiet');
  readonly #toBeatMark = element('span', 'mark digits');
  readonly #toBeatWho = new FittedText('name');
  readonly #point = element('div', 'point');
  readonly #pointLabel = element('span', 'label');
  readonly #toCome = element('span', 'to-come quiet');
  readonly #gap = element('span', 'gap digits');
  readonly #passed: KeyedRows<PassedRow>;
  #clock: RunningClock | null = null;
  #since: Micro | null = null;

  constructor(stage: HTMLElement, timeline: Timeline) {
    this.#passed = new KeyedRows(ROW_HEIGHT, timeline, () => new PassedPainter());
    this.#toBeat.append(this.#toBeatLabel, this.#toBeatWho.element, this.#toBeatMark);
    const pointHead = element('div', 'point-head', this.#pointLabel, this.#toCome, this.#gap);
    this.#point.append(pointHead, this.#passed.element);
    this.#face.append(this.#period, this.#time);
    stage.append(element('div', 'box', this.#head.element, this.#face, this.#toBeat, this.#point));
  }

  paint({ head, clock: heard, period, toBeat, point }: ClockContent, { atOnce }: PaintedHow): void {
    this.#head.paint(head);
    this.#clock = heard;
    this.#face.hidden = heard === null && period === '';
    this.#time.hidden = heard === null;
    if (heard !== null && this.#time.textContent === '') setText(this.#time, heard.text);
    setText(this.#period, period);
    this.#paintToBeat(toBeat);
    this.#point.hidden = point === null;
    this.#since = point?.since ?? null;
    if (point === null) return;
    setText(this.#pointLabel, point.label);
    setText(this.#toCome, point.toCome);
    this.#passed.paint(
      point.passed.map((passed) => ({ key: passed.who.key, ...passed })),
      atOnce,
    );
  }

  tick(now: number, isLive: boolean): void {
    if (this.#clock === null) return;
    setText(this.#time, clockAt(this.#clock, now, isLive));
    setText(this.#gap, isLive ? this.#gapAt(this.#clock, now) : '');
  }

  /** How far behind the first whoever comes next is already; nothing while the clock is not counted on. */
  #gapAt(clock: RunningClock, now: number): string {
    const value = valueAt(clock, now);
    return value === null || this.#since === null || value < this.#since
      ? ''
      : gapText(value - this.#since, clock.decimals);
  }

  #paintToBeat(toBeat: ToBeat | null): void {
    this.#toBeat.hidden = toBeat === null;
    if (toBeat === null) return;
    setText(this.#toBeatLabel, toBeat.label);
    setText(this.#toBeatMark, toBeat.mark);
    this.#toBeatWho.set(toBeat.who === null ? [''] : shortFirst(toBeat.who.names));
  }
}

class PassedPainter implements RowPainter<PassedRow> {
  readonly element: HTMLElement;
  readonly #rank = element('span', 'rank digits');
  readonly #flag = new Flag();
  readonly #name = new FittedText('name');
  readonly #time = element('span', 'mark digits');

  constructor() {
    this.element = element('div', 'row', this.#rank, this.#flag.element, this.#name.element, this.#time);
  }

  /** The first with the time, the others with what they are behind. */
  paint({ rank, who, time, gap }: PassedRow): void {
    setText(this.#rank, rank);
    this.#flag.paint(who);
    this.#name.set(shortFirst(who.names));
    setText(this.#time, gap || time);
  }
}

/** Beside a clock there is never room for the whole name. */
const shortFirst = (names: readonly string[]): readonly string[] =>
  names.length > 1 ? names.slice(1) : names;
