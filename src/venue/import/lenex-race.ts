/** One race of a LENEX meet as the facts that its timing would have sent. */
import { decimal, formatDecimal } from '../../model/decimal.ts';
import type { Instant } from '../../model/fact.ts';
import { formatInstant } from '../../model/instant.ts';
import type { Said } from './feed-writer.ts';
import type { Heat } from './lenex-programme.ts';
import type { LenexResult } from './lenex-starters.ts';
import { type Slot, seconds } from './lenex-timetable.ts';
import { codeText } from './texts.ts';

const NOT_STARTED = new Set(['DNS', 'WDR', 'SICK']);

/** LENEX statuses as marks of swimming. Withdrawn and sick swimmers did not start. */
export function irmOf(status: string): string | null {
  if (status === '') return null;
  return NOT_STARTED.has(status) ? 'DNS' : status;
}

const hasStarted = ({ status }: LenexResult): boolean => !NOT_STARTED.has(status);
const isDecided = ({ time, status }: LenexResult): boolean => time !== null || status !== '';
const hasSwum = ({ time, status, splits, lost }: LenexResult): boolean =>
  time !== null || splits.length > 0 || lost || (irmOf(status) ?? 'DNS') !== 'DNS';

/**
 * How far a heat is: as the file says, or by its results. Nobody has swum and somebody is still to: a start list. A result is as
 * official as the file says it is, and never while somebody's is not there; where one cannot be read nobody knows who is ahead of whom.
 */
type Stage = 'LISTED' | 'LIVE' | 'PARTIAL' | 'UNOFFICIAL' | 'OFFICIAL';

function stageOf(results: readonly LenexResult[], { status }: Heat): Stage {
  if (!results.some(hasSwum) && !results.every(isDecided)) return 'LISTED';
  if (status === 'SEEDED') return results.some(hasSwum) ? 'LIVE' : 'LISTED';
  if (results.some(({ lost }) => lost)) return 'PARTIAL';
  if (status === 'INOFFICIAL') return 'UNOFFICIAL';
  return status === 'OFFICIAL' || results.every(isDecided) ? 'OFFICIAL' : 'UNOFFICIAL';
}

/** Nothing is said of a race itself before this. */
export const BEFORE_RACE = seconds(45);

/** `distance`: of the whole race. */
export function* raceFacts(heat: Heat, { start, end }: Slot, distance: number): Generator<Said> {
  const { unit } = heat;
  const results = [...heat.results];
  const stage = stageOf(results, heat);
  const say = (at: Instant, said: Said['said']): Said => ({ at, unit, said });
  if (stage !== 'LISTED') yield say(start - BEFORE_RACE, { schedule: { status: 'GETTING_READY' } });
  for (const result of results) if (!hasStarted(result)) yield irmFact(heat, result, start - seconds(20));
  if (stage === 'LISTED') return;
  const swum = results.filter(hasStarted);
  yield say(start, { schedule: { status: 'RUNNING' } });
  yield say(start, { status: { result: 'LIVE' } });
  if (swum.length > 0) yield say(start, { start: { at: formatInstant(start) } });
  for (const result of swum) yield* swimFacts(heat, result, start, distance);
  if (stage !== 'LIVE') {
    const actualEnd = formatInstant(end);
    yield say(end + seconds(3), { schedule: { status: 'FINISHED', actualEnd } });
    yield say(end + seconds(8), { status: { result: stage === 'PARTIAL' ? stage : 'UNOFFICIAL' } });
  }
  for (const result of swum)
    if (irmOf(result.status) !== null) yield irmFact(heat, result, end + seconds(30));
  if (stage === 'OFFICIAL') yield say(end + seconds(45), { status: { result: 'OFFICIAL' } });
}

function irmFact({ unit }: Heat, { competitor, status, comment }: LenexResult, at: Instant): Said {
  const code = codeText(irmOf(status)!);
  const irm = { competitor: competitor.code, code, ...(comment === '' ? {} : { description: comment }) };
  return { at, unit, said: { irm } };
}

const REACTION_SENT_AFTER = decimal('0.25');

function* swimFacts({ unit }: Heat, result: LenexResult, start: Instant, distance: number): Generator<Said> {
  const { reaction, splits, time } = result;
  const competitor = result.competitor.code;
  if (reaction !== null) {
    const said = { reaction: { competitor, time: formatDecimal(reaction) } };
    yield { at: start + Math.max(0, reaction) + REACTION_SENT_AFTER, unit, said };
  }
  for (const { at, said } of takeOvers(result, start, distance)) yield { at, unit, said };
  for (const split of splits) {
    if (split.distance >= distance) continue;
    const passing = { competitor, point: `${split.distance}m`, time: formatDecimal(split.time) };
    yield { at: start + split.time, unit, said: { passing } };
  }
  if (time !== null) {
    const passing = { competitor, point: 'FIN', time: formatDecimal(time) };
    yield { at: start + time, unit, said: { passing } };
  }
}

/** The take-over of each following leg, when the touch of the leg before is known. */
function takeOvers(
  { members, splits }: LenexResult,
  start: Instant,
  distance: number,
): Pick<Said, 'at' | 'said'>[] {
  const told = new Set([members[0]?.competitor.code]);
  return members.flatMap(({ competitor, reaction, listed }, index) => {
    const touched = splits.find((split) => split.distance === (distance * index) / members.length)?.time;
    if (!listed || reaction === null || touched === undefined || told.has(competitor.code)) return [];
    told.add(competitor.code);
    const said = { reaction: { competitor: competitor.code, time: formatDecimal(reaction) } };
    return [{ at: start + touched + REACTION_SENT_AFTER, said }];
  });
}
