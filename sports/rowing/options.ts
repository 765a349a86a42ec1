import { type OptionSpecs, oneOf } from '../../src/rules/options.ts';
import { PROGRESSIONS, type Progression } from './progression.ts';

/** What a venue may set for an event. */
export interface Options {
  /** How it is rowed, where that does not follow from the number of entries: `21-24`, as if there were so many. */
  readonly progression: Progression;
}

export const OPTIONS: OptionSpecs<Options> = {
  progression: oneOf(Object.fromEntries(PROGRESSIONS.map((each) => [each.code, each]))),
};
