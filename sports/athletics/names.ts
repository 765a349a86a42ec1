/** Names of RSC parts, when the venue gives none. */
import type { Names } from '../../src/model/document.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import { type NameCodes, namesIn } from '../../src/model/words.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import { combinedEventOf } from './combined-events.ts';
import { EVENTS } from './events.ts';
import { en } from './words/en.ts';

const ENGLISH = wordsOf({ words: { en } }, 'en')!;

export function namesOf(rsc: Rsc): Omit<Names, 'discipline'> {
  const { gender, event, phase, unit } = partsOf(rsc);
  const part = combinedEventOf(gender, event)?.parts.find((each) => each.phase === phase);
  const isRace = EVENTS[part?.event ?? event]?.kind === 'race';
  const known = ENGLISH.phases?.[phase] !== undefined && (part !== undefined || ROUNDS.has(phase));
  // What is one unit as a rule, a final or a field event, has no number of its own.
  const isOnly = unit.startsWith(FIRST) && (phase === 'FNL' || !isRace);
  const codes: NameCodes = {
    ...(EVENTS[event] === undefined && combinedEventOf(gender, event) === null ? {} : { event }),
    ...(known ? { phase } : {}),
    ...(isOnly ? {} : unitCodes(unit, isRace ? (RACES[phase] ?? 'HEAT') : 'GROUP')),
  };
  return { ...namesIn(ENGLISH, gender, codes), codes };
}

const ROUNDS: ReadonlySet<string> = new Set(['PREL', 'RND1', 'REP', 'SFNL', 'FNL', 'QUAL']);
const FIRST = '0001';
const RACES: Readonly<Record<string, string>> = { SFNL: 'SEMI_FINAL', FNL: 'RACE' };

/** `000300` -> Heat 3, `A00100` -> Group A. */
function unitCodes(unit: string, kind: string): Pick<NameCodes, 'unit' | 'number'> {
  const group = /^([A-Z])\d{5}$/.exec(unit);
  if (group !== null) return { unit: 'GROUP', number: group[1]! };
  const number = /^(\d{4})\d{2}(RR)?$/.exec(unit);
  if (number === null) return {};
  return { unit: number[2] === undefined ? kind : `${kind}_AGAIN`, number: String(Number(number[1])) };
}
