import { athletics } from '../sports/athletics/athletics.ts';
import { diving } from '../sports/diving/diving.ts';
import { football } from '../sports/football/football.ts';
import { gymnastics } from '../sports/gymnastics/gymnastics.ts';
import { judo } from '../sports/judo/judo.ts';
import { orienteering } from '../sports/orienteering/orienteering.ts';
import { rowing } from '../sports/rowing/rowing.ts';
import { sailing } from '../sports/sailing/sailing.ts';
import { swimming } from '../sports/swimming/swimming.ts';
import { tennis } from '../sports/tennis/tennis.ts';
import type { Words } from './model/words.ts';
import type { Sport } from './rules/contract.ts';
import { wordsOf } from './rules/words/words-of.ts';

/** Every sport this build knows. A new one gets its line here. */
export const SPORTS: readonly Sport[] = [
  athletics,
  gymnastics,
  swimming,
  orienteering,
  football,
  tennis,
  rowing,
  diving,
  judo,
  sailing,
];

/** Words for a discipline in a language; null where there are none. `GEN`: those that every sport has. */
export function wordsIn(discipline: string, language: string): Words | null {
  const sport = SPORTS.find((each) => each.discipline === discipline);
  return sport === undefined && discipline !== 'GEN' ? null : wordsOf(sport ?? {}, language);
}
