import type { OptionValue } from '../../src/model/fact.ts';
import { type OptionSpecs, oneOf } from '../../src/rules/options.ts';
import { FORMATS, type Format } from './formats.ts';

/** What a venue may set for a tournament. */
export interface Options {
  /** Of the event: how it is played, by book and year (`FIFA-2006`). */
  readonly format: Format;
  /** Of a group and of the list of thirds: all teams, the best of the ranking first, for the last criterion of some books. */
  readonly ranking: readonly string[];
}

export const OPTIONS: OptionSpecs<Options> = {
  format: oneOf<Format>(FORMATS),
  ranking: { what: 'a list of team codes, the best first', read: codesOf },
};

function codesOf(value: OptionValue): readonly string[] | undefined {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string')) return undefined;
  return value as readonly string[];
}
