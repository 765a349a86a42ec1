/** The weather, low in the picture: a cell a reading. */
import { type MeasuredText, type WeatherContent, weatherContent } from '../content/weather.ts';
import { type GraphicKind, ONE_PAGE, type Painter } from '../kind.ts';
import { listed } from '../listed.ts';
import { element, setMark, setText } from '../parts/dom.ts';
import { HeadLine } from '../parts/head-line.ts';

export const weather: GraphicKind<WeatherContent> = {
  ...listed('weather'),
  types: ['CONDITIONS'],
  beside: [],
  ...ONE_PAGE,
  content: weatherContent,
  painter: (stage) => new WeatherPainter(stage),
};

class WeatherPainter implements Painter<WeatherContent> {
  readonly #head = new HeadLine();
  readonly #readings = element('div', 'readings');
  readonly #cells = new Map<string, ReadingCell>();
  readonly #where = element('div', 'foot quiet');

  constructor(stage: HTMLElement) {
    stage.append(element('div', 'box', this.#head.element, this.#readings, this.#where));
  }

  paint({ head, location, at, readings }: WeatherContent): void {
    this.#head.paint(head);
    for (const [key, cell] of this.#cells)
      cell.element.hidden = !readings.some((reading) => reading.key === key);
    for (const reading of readings) this.#cell(reading.key).paint(reading);
    setText(this.#where, [location, at].filter(Boolean).join('  ·  '));
  }

  #cell(key: string): ReadingCell {
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    const made = new ReadingCell(key);
    this.#cells.set(key, made);
    this.#readings.append(made.element);
    return made;
  }
}

class ReadingCell {
  readonly element: HTMLElement;
  readonly #label = element('span', 'label quiet');
  readonly #value = element('span', 'value digits');
  readonly #unit = element('span', 'unit');

  constructor(key: string) {
    const value = element('div', '', this.#value, this.#unit);
    this.element = element('div', 'reading', value, this.#label);
    setMark(this.element, 'measure', key);
  }

  paint({ label, value, unit }: MeasuredText): void {
    setText(this.#label, label);
    setText(this.#value, value);
    setText(this.#unit, unit);
  }
}
