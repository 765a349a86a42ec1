const ESCAPE = String.fromCharCode(27);
const COMMANDS = new RegExp(`${ESCAPE}\\[([?\\d;]*)([A-Za-z])|[^${ESCAPE}]+`, 'g');

/** A terminal that a program paints on, of a size that is known: what it was sent, and what stands on it. */
export class PaintedTerminal {
  columns: number;
  rows: number;
  /** One for each write. */
  readonly frames: string[] = [];
  isAlternate = false;
  hasCursor = true;
  /** False: it has not taken what was written; `drain` says when it has. */
  takes = true;
  #cells: string[] = [];
  #drained: (() => void)[] = [];

  constructor(columns = 80, rows = 24) {
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string): boolean {
    this.frames.push(text);
    this.#obey(text);
    return this.takes;
  }

  once(_event: 'drain', heard: () => void): void {
    this.#drained.push(heard);
  }

  drain(): void {
    this.takes = true;
    for (const heard of this.#drained.splice(0)) heard();
  }

  /** What can be read on it. */
  get lines(): string[] {
    return Array.from({ length: this.rows }, (_none, row) => (this.#cells[row] ?? '').trimEnd());
  }

  get text(): string {
    return this.lines.join('\n').trimEnd();
  }

  /** Throws for what this terminal does not know: nothing else may be written to one. */
  #obey(text: string): void {
    let [row, column] = [0, 0];
    for (const [whole, parameters, command] of text.matchAll(COMMANDS)) {
      if (command === undefined) {
        if (/\p{Cc}/u.test(whole)) throw new Error(`a control character: ${JSON.stringify(whole)}`);
        const line = (this.#cells[row] ?? '').padEnd(column);
        this.#cells[row] = line.slice(0, column) + whole + line.slice(column + whole.length);
        column += whole.length;
        if (column > this.columns) throw new Error(`a line is wider than ${this.columns}: ${whole}`);
      } else if (command === 'H') {
        [row, column] = parameters!.split(';').map((number) => Number(number) - 1) as [number, number];
        if (row >= this.rows) throw new Error(`line ${row + 1} of ${this.rows}`);
      } else if (command === 'K') this.#cells[row] = (this.#cells[row] ?? '').slice(0, column);
      else if (command === 'J') this.#cells = [];
      else if (command === 'h' || command === 'l') this.#switch(parameters!, command === 'h');
      else if (command !== 'm') throw new Error(`not known: ${JSON.stringify(whole)}`);
    }
  }

  #switch(mode: string, isOn: boolean): void {
    if (mode === '?1049') this.isAlternate = isOn;
    if (mode === '?25') this.hasCursor = isOn;
  }
}
