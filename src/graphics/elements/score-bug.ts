/** Two sides with their score, small in a corner for as long as it is played. */
import { clockAt, type RunningClock } from '../../client/running-clock.ts';
import { type BugSide, type ScoreBugContent, scoreBugContent } from '../content/score-bug.ts';
import { type GraphicKind, ONE_PAGE, type Painter } from '../kind.ts';
import { listed } from '../listed.ts';
import { Cells } from '../parts/cells.ts';
import { element, setMark, setText } from '../parts/dom.ts';
import { FittedText } from '../parts/fitted-text.ts';
import { Flag } from '../parts/flag.ts';
import { StandingMark } from '../parts/standing-mark.ts';

export const scoreBug: GraphicKind<ScoreBugContent> = {
  ...listed('score-bug'),
  types: ['RESULT'],
  beside: ['CURRENT', 'SCHEDULE'],
  ...ONE_PAGE,
  content: scoreBugContent,
  painter: (stage) => new ScoreBugPainter(stage),
};

class ScoreBugPainter implements Painter<ScoreBugContent> {
  readonly #labels = new Cells('parts quiet');
  readonly #sides = [new SidePainter(), new SidePainter()] as const;
  readonly #time = element('span', 'time digits');
  readonly #period = new FittedText('period');
  readonly #standing = new StandingMark();
  #clock: RunningClock | null = null;

  constructor(stage: HTMLElement) {
    const sides = element('div', 'sides', ...this.#sides.map((side) => side.element));
    const below = element('div', 'below', this.#time, this.#period.element, this.#standing.element);
    stage.append(element('div', 'box', this.#labels.element, sides, below));
  }

  paint({ head, sides, clock, period, parts, decision }: ScoreBugContent): void {
    this.#labels.paint(parts.map(({ label }) => label));
    this.#labels.element.hidden = parts.length === 0;
    for (const [index, painter] of this.#sides.entries())
      painter.paint(
        sides[index]!,
        parts.map(({ texts }) => texts[index] ?? ''),
      );
    this.#clock = clock;
    this.#time.hidden = clock === null;
    if (clock !== null && this.#time.textContent === '') setText(this.#time, clock.text);
    this.#period.set([decision || period]);
    this.#standing.paint(head.standing);
  }

  tick(now: number, isLive: boolean): void {
    if (this.#clock !== null) setText(this.#time, clockAt(this.#clock, now, isLive));
  }
}

class SidePainter {
  readonly element: HTMLElement;
  readonly #flag = new Flag();
  readonly #name = new FittedText('name');
  readonly #serves = element('span', 'serves');
  readonly #parts = new Cells('parts digits');
  readonly #score = element('span', 'score digits');

  constructor() {
    this.element = element(
      'div',
      'side',
      this.#flag.element,
      this.#name.element,
      this.#serves,
      this.#parts.element,
      this.#score,
    );
  }

  paint(side: BugSide, parts: readonly string[]): void {
    this.#flag.paint(side);
    this.#name.set(side.names);
    setMark(this.#serves, 'serves', side.serves ? '' : null);
    this.#parts.paint(parts);
    setText(this.#score, side.score);
    setMark(this.element, 'outcome', side.outcome);
  }
}
