/** Who it is, low in the picture. */
import { type LowerThirdContent, lowerThirdContent } from '../content/lower-third.ts';
import { type GraphicKind, ONE_PAGE, type Painter } from '../kind.ts';
import { listed } from '../listed.ts';
import { element } from '../parts/dom.ts';
import { FittedText } from '../parts/fitted-text.ts';
import { Flag } from '../parts/flag.ts';
import { HeadLine } from '../parts/head-line.ts';

export const lowerThird: GraphicKind<LowerThirdContent> = {
  ...listed('lower-third'),
  types: ['RESULT', 'PHASE_RESULT', 'CUMULATIVE_RESULT', 'RANKING', 'POOL_STANDING', 'PARTICIPANTS'],
  beside: ['CURRENT', 'SCHEDULE'],
  ...ONE_PAGE,
  content: lowerThirdContent,
  painter: (stage) => new LowerThirdPainter(stage),
};

class LowerThirdPainter implements Painter<LowerThirdContent> {
  readonly #head = new HeadLine();
  readonly #flag = new Flag();
  readonly #name = new FittedText('name');
  readonly #organisation = new FittedText('organisation quiet');
  readonly #members = new FittedText('members');
  readonly #notes = new FittedText('notes');

  constructor(stage: HTMLElement) {
    const below = element('div', 'below', this.#organisation.element, this.#notes.element);
    const who = element('div', 'who', this.#name.element, this.#members.element, below);
    const line = element('div', 'line', this.#flag.element, who);
    stage.append(element('div', 'box', line, this.#head.element));
  }

  paint({ head, who, members, notes }: LowerThirdContent): void {
    this.#head.paint(head);
    this.#flag.paint(who);
    this.#name.set(who.names);
    this.#organisation.set(who.organisations);
    this.#members.element.hidden = members.length === 0;
    this.#members.set(inEveryForm(members.map(({ names }) => names)));
    this.#notes.set(fewerAndFewer(notes));
  }
}

/** All names in their longest form, then all in a shorter one. */
function inEveryForm(all: readonly (readonly string[])[]): readonly string[] {
  const forms = Math.max(0, ...all.map((names) => names.length));
  return Array.from({ length: forms }, (_, form) =>
    all.map((names) => names[Math.min(form, names.length - 1)]).join('  ·  '),
  );
}

/** Where there is no room the last ones are left out. */
const fewerAndFewer = (notes: readonly string[]): readonly string[] =>
  notes.map((_, left) => notes.slice(0, notes.length - left).join('  ·  '));
