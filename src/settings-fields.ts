/** Reads fields of a small JSON file that a person has written: what is unknown, missing or of another kind is said by its path. */

export type FieldFault = 'BAD_JSON' | 'UNKNOWN_FIELD' | 'MISSING_FIELD' | 'WRONG_VALUE';

/**
 * Makes the error of the file. `what`: of a wrong or missing value what it is to be (`a text`), of an unknown field the known ones, of what is
 * no JSON why. The path of the file itself is empty.
 */
export type Refused = (fault: FieldFault, path: string, what: string) => Error;

/** `known`: anything else is a mistake that somebody would look for later. */
export function fieldsIn(text: string, known: readonly string[], refused: Refused): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refused('BAD_JSON', '', (error as Error).message);
  }
  return new Fields(value, '', known, refused);
}

export class Fields {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #refused: Refused;

  constructor(value: unknown, path: string, known: readonly string[], refused: Refused) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw refused('WRONG_VALUE', path, 'an object');
    this.#fields = value as Readonly<Record<string, unknown>>;
    this.#path = path;
    this.#refused = refused;
    for (const name of Object.keys(value))
      if (!known.includes(name)) throw refused('UNKNOWN_FIELD', this.pathOf(name), known.join(', '));
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
    this.#must(name, what);
    if (typeof value !== 'string' || !pattern.test(value)) throw this.wrong(name, what);
    return value;
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.#or(name, otherwise);
    if (typeof value !== 'boolean') throw this.wrong(name, 'true or false');
    return value;
  }

  /** From `least` to `most`, both included. Without a default it must be there. */
  count(name: string, otherwise: number | undefined, most: number, least = 1): number {
    const what = `a whole number from ${least} to ${most}`;
    const value = this.#or(name, otherwise);
    if (value === undefined) this.#must(name, what);
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most)
      throw this.wrong(name, what);
    return value as number;
  }

  oneOf<const V extends string>(name: string, values: readonly V[], otherwise?: V): V {
    const what = `one of ${values.join(', ')}`;
    const value = this.#or(name, otherwise);
    if (value === undefined) this.#must(name, what);
    if (!values.includes(value as V)) throw this.wrong(name, what);
    return value as V;
  }

  list(name: string, least = 1): readonly unknown[] {
    const what = least === 0 ? 'a list' : 'a list that is not empty';
    this.#must(name, what);
    const value = this.#fields[name];
    if (!Array.isArray(value) || value.length < least) throw this.wrong(name, what);
    return value;
  }

  object(name: string, known: readonly string[]): Fields {
    this.#must(name, 'an object');
    return new Fields(this.#fields[name], this.pathOf(name), known, this.#refused);
  }

  /** The objects of a list, which may be empty only where `least` is 0. */
  objects(name: string, known: readonly string[], least = 1): Fields[] {
    return this.list(name, least).map(
      (each, index) => new Fields(each, `${this.pathOf(name)}[${index}]`, known, this.#refused),
    );
  }

  /** Texts by name; empty where there is nothing. */
  texts(name: string): Readonly<Record<string, string>> {
    const value = this.#or(name, {});
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.wrong(name, 'an object');
    for (const [each, text] of Object.entries(value))
      if (typeof text !== 'string') throw this.wrong(`${name}.${each}`, 'a text');
    return value as Readonly<Record<string, string>>;
  }

  /** Whatever JSON holds; null where there is nothing. */
  json(name: string): unknown {
    return this.#fields[name] ?? null;
  }

  /** The error of a field that is to be something else: `a text`. */
  wrong(name: string, what: string): Error {
    return this.#refused('WRONG_VALUE', this.pathOf(name), what);
  }

  /** `null` is a value, and a wrong one. */
  #or(name: string, otherwise: unknown): unknown {
    return this.has(name) ? this.#fields[name] : otherwise;
  }

  #must(name: string, what: string): void {
    if (!this.has(name)) throw this.#refused('MISSING_FIELD', this.pathOf(name), what);
  }
}
