/** Reads fields of a JSON file that a person has written: what is unknown, missing or of another kind is said by its path. */
import { RecipientsError } from './recipients-error.ts';

export class Fields {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #path: string;

  /** `known`: anything else is a mistake that somebody would look for later. */
  constructor(value: unknown, path: string, known: readonly string[]) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new RecipientsError('WRONG_VALUE', path, 'must be an object');
    this.#fields = value as Readonly<Record<string, unknown>>;
    this.#path = path;
    for (const name of Object.keys(value))
      if (!known.includes(name))
        throw new RecipientsError(
          'UNKNOWN_FIELD',
          this.pathOf(name),
          `is not known; there are ${known.join(', ')}`,
        );
  }

  pathOf(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined;
  }

  /** Without a default it must be there. */
  text(name: string, otherwise?: string, pattern = /^[^\p{Cc}]+$/u, what = 'a text'): string {
    const value = this.#fields[name];
    if (value === undefined && otherwise !== undefined) return otherwise;
    this.#must(name);
    if (typeof value !== 'string' || !pattern.test(value)) throw this.wrong(name, `must be ${what}`);
    return value;
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.#fields[name] ?? otherwise;
    if (typeof value !== 'boolean') throw this.wrong(name, 'must be true or false');
    return value;
  }

  count(name: string, otherwise: number, most: number): number {
    const value = this.#fields[name] ?? otherwise;
    if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > most)
      throw this.wrong(name, `must be a whole number from 1 to ${most}`);
    return value as number;
  }

  oneOf<const V extends string>(name: string, values: readonly V[], otherwise?: V): V {
    const value = this.#fields[name] ?? otherwise;
    if (value === undefined) this.#must(name);
    if (!values.includes(value as V)) throw this.wrong(name, `must be one of ${values.join(', ')}`);
    return value as V;
  }

  list(name: string): readonly unknown[] {
    this.#must(name);
    const value = this.#fields[name];
    if (!Array.isArray(value) || value.length === 0)
      throw this.wrong(name, 'must be a list that is not empty');
    return value;
  }

  object(name: string, known: readonly string[]): Fields {
    this.#must(name);
    return new Fields(this.#fields[name], this.pathOf(name), known);
  }

  /** Texts by name; empty where there is nothing. */
  texts(name: string): Readonly<Record<string, string>> {
    const value = this.#fields[name] ?? {};
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.wrong(name, 'must be an object');
    for (const [each, text] of Object.entries(value))
      if (typeof text !== 'string') throw this.wrong(`${name}.${each}`, 'must be a text');
    return value as Readonly<Record<string, string>>;
  }

  wrong(name: string, message: string): RecipientsError {
    return new RecipientsError('WRONG_VALUE', this.pathOf(name), message);
  }

  #must(name: string): void {
    if (!this.has(name)) throw new RecipientsError('MISSING_FIELD', this.pathOf(name), 'must be there');
  }
}
