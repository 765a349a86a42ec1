import type { Names } from '../../src/model/document.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import { partsOf } from '../../src/model/rsc.ts';
import { type NameCodes, namesIn } from '../../src/model/words.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import type { Contest } from './programme.ts';
import { contestOf } from './programme.ts';
import { en } from './words/en.ts';

const ENGLISH = wordsOf({ words: { en } }, 'en')!;

/** Names for the parts of an RSC, where the venue's setup gives none. */
export function names(rsc: Rsc): Omit<Names, 'discipline'> {
  const contest = contestOf(rsc);
  const { gender, phase, unit } = partsOf(rsc);
  const codes: NameCodes = {
    ...(contest === null ? {} : { event: eventCode(contest) }),
    ...(UNITS[phase] === undefined ? {} : { phase }),
    ...(unit === '' ? {} : unitCodes(contest, phase, Number(unit.slice(-2)))),
  };
  return { ...namesIn(ENGLISH, gender, codes), codes };
}

const UNITS: Readonly<Record<string, string>> = { QUAL: 'QUALIFICATION', FNL: 'FINAL' };

function unitCodes(
  contest: Contest | null,
  phase: string,
  number: number,
): Pick<NameCodes, 'unit' | 'number'> {
  if (contest?.kind === 'QUALIFICATION' && number > 0) return { unit: 'SUBDIVISION', number: String(number) };
  return UNITS[phase] === undefined ? {} : { unit: UNITS[phase] };
}

/** Key of the event's words. */
function eventCode(contest: Contest): string {
  if (contest.kind === 'APPARATUS') return `1AP${contest.apparatus}`;
  return { ALL_AROUND: '1AA', TEAM: 'TEAM', QUALIFICATION: 'QUALIFICATION' }[contest.kind];
}
