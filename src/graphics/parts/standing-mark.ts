/** How far what is shown may be relied on, as a small label. */
import type { Standing } from '../content/head.ts';
import { element, setMark, setText } from './dom.ts';

export class StandingMark {
  readonly element = element('span', 'standing');

  paint({ status, text, isSound, isTest }: Standing): void {
    setText(this.element, text);
    this.element.hidden = text === '';
    setMark(this.element, 'status', status);
    setMark(this.element, 'unsound', isSound && !isTest ? null : '');
  }
}
