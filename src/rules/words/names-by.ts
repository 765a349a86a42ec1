import type { Names } from '../../model/document.ts';
import { partsOf, type Rsc } from '../../model/rsc.ts';
import { type NameCodes, namesIn, type Words } from '../../model/words.ts';

/**
 * The names of an RSC in English, where the venue gives none: of event and phase as far as they are `known`, and of the unit
 * by the codes that the sport has for it.
 */
export function namesBy(
  english: Words,
  known: Pick<Words, 'events' | 'phases'>,
  rsc: Rsc,
  unit: Pick<NameCodes, 'unit' | 'number'>,
): Omit<Names, 'discipline'> {
  const { gender, event, phase } = partsOf(rsc);
  const codes: NameCodes = {
    ...(known.events?.[event] === undefined ? {} : { event }),
    ...(known.phases?.[phase] === undefined ? {} : { phase }),
    ...unit,
  };
  return { ...namesIn(english, gender, codes), codes };
}
