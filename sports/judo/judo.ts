/** Judo: contests with golden score and shidos, the bracket with its repechage, mixed teams. */
import type { Setup } from '../../src/model/fact.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { CODES } from './codes.ts';
import { contestRule, teamRule } from './contest.ts';
import { CURRENT_EDITION, EDITIONS } from './editions.ts';
import { isTeamMatch } from './events.ts';
import { namesOf } from './names.ts';
import { ODF_CODES } from './odf-codes.ts';
import { plan } from './plan.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const RULES = new Map(
  [...EDITIONS.values()].map((edition) => [
    edition.year,
    { CONTEST: contestRule(edition), TEAM: teamRule(edition) },
  ]),
);

const RULE_ID = /^JUD\.(CONTEST|TEAM)@(\d{4})$/;

/** Null when the rule named in the setup is not known, or is one of another kind of unit. */
function unitRule(unit: Rsc, { rule }: Setup) {
  const kind = isTeamMatch(unit) ? 'TEAM' : 'CONTEST';
  if (rule === undefined) return RULES.get(CURRENT_EDITION)![kind];
  const [, asked, edition = ''] = RULE_ID.exec(rule) ?? [];
  return asked === kind ? (RULES.get(edition)?.[kind] ?? null) : null;
}

export const judo: Sport = {
  discipline: 'JUD',
  name: 'Judo',
  folder: 'judo',
  families: ['match', 'bracket'],
  editions: [...EDITIONS.keys()],
  codes: CODES,
  odfCodes: ODF_CODES,
  words: { en, fr },
  unitRule,
  partsRule: () => null,
  plan,
  names: namesOf,
};
