/** Swimming: heats, semi-finals, finals, relays and swim-offs in the pool. */
import type { Setup } from '../../src/model/fact.ts';
import { levelOf, type Rsc } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import {
  type EventPlan,
  type EventSetup,
  type PhasePlan,
  phaseOf,
  successivePhases,
} from '../../src/rules/plan.ts';
import { circleSeeding, lanesFromTheMiddle } from '../../src/rules/seeding.ts';
import { CODES } from './codes.ts';
import { namesOf } from './names.ts';
import { CURRENT_EDITION, EDITIONS, type SwimmingRules } from './rules.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

export const swimming: Sport = {
  discipline: 'SWM',
  name: 'Swimming',
  folder: 'swimming',
  families: ['timed-race', 'across-heats'],
  editions: [...EDITIONS.keys()],
  codes: CODES,
  words: { en, fr },
  unitRule: (_unit, setup) => rulesFor(setup)?.race ?? null,
  partsRule: (rsc: Rsc, setup) => (levelOf(rsc) === 'phase' ? (rulesFor(setup)?.phase ?? null) : null),
  plan,
  names: namesOf,
};

const PHASES = ['HEAT', 'QFNL', 'SFNL', 'FNL'];

/** The fastest of a phase are spread over the units of the next one, from the middle lanes outwards (SW 3.1). */
function plan({ event, setup }: EventSetup): EventPlan {
  const by = circleSeeding(lanesFromTheMiddle(setup.lanes ?? LANES));
  const seeded = (index: number): Partial<PhasePlan> => ({
    seeding: { from: PHASES.slice(0, index).map((code) => phaseOf(event, code)), by },
  });
  return successivePhases(event, PHASES, {
    phases: Object.fromEntries(PHASES.map((code, index) => [code, index === 0 ? {} : seeded(index)])),
    // A finalist who does not start or finish is last of the final; a disqualified one has no place in the event.
    irmKeepsPlace: ['DNF', 'DNS'],
  });
}

const LANES = 8;

const RULE_ID = /^SWM\.(?:RACE|PHASE)@(\d{4})$/;

/** The edition that the setup asks for (`SWM.RACE@1972`), or the current one; null when there is no such rule. */
function rulesFor({ rule }: Setup): SwimmingRules | null {
  if (rule === undefined) return EDITIONS.get(CURRENT_EDITION)!;
  const edition = RULE_ID.exec(rule)?.[1];
  return (edition === undefined ? null : EDITIONS.get(edition)) ?? null;
}
