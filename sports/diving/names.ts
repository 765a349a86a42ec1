/** Names of events, phases and contests, where the venue gives none. */
import type { Names } from '../../src/model/document.ts';
import { levelOf, partsOf, type Rsc } from '../../src/model/rsc.ts';
import { type NameCodes, namesIn } from '../../src/model/words.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import { en } from './words/en.ts';

const ENGLISH = wordsOf({ words: { en } }, 'en')!;

const KINDS: Readonly<Record<string, string>> = { PREL: 'PRELIMINARY', SFNL: 'SEMIFINAL', FNL: 'FINAL' };

export function namesOf(rsc: Rsc): Omit<Names, 'discipline'> {
  const { gender, event, phase } = partsOf(rsc);
  const codes: NameCodes = {
    ...(en.events?.[event] === undefined ? {} : { event }),
    ...(KINDS[phase] === undefined ? {} : { phase }),
    ...unitCodes(rsc, phase),
  };
  return { ...namesIn(ENGLISH, gender, codes), codes };
}

/** Two semi-finals are A and B; the only contest of a phase is called as the phase. */
function unitCodes(rsc: Rsc, phase: string): Pick<NameCodes, 'unit' | 'number'> {
  const kind = KINDS[phase];
  if (levelOf(rsc) !== 'unit' || kind === undefined) return {};
  const number = Number(rsc.slice(26, 30));
  if (!Number.isInteger(number) || number < 1) return {};
  if (kind !== 'SEMIFINAL') return { unit: kind };
  return { unit: kind, number: String.fromCharCode('A'.charCodeAt(0) + number - 1) };
}
