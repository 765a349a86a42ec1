/** The official lists to compare with, and the differences that the published data themselves explain. */
import { channelOf } from '../../../src/model/document.ts';
import type { Difference, OfficialList, OfficialRow } from '../conversion.ts';
import { hasMarks, isFast } from './progression.ts';
import type { PublishedCompetition, PublishedRow, PublishedUnit } from './published.ts';
import { rscOf, type VenuePhase } from './venue-facts.ts';

export function officialLists(
  competition: PublishedCompetition,
  phases: readonly VenuePhase[],
): OfficialList[] {
  const totals = competition.totals.map(
    ({ event, gender, name, rows }): OfficialList => ({
      channel: channelOf({ type: 'CUMULATIVE_RESULT', unit: rscOf(gender, event), subcode: null }),
      name,
      compare: ['rank', 'irm'],
      rows: rows.map(officialRow),
    }),
  );
  return [...phases.flatMap(listsOfPhase), ...totals];
}

function listsOfPhase(phase: VenuePhase): OfficialList[] {
  const { units, published } = phase;
  const [first] = published;
  if (first === undefined) return [];
  if (published.length === 1 && units.length > 1) return [jointList(phase, first)];
  const single = units.map((unit, index): OfficialList => {
    const { name, rows } = published[index]!;
    return {
      channel: channelOf({ type: 'RESULT', unit: unit.rsc, subcode: null }),
      name,
      compare: ['rank', 'irm'],
      rows: rows.map(officialRow),
      explain: (difference) => explainTie(difference, rows),
    };
  });
  const progresses = published.some(hasMarks);
  if (first.partOfCombined || !progresses) return single;
  return units.length === 1 ? [jointList(phase, first)] : [...single, marksList(phase)];
}

/** Groups A and B ranked together, with who goes on. */
function jointList({ rsc }: VenuePhase, unit: PublishedUnit): OfficialList {
  return {
    channel: channelOf({ type: 'PHASE_RESULT', unit: rsc, subcode: null }),
    name: unit.name,
    compare: hasMarks(unit) ? ['rank', 'irm', 'qualificationMark'] : ['rank', 'irm'],
    rows: unit.rows.map(officialRow),
    explain: (difference) => explainTie(difference, unit.rows) ?? explainMark(difference, [unit]),
  };
}

/** Who goes on from all heats; the source gives no places over the heats. */
function marksList({ rsc, published }: VenuePhase): OfficialList {
  return {
    channel: channelOf({ type: 'PHASE_RESULT', unit: rsc, subcode: null }),
    name: `${published[0]!.name}, all heats`,
    compare: ['irm', 'qualificationMark'],
    rows: published.flatMap(({ rows }) => rows.map((row) => ({ ...officialRow(row), rank: null }))),
    explain: (difference) => explainMark(difference, published),
  };
}

const officialRow = ({ code, given, family, rank, irm, qualificationMark }: PublishedRow): OfficialRow => ({
  competitor: code,
  name: `${family} ${given}`.trim(),
  rank,
  irm,
  qualificationMark,
});

/** Times are given to 1/100 s or to the second; the picture that separated equal ones is not. */
function explainTie(
  { competitor, what, official, ours }: Difference,
  rows: readonly PublishedRow[],
): string | null {
  const row = rows.find(({ code }) => code === competitor);
  if (what !== 'rank' || row === undefined || row.irm !== null) return null;
  const tied = rows.filter((other) => other.irm === null && isTiedInSource(row, other));
  const ranks = tied.flatMap(({ rank }) => rank ?? []);
  const within = (rank: unknown): boolean =>
    typeof rank === 'number' && rank >= Math.min(...ranks) && rank <= Math.max(...ranks);
  if (tied.length < 2 || !within(official) || !within(ours)) return null;
  return row.time === null
    ? 'equal best marks; the other attempts are not in the source'
    : 'equal times; what separated them is not in the source';
}

function isTiedInSource(one: PublishedRow, other: PublishedRow): boolean {
  if (one.time !== null) return one.time === other.time;
  return one.mark !== null && one.mark === other.mark && one.trials.length === 0 && other.trials.length === 0;
}

function explainMark(
  { competitor, what, official }: Difference,
  units: readonly PublishedUnit[],
): string | null {
  if (what !== 'qualificationMark') return null;
  const unit = units.find(({ rows }) => rows.some(({ code }) => code === competitor));
  const row = unit?.rows.find(({ code }) => code === competitor);
  if (unit === undefined || row === undefined) return null;
  if (row.irm !== null)
    return official === null ? null : 'the source keeps the mark of a result that was annulled later';
  if (!hasMarks(unit)) return 'the source prints no marks at all for this heat';
  if (official === 'q' && row.time !== null && !isFast(row, units))
    return 'let through by the referee: the source writes q for it';
  return equalAtTheCut(row, units)
    ? 'equal times at the last qualifying place; the thousandths are not in the source'
    : null;
}

/** Somebody with the same time has another mark. */
function equalAtTheCut(row: PublishedRow, units: readonly PublishedUnit[]): boolean {
  return units.some(({ rows }) =>
    rows.some(
      (other) =>
        other.code !== row.code &&
        other.time !== null &&
        other.time === row.time &&
        other.qualificationMark !== row.qualificationMark,
    ),
  );
}
