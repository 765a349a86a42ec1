/** Diving: springboard and platform, alone, in pairs and in teams. */
import { levelOf } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { CODES } from './codes.ts';
import { EDITIONS } from './editions.ts';
import { namesOf } from './names.ts';
import { ODF_CODES } from './odf-codes.ts';
import { OPTIONS } from './options.ts';
import { plan } from './plan.ts';
import { contestRule, phaseRule } from './rules.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

export const diving: Sport = {
  discipline: 'DIV',
  name: 'Diving',
  folder: 'diving',
  families: ['judged-rounds', 'panel', 'across-judged-rounds'],
  editions: [...EDITIONS.keys()],
  codes: CODES,
  odfCodes: ODF_CODES,
  words: { en, fr },
  options: OPTIONS,
  unitRule: contestRule,
  partsRule: (rsc, setup) => (levelOf(rsc) === 'phase' ? phaseRule(rsc, setup) : null),
  plan,
  names: namesOf,
};
