/**
 * Options of a sport: what a venue may set for a competition that departs from the rule book, by name. A sport
 * declares each once; from the declaration a setup is checked before anything is made of it, and read.
 */
import type { OptionValue, Setup } from '../model/fact.ts';

export interface OptionSpec<T = unknown> {
  /** What the option may be, in words: for the person who wrote the setup. */
  readonly what: string;
  /** The value as the sport uses it; undefined says that it is not one. */
  read(value: OptionValue): T | undefined;
}

/** By option name. */
export type OptionSpecs<T extends object = Readonly<Record<string, unknown>>> = {
  readonly [K in keyof T]-?: OptionSpec<T[K]>;
};

/** An option that is one of a few texts, and what each of them stands for. */
export const oneOf = <T>(values: Readonly<Record<string, T>>): OptionSpec<T> => ({
  what: `one of ${Object.keys(values).join(', ')}`,
  read: (value) => (typeof value === 'string' && Object.hasOwn(values, value) ? values[value] : undefined),
});

/** A whole number within bounds. */
export const wholeNumber = (least: number, most: number): OptionSpec<number> => ({
  what: `a whole number from ${least} to ${most}`,
  read: (value) => (isWholeNumber(value, least, most) ? value : undefined),
});

export const isWholeNumber = (value: OptionValue | undefined, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/** Why a setup is refused. */
export interface OptionObjection {
  readonly code: 'UNKNOWN_OPTION' | 'WRONG_OPTION';
  readonly message: string;
}

/** Why a setup's options are refused; null when the sport knows them all. Null as a value says nothing. */
export function optionObjection(specs: OptionSpecs, { options = {} }: Setup): OptionObjection | null {
  for (const [name, value] of Object.entries(options)) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec === undefined) {
      const known = Object.keys(specs).join(', ') || 'no options';
      return { code: 'UNKNOWN_OPTION', message: `setup.options.${name}: the sport knows ${known}` };
    }
    if (value !== null && spec.read(value) === undefined) {
      return { code: 'WRONG_OPTION', message: `setup.options.${name} must be ${spec.what}` };
    }
  }
  return null;
}

/** The options of a setup that `optionObjection` has nothing against; what is not set is left out. */
export function readOptions<T extends object>(specs: OptionSpecs<T>, { options = {} }: Setup): Partial<T> {
  const read: Partial<T> = {};
  for (const name in specs) {
    const value = options[name];
    const known = value === undefined || value === null ? undefined : specs[name].read(value);
    if (known !== undefined) read[name] = known;
  }
  return read;
}
