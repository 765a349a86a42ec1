import type { Complaint } from '../offline-competition.ts';

/** Complaints that are told one by one; of more than that only the number. */
const TOLD_MAX = 100;

/** Facts of a feed file that count for nothing: refused, or held until an operator releases them. */
export class RefusedFacts {
  readonly #path: string;
  readonly #told: string[] = [];
  #refused = 0;
  #held = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Of them refused; a fact that is held may still be right. */
  get refused(): number {
    return this.#refused;
  }

  add(lineNumber: number, { code, message }: Complaint): void {
    if (code === 'FACT_HELD') this.#held += 1;
    else this.#refused += 1;
    if (this.#told.length < TOLD_MAX) this.#told.push(`${this.#path}:${lineNumber}: ${code} ${message}\n`);
  }

  /** Line, code and reason of each, as lines. */
  text(): string {
    const more = this.#refused + this.#held - this.#told.length;
    return `${this.#told.join('')}${more > 0 ? `... and ${more} more facts refused or held\n` : ''}`;
  }

  /** `2 facts refused, 1 held`. */
  summary(): string {
    const held = this.#held === 0 ? '' : `, ${this.#held} held`;
    return `${this.#refused} ${this.#refused === 1 ? 'fact' : 'facts'} refused${held}`;
  }
}
