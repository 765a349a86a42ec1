import type { Rsc } from '../../src/model/rsc.ts';
import { partsOf } from '../../src/model/rsc.ts';
import type { Contest } from './programme.ts';
import { APPARATUS_NAMES, contestOf } from './programme.ts';

const GENDER_NAMES: Readonly<Record<string, string>> = { M: "Men's", W: "Women's" };

/** Words for the parts of an RSC, where the venue's setup gives none. */
export function names(rsc: Rsc): { event?: string; phase?: string; unit?: string } {
  const contest = contestOf(rsc);
  const { gender, phase, unit } = partsOf(rsc);
  const phaseName = { QUAL: 'Qualification', FNL: 'Final' }[phase];
  const number = Number(unit.slice(-2));
  const subdivision = contest?.kind === 'QUALIFICATION' && number > 0 ? `Subdivision ${number}` : phaseName;
  return {
    ...(contest === null ? {} : { event: `${GENDER_NAMES[gender]} ${contestName(contest)}` }),
    ...(phaseName === undefined ? {} : { phase: phaseName }),
    ...(unit === '' || subdivision === undefined ? {} : { unit: subdivision }),
  };
}

function contestName(contest: Contest): string {
  if (contest.kind === 'APPARATUS') return APPARATUS_NAMES[contest.apparatus]!;
  return { ALL_AROUND: 'All-Around', TEAM: 'Team', QUALIFICATION: 'Qualification' }[contest.kind];
}
