/** A record, low in the picture. */
import { type RecordStrapContent, recordStrapContent } from '../content/record-strap.ts';
import { type GraphicKind, ONE_PAGE, type Painter } from '../kind.ts';
import { listed } from '../listed.ts';
import { element, setText } from '../parts/dom.ts';
import { FittedText } from '../parts/fitted-text.ts';
import { Flag } from '../parts/flag.ts';
import { HeadLine } from '../parts/head-line.ts';

export const recordStrap: GraphicKind<RecordStrapContent> = {
  ...listed('record-strap'),
  types: ['RECORDS'],
  beside: ['COMMUNICATION'],
  ...ONE_PAGE,
  content: recordStrapContent,
  painter: (stage) => new RecordStrapPainter(stage),
};

class RecordStrapPainter implements Painter<RecordStrapContent> {
  readonly #head = new HeadLine();
  readonly #news = element('span', 'news');
  readonly #records = new FittedText('records');
  readonly #flag = new Flag();
  readonly #name = new FittedText('name');
  readonly #notes = new FittedText('notes quiet');
  readonly #mark = element('span', 'mark digits');

  constructor(stage: HTMLElement) {
    const band = element('div', 'band', this.#news, this.#records.element);
    const who = element('div', 'who', this.#name.element, this.#notes.element);
    const line = element('div', 'line', this.#flag.element, who, this.#mark);
    stage.append(element('div', 'box strap', band, line, this.#head.element));
  }

  paint({ head, records, news, mark, who, notes }: RecordStrapContent): void {
    this.#head.paint(head);
    setText(this.#news, news);
    this.#news.hidden = news === '';
    this.#records.set([records.join('  ·  ')]);
    this.#flag.paint(who ?? NOBODY);
    this.#name.set(who?.names ?? []);
    this.#notes.set([notes.join('  ·  ')]);
    setText(this.#mark, mark);
  }
}

const NOBODY = { organisations: [], flag: '' } as const;
