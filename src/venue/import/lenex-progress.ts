/**
 * How a meet goes from phase to phase. LENEX does not say who qualified or how many, so this is
 * inferred from start lists and times alone: the number that advances is the size of the next
 * phase's start list; who was fast enough and is not on it has withdrawn. Published places are
 * never looked at.
 */
import type { Micro } from '../../model/decimal.ts';
import type { Rsc } from '../../model/rsc.ts';
import { grouped, highest } from './grouped.ts';
import { PHASES, type Round, resultsOf } from './lenex-programme.ts';
import type { LenexResult } from './lenex-starters.ts';

export interface Progress {
  readonly count: number;
  /** Where nations may send only so many on: LEN and Olympic limits. */
  readonly maxPerOrganisation: number | null;
  readonly withdrawn: readonly string[];
}

/** By phase; phases that nothing follows are not in it. */
export function progressOf(rounds: readonly Round[], nationalTeams: boolean): ReadonlyMap<Rsc, Progress> {
  const progress = new Map<Rsc, Progress>();
  for (const event of grouped(rounds, ({ eventRsc }) => eventRsc).values()) {
    const phases = PHASES.map((phase) =>
      event.filter(({ phaseRsc }) => phaseRsc.slice(22, 26) === phase),
    ).filter((swum) => swum.some(({ swimOff }) => !swimOff));
    for (const [index, phase] of phases.entries()) {
      const next = phases[index + 1];
      if (next !== undefined) progress.set(phase[0]!.phaseRsc, between(phase, next, nationalTeams));
    }
  }
  return progress;
}

function between(phase: readonly Round[], next: readonly Round[], nationalTeams: boolean): Progress {
  const swum = regular(phase);
  const going = new Set(regular(next).map(({ competitor }) => competitor.code));
  const limit = nationalTeams ? limitOf(swum, going) : null;
  const inSwimOff = new Set(
    phase.filter(({ swimOff }) => swimOff).flatMap((round) => resultsOf(round).map(codeOf)),
  );
  return {
    count: going.size,
    maxPerOrganisation: limit,
    withdrawn: withdrawnOf(swum, going, inSwimOff, limit),
  };
}

const codeOf = ({ competitor }: LenexResult): string => competitor.code;

const regular = (rounds: readonly Round[]): LenexResult[] =>
  rounds.filter(({ swimOff }) => !swimOff).flatMap(resultsOf);

/** Two from each nation, when nations had more before and none has more now. */
function limitOf(swum: readonly LenexResult[], going: ReadonlySet<string>): number | null {
  const LIMIT = 2;
  const most = (results: readonly LenexResult[]): number =>
    highest(
      [...grouped(results, ({ competitor }) => competitor.organisation).values()].map((all) => all.length),
      0,
    );
  const through = swum.filter((result) => going.has(codeOf(result)));
  return most(swum) > LIMIT && most(through) <= LIMIT ? LIMIT : null;
}

function withdrawnOf(
  swum: readonly LenexResult[],
  going: ReadonlySet<string>,
  inSwimOff: ReadonlySet<string>,
  limit: number | null,
): string[] {
  const timed = swum.filter(
    (result): result is LenexResult & { time: Micro } => result.status === '' && result.time !== null,
  );
  const through = timed.filter((result) => going.has(codeOf(result)));
  const slowest = highest(
    through.map(({ time }) => time),
    0,
  );
  return timed
    .filter(
      (result) => !going.has(codeOf(result)) && !inSwimOff.has(codeOf(result)) && result.time <= slowest,
    )
    .filter((result) => limit === null || betterCompatriots(result, through) < limit)
    .map(codeOf);
}

const betterCompatriots = (
  result: LenexResult & { time: Micro },
  through: readonly (LenexResult & { time: Micro })[],
): number =>
  through.filter(
    ({ competitor, time }) =>
      competitor.organisation === result.competitor.organisation && time <= result.time,
  ).length;
