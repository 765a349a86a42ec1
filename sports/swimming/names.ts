/** Names of events, phases, heats and swim-offs, where the venue gives none. */
import type { Names } from '../../src/model/document.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import { type NameCodes, namesIn } from '../../src/model/words.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import { eventOf, isSwimOff } from './events.ts';
import { en, eventName } from './words/en.ts';

const ENGLISH = wordsOf({ words: { en } }, 'en')!;

export function namesOf(rsc: Rsc): Omit<Names, 'discipline'> {
  const { gender, event, phase } = partsOf(rsc);
  const known = eventOf(rsc);
  const codes: NameCodes = {
    ...(en.events?.[event] === undefined ? {} : { event }),
    ...(KINDS[phase] === undefined ? {} : { phase }),
    ...unitCodes(rsc, phase),
  };
  // Other distances than those of championships, and age groups, are named all the same.
  const other =
    known === null || codes.event !== undefined
      ? {}
      : { event: [ENGLISH.genders?.[gender] ?? '', eventName(event), known.suffix].join(' ').trim() };
  return { ...namesIn(ENGLISH, gender, codes), ...other, codes };
}

const KINDS: Readonly<Record<string, string>> = {
  HEAT: 'HEAT',
  QFNL: 'QUARTERFINAL',
  SFNL: 'SEMIFINAL',
  FNL: 'FINAL',
};

function unitCodes(rsc: Rsc, phase: string): Pick<NameCodes, 'unit' | 'number'> {
  const number = Number(rsc.slice(26, 30));
  const kind = KINDS[phase];
  if (kind === undefined || !Number.isInteger(number) || number < 1) return {};
  if (isSwimOff(rsc)) return { unit: 'SWIM_OFF', number: String(number) };
  if (kind === 'FINAL' && number === 1) return { unit: 'ONLY_FINAL' };
  return { unit: kind, number: String(number) };
}
