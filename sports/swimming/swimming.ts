/** Swimming: heats, semi-finals, finals, relays and swim-offs in the pool. */
import type { Setup } from '../../src/model/fact.ts';
import { levelOf, type Rsc } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { CODES } from './codes.ts';
import { namesOf } from './events.ts';
import { CURRENT_EDITION, EDITIONS, type SwimmingRules } from './rules.ts';

export const swimming: Sport = {
  discipline: 'SWM',
  name: 'Swimming',
  folder: 'swimming',
  families: ['timed-race', 'across-heats'],
  editions: [...EDITIONS.keys()],
  codes: CODES,
  unitRule: (_unit, setup) => rulesFor(setup)?.race ?? null,
  partsRule: (rsc: Rsc, setup) => (levelOf(rsc) === 'phase' ? (rulesFor(setup)?.phase ?? null) : null),
  phaseOrder: ['HEAT', 'QFNL', 'SFNL', 'FNL-'],
  // A finalist who does not start or finish is last of the final; a disqualified one has no place in the event.
  irmKeepsPlace: ['DNF', 'DNS'],
  names: namesOf,
};

const RULE_ID = /^SWM\.(?:RACE|PHASE)@(\d{4})$/;

/** The edition that the setup asks for (`SWM.RACE@1972`), or the current one; null when there is no such rule. */
function rulesFor({ rule }: Setup): SwimmingRules | null {
  if (rule === undefined) return EDITIONS.get(CURRENT_EDITION)!;
  const edition = RULE_ID.exec(rule)?.[1];
  return (edition === undefined ? null : EDITIONS.get(edition)) ?? null;
}
