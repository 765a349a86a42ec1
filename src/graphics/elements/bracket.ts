/** The draw of an event: rounds beside each other, lines to where winners go on. They are drawn by the style sheet alone. */
import {
  type BracketContent,
  type BracketMatch,
  type BracketRound,
  type BracketSide,
  bracketContent,
  bracketPages,
} from '../content/bracket.ts';
import type { GraphicKind, Painter } from '../kind.ts';
import { listed } from '../listed.ts';
import { element, setMark, setText } from '../parts/dom.ts';
import { FittedText } from '../parts/fitted-text.ts';
import { HeadLine } from '../parts/head-line.ts';
import { InPlace } from '../parts/in-place.ts';

export const bracket: GraphicKind<BracketContent> = {
  ...listed('bracket'),
  types: ['BRACKETS'],
  beside: ['PARTICIPANTS'],
  pages: bracketPages,
  content: bracketContent,
  painter: (stage) => new BracketPainter(stage),
};

class BracketPainter implements Painter<BracketContent> {
  readonly #head = new HeadLine();
  readonly #rounds = new InPlace('rounds', () => new RoundPainter());
  readonly #tree = element('span', 'tree');
  readonly #page = element('span', 'page digits');
  readonly #foot: HTMLElement;

  constructor(stage: HTMLElement) {
    this.#foot = element('div', 'foot quiet', this.#tree, this.#page);
    stage.append(element('div', 'box', this.#head.element, this.#rounds.element, this.#foot));
  }

  paint({ head, tree, rounds, page }: BracketContent): void {
    this.#head.paint(head);
    this.#rounds.paint(rounds);
    setText(this.#tree, tree);
    setText(this.#page, page);
    this.#foot.hidden = tree === '' && page === '';
  }
}

class RoundPainter {
  readonly element: HTMLElement;
  readonly #name = new FittedText('round-name quiet');
  readonly #matches = new InPlace('matches', () => new MatchPainter());

  constructor() {
    this.element = element('div', 'round', this.#name.element, this.#matches.element);
  }

  paint({ name, matches }: BracketRound): void {
    this.#name.set([name]);
    this.#matches.paint(matches);
  }
}

class MatchPainter {
  readonly element: HTMLElement;
  readonly #sides = new InPlace('sides', () => new SidePainter());
  readonly #told = new FittedText('told quiet');

  constructor() {
    this.element = element('div', 'match', element('div', 'card', this.#told.element, this.#sides.element));
  }

  paint({ told, sides, leads }: BracketMatch): void {
    setMark(this.element, 'leads', leads);
    this.#told.set([told]);
    this.#told.element.hidden = told === '';
    this.#sides.paint(sides);
  }
}

class SidePainter {
  readonly element: HTMLElement;
  readonly #organisation = element('span', 'organisation quiet');
  readonly #name = new FittedText('name');
  readonly #score = element('span', 'score digits');

  constructor() {
    this.element = element('div', 'side', this.#organisation, this.#name.element, this.#score);
  }

  paint({ names, stands, organisation, score, hasWon }: BracketSide): void {
    setMark(this.element, 'stands', stands);
    setMark(this.element, 'won', hasWon ? '' : null);
    setText(this.#organisation, organisation);
    this.#name.set(names);
    setText(this.#score, score);
  }
}
