/** Orienteering on foot: start intervals, one mass start, or a chasing start. */
import type { Names } from '../../src/model/document.ts';
import type { Setup } from '../../src/model/fact.ts';
import { levelOf, partsOf, type Rsc } from '../../src/model/rsc.ts';
import { namesIn } from '../../src/model/words.ts';
import type { Sport, UnitRule } from '../../src/rules/contract.ts';
import { type TimedCard, timedRace } from '../../src/rules/families/timed-race.ts';
import { successivePhases } from '../../src/rules/plan.ts';
import { type Precision, SECOND, truncTo } from '../../src/rules/rounding.ts';
import { CODES } from './codes.ts';
import { RACES, type Race } from './races.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const RULE_ID = /^ORI\.([A-Z]+)@2024$/;

/** Null when the rule named in the setup is not known. */
function unitRule(unit: Rsc, { rule, timing }: Setup): UnitRule<TimedCard> | null {
  const code = rule === undefined ? partsOf(unit).event : RULE_ID.exec(rule)?.[1];
  const race = RACES.get(code ?? '') ?? (rule === undefined ? RACES.get('INDIVIDUAL')! : null);
  return race === null ? null : ruleOf(race, timing?.precision ?? SECOND);
}

/** Times are rounded down to whole seconds, or to the tenths that the race is timed in (IOF rules, "Results"). */
function ruleOf({ code, startType, ties, clause }: Race, step: number): UnitRule<TimedCard> {
  const precision: Precision = { round: truncTo, step };
  return timedRace(`ORI.${code}@2024`, {
    compare: precision,
    display: precision,
    startType,
    ties,
    // `NC`: not competing, with a time and no place. `MP`: a control is missing. `OVT`: over the time limit.
    irmOrder: ['MP', 'DNF', 'OVT', 'NC', 'DNS', 'DSQ'],
    irmWithTime: ['NC'],
    clauses: {
      time: { code: step === SECOND ? 'TIME_WHOLE_SECONDS' : 'TIME', clause: 'IOF rules' },
      picture: { code: 'ORDER_OF_FINISH', clause },
    },
  });
}

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
  unitRule,
  partsRule: () => null,
  plan: ({ event }) => successivePhases(event, ['QUAL', 'FNL']),
  names: namesOf,
};
