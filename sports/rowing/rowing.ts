/** Rowing: races in lanes over 2000 m, and the ladder from heats to the finals A to F. */
import { levelOf } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { CODES } from './codes.ts';
import { namesOf } from './names.ts';
import { OPTIONS } from './options.ts';
import { plan } from './plan.ts';
import { EDITION, RACE, ROUND } from './rules.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const RULES: readonly (string | undefined)[] = [undefined, RACE.id, ROUND.id];

export const rowing: Sport = {
  discipline: 'ROW',
  name: 'Rowing',
  folder: 'rowing',
  families: ['timed-race', 'by-place'],
  editions: [EDITION],
  codes: CODES,
  words: { en, fr },
  options: OPTIONS,
  unitRule: (_unit, { rule }) => (RULES.includes(rule) ? RACE : null),
  partsRule: (rsc, { rule }) => (levelOf(rsc) === 'phase' && RULES.includes(rule) ? ROUND : null),
  plan,
  names: namesOf,
};
