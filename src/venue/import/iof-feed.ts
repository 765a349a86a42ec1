/** Races of an IOF list as the facts that their timing would have sent. */
import { formatDecimal, type Micro, ONE } from '../../model/decimal.ts';
import type { Instant } from '../../model/fact.ts';
import { formatInstant } from '../../model/instant.ts';
import type { Rsc } from '../../model/rsc.ts';
import { type Clocks, dayOf } from './clocks.ts';
import { competitionFact } from './competition-fact.ts';
import { type FeedFact, FeedWriter, type Said } from './feed-writer.ts';
import { highest, lowest } from './grouped.ts';
import type { IofList } from './iof-results.ts';
import type { IofPerson, IofStarter } from './iof-starters.ts';
import { decimalsOf, irmOf } from './iof-values.ts';
import type { ImportReport } from './report.ts';
import type { Spool, SpooledList } from './spool.ts';

export interface Race {
  readonly unit: Rsc;
  readonly className: string;
  readonly line: number;
  readonly starters: SpooledList<IofStarter>;
}

const MINUTE = 60 * ONE;
const LISTS_BEFORE_START = 30 * MINUTE;
/** Where a file has no starts at all. */
const NO_START: Instant = dayOf('2000-01-01')! + 10 * 60 * MINUTE;

/** All classes run at the same time: what is said of a race is made when the first of it is due, and waits in the spool for its turn. */
export function iofFacts(
  list: IofList,
  races: readonly Race[],
  {
    clocks,
    report,
    spool,
  }: { readonly clocks: Clocks; readonly report: ImportReport; readonly spool: Spool },
): Iterable<FeedFact> {
  const writer = new FeedWriter(`IOF-${list.name}`, report);
  const starts = races.map(({ starters }) => firstOf(starters));
  const begin = lowest(starts);
  if (begin !== null) {
    const first = begin - LISTS_BEFORE_START;
    const { name, organisations, utcOffset } = list;
    const about = { discipline: 'ORI', name, clocks, organisations, utcOffset };
    writer.add(first, 0, () => [competitionFact(about, first, report)]);
  }
  for (const [index, race] of races.entries()) {
    const first = starts[index]!;
    writer.add(first - LISTS_BEFORE_START, race.line, () => spool.listOf(raceFacts(race, first, list)));
  }
  return { [Symbol.iterator]: () => writer.facts() };
}

const firstOf = (starters: Iterable<IofStarter>): Instant =>
  lowest([...starters].flatMap(({ start }) => start ?? [])) ?? NO_START;

/**
 * How far a race is. Official is only what nobody is still out for and nothing is unchecked of; where somebody's result cannot be read nobody
 * knows who is ahead of whom.
 */
type Stage = 'LISTED' | 'LIVE' | 'PARTIAL' | 'UNOFFICIAL' | 'OFFICIAL';

function stageOf(starters: readonly IofStarter[], { isSnapshot }: IofList): Stage {
  const has = (...stages: string[]): boolean =>
    starters.some(({ status }) => stages.includes(status.stage ?? ''));
  if (starters.every(({ status }) => status.stage === 'WAITING')) return 'LISTED';
  if (has('WAITING', 'OUT')) return 'LIVE';
  if (starters.some(({ lost }) => lost)) return 'PARTIAL';
  return isSnapshot || has('FINISHED') ? 'UNOFFICIAL' : 'OFFICIAL';
}

function* raceFacts(race: Race, first: Instant, list: IofList): Generator<Said> {
  const { unit, className } = race;
  const starters = [...race.starters];
  const last = highest(
    starters.map((starter) => (starter.start ?? first) + lastTime(starter)),
    first,
  );
  const announced = first - LISTS_BEFORE_START;
  const stage = stageOf(starters, list);
  const hasStarts = starters.some(({ start }) => start !== null);
  const planned = hasStarts ? { scheduledStart: formatInstant(first) } : {};
  const say = (at: Instant, said: Said['said']): Said => ({ at, unit, said });
  yield say(announced, {
    setup: {
      rule: ruleOf(starters),
      event: className,
      ...planned,
      ...timingOf(starters, list),
      points: pointsOf(starters),
    },
  });
  const start = hasStarts ? { start: formatInstant(first) } : {};
  yield say(announced, { schedule: { status: 'SCHEDULED', ...start } });
  yield say(announced, { startList: { entries: entriesOf(starters, first) } });
  if (stage === 'LISTED') return;
  yield say(first, { schedule: { status: 'RUNNING' } });
  yield say(first, { status: { result: 'LIVE' } });
  yield* runFacts(unit, starters, first);
  if (stage === 'LIVE') return;
  yield say(last + MINUTE, { schedule: { status: 'FINISHED' } });
  yield say(last + MINUTE, { status: { result: stage === 'PARTIAL' ? stage : 'UNOFFICIAL' } });
  if (stage === 'OFFICIAL') yield say(last + 5 * MINUTE, { status: { result: 'OFFICIAL' } });
}

const ruleOf = ([first]: readonly IofStarter[]): string =>
  first?.members === null ? 'ORI.INDIVIDUAL@2024' : 'ORI.RELAY@2024';

/** Whole seconds are what orienteering is timed in; a finer step is said. */
function timingOf(starters: readonly IofStarter[], { isFine }: IofList): FeedFact {
  const decimals = decimalsOf(
    starters.flatMap(({ time }) => time ?? []),
    isFine,
  );
  return decimals === 0 ? {} : { timing: { precision: formatDecimal(ONE / 10 ** decimals) } };
}

const lastTime = ({ time, points }: IofStarter): Micro => time?.time ?? points.at(-1)?.time ?? 0;

/** A control can be visited twice, so a point is its number on the course with the control's code. */
function pointsOf(starters: readonly IofStarter[]): FeedFact[] {
  const orders = new Map<string, number>();
  for (const { points } of starters) for (const { code, order } of points) orders.set(code, order);
  const inOrder = [...orders].sort(([, one], [, other]) => one - other);
  return [...inOrder.map(([code]) => ({ code })), { code: 'FIN' }];
}

function entriesOf(starters: readonly IofStarter[], first: Instant): FeedFact[] {
  const startOf = ({ start }: IofStarter): Instant => start ?? first;
  return (
    [...starters]
      // The file is in order of the result, which must not give itself away.
      .sort((one, other) => startOf(one) - startOf(other) || (one.code < other.code ? -1 : 1))
      .map((starter, index) => ({
        competitor: {
          ...competitorOf(starter),
          ...(starter.members === null ? {} : { kind: 'TEAM', members: membersOf(starter.members) }),
        },
        startOrder: index + 1,
        ...(starter.bib === null ? {} : { bib: starter.bib }),
        ...(starter.start === null ? {} : { startOffset: formatDecimal(starter.start - first) }),
      }))
  );
}

const competitorOf = ({ code, organisation, name }: IofPerson): FeedFact => ({
  code,
  kind: 'ATHLETE',
  organisation,
  name,
});

/** Who runs two legs is there once. */
const membersOf = (members: readonly IofPerson[]): FeedFact[] =>
  [...new Map(members.map((member) => [member.code, member])).values()].map(competitorOf);

/** What was said of all who ran, in order of time: sorted by when, for a race with a hundred thousand splits is never in memory as facts. */
function* runFacts(unit: Rsc, starters: readonly IofStarter[], first: Instant): Generator<Said> {
  const inCodeOrder = [...starters].sort((one, other) => (one.code < other.code ? -1 : 1));
  const moments: Instant[] = [];
  const whose: number[] = [];
  const which: number[] = [];
  for (const [runner, starter] of inCodeOrder.entries())
    for (const [index, moment] of momentsOf(starter, first).entries()) {
      if (moment === null) continue;
      moments.push(moment);
      whose.push(runner);
      which.push(index);
    }
  const inTimeOrder = Uint32Array.from(moments.keys());
  inTimeOrder.sort((one, other) => moments[one]! - moments[other]! || one - other);
  for (const index of inTimeOrder) {
    const said = saidOf(inCodeOrder[whose[index]!]!, which[index]!, first);
    yield { at: moments[index]!, unit, said };
  }
}

/** When it is said that somebody started, was at each point, finished, has a mark; null for what is not said. */
function momentsOf(starter: IofStarter, first: Instant): (Instant | null)[] {
  const { points, time, status } = starter;
  const start = starter.start ?? first;
  const irm = irmOf(status.name);
  const isStarted = starter.start !== null && irm !== 'DNS' && status.stage !== 'WAITING';
  const isTimed = time !== null && irm !== 'DNF' && irm !== 'DNS';
  return [
    isStarted ? start : null,
    ...points.map((point) => start + point.time),
    isTimed ? start + time.time : null,
    irm === null ? null : start + lastTime(starter) + 20 * ONE,
  ];
}

/** `index`: as in `momentsOf`. */
function saidOf(starter: IofStarter, index: number, first: Instant): FeedFact {
  const { code: competitor, points, time, status } = starter;
  if (index === 0) return { start: { competitor, at: formatInstant(starter.start ?? first) } };
  if (index > points.length + 1) return { irm: { competitor, code: irmOf(status.name) } };
  const passed = points[index - 1] ?? { code: 'FIN', time: time!.time };
  return { passing: { competitor, point: passed.code, time: formatDecimal(passed.time) } };
}
