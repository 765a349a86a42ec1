/** Diving as two published formats give it: places and points of each phase, and of the event. */
import { channelOf, type DocumentType } from '../../model/document.ts';
import { eventRsc, partsOf, type Rsc } from '../../model/rsc.ts';
import type { Compared, Conversion, Converter, Difference, OfficialList, OfficialRow } from './conversion.ts';
import { isDives, readDives } from './diving/dives.ts';
import { factsOf } from './diving/facts.ts';
import { isJudges, readJudges } from './diving/judges.ts';
import {
  groupedBy,
  type PublishedContest,
  type PublishedDiver,
  type PublishedDiving,
  phaseOfContest,
} from './diving/published.ts';

export const divingConverters: readonly Converter[] = [
  {
    name: 'diving, one dive a line',
    recognises: (_path, head) => isDives(head),
    convert: (path) => conversionOf(readDives(path)),
  },
  {
    name: 'diving, one award a line',
    recognises: (_path, head) => isJudges(head),
    convert: (path) => conversionOf(readJudges(path)),
  },
];

function conversionOf({
  published,
  unknown,
}: {
  readonly published: PublishedDiving;
  readonly unknown: number;
}): Conversion {
  const { set, contests, edition, lines } = published;
  return {
    set,
    facts: factsOf(published),
    lists: edition === null ? contests.map((each) => contestList(each, contests)) : carriedOver(contests),
    lines,
    leftOut:
      unknown === 0 ? [] : [{ reason: 'an event or round that this build does not know', lines: unknown }],
  };
}

const listOf = (
  type: DocumentType,
  unit: Rsc,
  compare: readonly Compared[],
  rows: readonly OfficialRow[],
): OfficialList => ({
  channel: channelOf({ type, unit, subcode: null }),
  name: partsOf(unit).phase || 'event',
  compare,
  rows,
});

const rowOf = (
  { code, name, rank, total, dives }: PublishedDiver,
  mark: string | null = null,
): OfficialRow => ({
  competitor: code,
  name,
  rank,
  irm: null,
  qualificationMark: mark,
  ...(total === null ? {} : { result: total }),
  lines: dives.flatMap(({ lines }) => lines),
});

/** Each contest has places of its own; who went on is seen in the phase after it, where there is one. */
function contestList(contest: PublishedContest, contests: readonly PublishedContest[]): OfficialList {
  const next = contests.filter(
    ({ unit }) => eventRsc(unit) === eventRsc(contest.unit) && isAfter(unit, contest.unit),
  );
  const through = new Set(next.flatMap(({ divers }) => divers.map(({ code }) => code)));
  const rows = contest.divers.map((diver) => rowOf(diver, through.has(diver.code) ? 'Q' : null));
  return {
    ...listOf('RESULT', contest.unit, ['rank', 'result', 'qualificationMark'], rows),
    explain: (difference) => sharedPlace(difference, contest) ?? withdrawal(difference, contest, through),
  };
}

/** Equal points, and the place after the last dive is printed as shared: the column of places only counts the lines. */
function sharedPlace({ competitor, what, ours }: Difference, { divers }: PublishedContest): string | null {
  const shared = divers.find(({ code }) => code === competitor)?.shared;
  return what === 'rank' && ours === shared
    ? 'the source prints the place as shared beside the last dive'
    : null;
}

/** Somebody ahead did not start in the next phase, and those behind moved up. */
function withdrawal(
  { competitor, what, official }: Difference,
  { divers }: PublishedContest,
  through: ReadonlySet<string>,
): string | null {
  const diver = divers.find(({ code }) => code === competitor);
  const lastThrough = Math.max(...divers.map(({ code, rank }) => (through.has(code) ? (rank ?? 0) : 0)));
  const absent = divers.filter(({ code, rank }) => !through.has(code) && rank !== null && rank < lastThrough);
  if (what !== 'qualificationMark' || diver?.rank == null || absent.length === 0) return null;
  const isOne = official === null ? absent.includes(diver) : diver.rank > lastThrough - absent.length;
  return isOne ? 'somebody did not start in the next phase, and who was behind took the place' : null;
}

const PHASES = ['PREL', 'SFNL', 'FNL'];

const isAfter = (unit: Rsc, other: Rsc): boolean =>
  PHASES.indexOf(partsOf(unit).phase) > PHASES.indexOf(partsOf(other).phase);

/** Places are those of the sums with the phase before; who did not go on keeps his in the event. */
function carriedOver(contests: readonly PublishedContest[]): readonly OfficialList[] {
  const phases = contests.map((contest) =>
    listOf(
      partsOf(contest.unit).phase === 'PREL' ? 'PHASE_RESULT' : 'CUMULATIVE_RESULT',
      phaseOfContest(contest),
      ['rank'],
      contest.divers.map((diver) => rowOf(diver)),
    ),
  );
  const events = [...groupedBy(contests, ({ unit }) => eventRsc(unit))].map(([event, of]) => {
    const last = new Map<string, PublishedDiver>();
    const inOrder = [...of].sort((one, other) => (isAfter(one.unit, other.unit) ? 1 : -1));
    for (const { divers } of inOrder) for (const diver of divers) last.set(diver.code, diver);
    return listOf(
      'RANKING',
      event,
      ['rank'],
      [...last.values()].map((diver) => rowOf(diver)),
    );
  });
  return [...phases, ...events];
}
