/** Football: groups with the tie-breaks of their edition, knock-out with extra time and shoot-out. */
import type { Setup } from '../../src/model/fact.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { CODES } from './codes.ts';
import { EDITIONS } from './editions.ts';
import { tableRule } from './group.ts';
import { footballMatch } from './match.ts';
import { namesOf } from './names.ts';
import { OPTIONS } from './options.ts';
import { plan } from './plan.ts';
import { replayOf } from './programme.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const isTournament = (rsc: Rsc): boolean => partsOf(rsc).event.startsWith('TEAM');

export const football: Sport = {
  discipline: 'FBL',
  name: 'Football',
  folder: 'football',
  families: ['match', 'pool', 'bracket'],
  editions: [...EDITIONS.keys()],
  codes: CODES,
  words: { en, fr },
  options: OPTIONS,
  unitRule: (unit, { rule }: Setup) =>
    isTournament(unit) && (rule === undefined || rule === footballMatch.id) ? footballMatch : null,
  partsRule: (rsc, setup) => (isTournament(rsc) ? tableRule(rsc, setup) : null),
  plan,
  rerunOf: replayOf,
  names: namesOf,
};
