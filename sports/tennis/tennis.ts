/** Tennis: singles and doubles, from the first round of the draw to the medals. */
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { knockOut } from '../../src/rules/families/bracket.ts';
import { readOptions } from '../../src/rules/options.ts';
import type { EventPlan, EventSetup } from '../../src/rules/plan.ts';
import { CODES, EVENTS, ROUNDS } from './codes.ts';
import { EDITIONS } from './editions.ts';
import { matchRule } from './match.ts';
import { namesOf } from './names.ts';
import { OPTIONS } from './options.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const isKnown = (rsc: Rsc): boolean => EVENTS.includes(partsOf(rsc).event);

/** As many rounds as the draw has positions for; who has nobody opposite has a bye. */
function plan({ event, setup, entries }: EventSetup): EventPlan | null {
  if (!isKnown(event)) return null;
  const positions = Math.max(4, ...entries.map(({ startOrder }) => startOrder));
  const { bronze = 'MATCH' } = readOptions(OPTIONS, setup);
  return knockOut({ event, rounds: ROUNDS.slice(-Math.ceil(Math.log2(positions))), bronze });
}

export const tennis: Sport = {
  discipline: 'TEN',
  name: 'Tennis',
  folder: 'tennis',
  families: ['match', 'bracket'],
  editions: [...EDITIONS.keys()],
  codes: CODES,
  words: { en, fr },
  options: OPTIONS,
  unitRule: (unit, setup) => (isKnown(unit) ? matchRule(unit, setup) : null),
  partsRule: () => null,
  plan,
  names: namesOf,
};
