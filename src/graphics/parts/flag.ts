/** The organisation as a block: its code, over which a theme may lay a picture. */
import type { Who } from '../content/who.ts';
import { element, setMark, setText } from './dom.ts';

export class Flag {
  readonly element = element('div', 'flag');

  /** `organisations`: the shortest is shown. */
  paint({ organisations, flag }: Pick<Who, 'organisations' | 'flag'>): void {
    const code = organisations.at(-1) ?? '';
    setText(this.element, code);
    setMark(this.element, 'flag', flag || code || null);
    this.element.hidden = code === '' && flag === '';
  }
}
