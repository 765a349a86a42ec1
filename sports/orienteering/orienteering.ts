/** Orienteering on foot, individual races with start intervals or one mass start. */
import type { Names } from '../../src/model/document.ts';
import { levelOf, type Rsc } from '../../src/model/rsc.ts';
import { namesIn } from '../../src/model/words.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { timedRace } from '../../src/rules/families/timed-race.ts';
import { successivePhases } from '../../src/rules/plan.ts';
import { SECOND, truncTo } from '../../src/rules/rounding.ts';
import { CODES } from './codes.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

/** Times are rounded down to whole seconds, equal times share the place (IOF rules, "Results"). */
const wholeSeconds = { round: truncTo, step: SECOND };

const individual = timedRace('ORI.INDIVIDUAL@2024', {
  compare: wholeSeconds,
  display: wholeSeconds,
  startType: 'interval',
  // `NC`: not competing, with a time and no place. `MP`: a control is missing. `OVT`: over the time limit.
  irmOrder: ['MP', 'DNF', 'OVT', 'NC', 'DNS', 'DSQ'],
  irmWithTime: ['NC'],
  clauses: { time: { code: 'TIME_WHOLE_SECONDS', clause: 'IOF rules' } },
});

/** Classes have the names that the meet gives them. */
function namesOf(rsc: Rsc): Omit<Names, 'discipline'> {
  if (levelOf(rsc) !== 'unit') return {};
  const codes = { unit: 'RACE', number: String(Number(rsc.slice(26, 30))) };
  return { ...namesIn(en, '', codes), codes };
}

export const orienteering: Sport = {
  discipline: 'ORI',
  name: 'Orienteering',
  folder: 'orienteering',
  families: ['timed-race'],
  editions: ['2024'],
  codes: CODES,
  words: { en, fr },
  unitRule: (_unit, { rule }) => (rule === undefined || rule === individual.id ? individual : null),
  partsRule: () => null,
  plan: ({ event }) => successivePhases(event, ['QUAL', 'FNL']),
  names: namesOf,
};
