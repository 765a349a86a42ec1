/** Which words a name stands for. */
import { optional, shape, text } from './field.ts';

export const NAME_CODES = shape(
  'NameCodes',
  'Of the names that come with the sport, keys of their words; a name that the venue gave has none.',
  {
    event: optional(text(1)),
    phase: optional(text(2)),
    unit: optional(text(3, 'kind of unit: HEAT')),
    number: optional(text(4, 'of the unit')),
  },
);
