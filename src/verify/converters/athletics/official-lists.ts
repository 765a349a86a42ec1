/** The official lists to compare with, and the differences that the published data themselves explain. */
import { decimal } from '../../../model/decimal.ts';
import { channelOf } from '../../../model/document.ts';
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
      explain: (difference) => explainRank(difference, rows),
    }),
  );
  return [...phases.flatMap(listsOfPhase), ...totals];
}

function listsOfPhase(phase: VenuePhase): OfficialList[] {
  const { units, published, rerun } = phase;
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
      explain: (difference) => explainRank(difference, rows),
    };
  });
  const progresses = published.some(hasMarks);
  if (first.partOfCombined || rerun || !progresses) return single;
  return units.length === 1 ? [jointList(phase, first)] : [...single, marksList(phase)];
}

/** Groups A and B ranked together, with who goes on. */
function jointList({ rsc }: VenuePhase, unit: PublishedUnit): OfficialList {
  return {
    channel: channelOf({ type: 'PHASE_RESULT', unit: rsc, subcode: null }),
    name: unit.name,
    compare: hasMarks(unit) ? ['rank', 'irm', 'qualificationMark'] : ['rank', 'irm'],
    rows: unit.rows.map(officialRow),
    explain: (difference) => explainRank(difference, unit.rows) ?? explainMark(difference, [unit]),
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

const officialRow = ({
  line,
  code,
  given,
  family,
  rank,
  irm,
  qualificationMark,
}: PublishedRow): OfficialRow => ({
  lines: line === null ? [] : [line],
  competitor: code,
  name: `${family} ${given}`.trim(),
  rank,
  irm,
  qualificationMark,
});

/** Why an official place may differ, as far as the published list itself shows it. */
function explainRank(difference: Difference, rows: readonly PublishedRow[]): string | null {
  const { competitor, what, official, ours } = difference;
  const listed = rows.filter(({ code }) => code === competitor);
  const [row] = listed;
  if (row === undefined) return null;
  if (listed.length > 1) return 'the source lists the competitor twice, with different results';
  if (what !== 'rank' || row.irm !== null) return null;
  return (
    tieReason(row, rows, official, ours) ??
    holeReason(row, rows, official, ours) ??
    (rows.some((other) => isBetter(other, row) && other.rank === row.rank)
      ? 'the source gives the same place to a better mark'
      : null)
  );
}

type Reason = (
  row: PublishedRow,
  rows: readonly PublishedRow[],
  official: unknown,
  ours: unknown,
) => string | null;

/** Both places lie within those of the competitors whom the source does not separate. */
const tieReason: Reason = (row, rows, official, ours) => {
  const block = rows.filter((other) => other.irm === null && isEqualInSource(row, other, rows));
  const ranks = block.flatMap(({ rank }) => rank ?? []);
  const last = Math.min(...ranks) + block.length - 1;
  const within = (rank: unknown): boolean =>
    typeof rank === 'number' && rank >= Math.min(...ranks) && rank <= last;
  if (block.length < 2 || !within(official) || !within(ours)) return null;
  if (row.time !== null) return 'equal times; what separated them is not in the source';
  return row.trials.length === 0
    ? 'equal best marks; the other attempts are not in the source'
    : 'equal heights; the source leaves failures out of the card';
};

function isEqualInSource(one: PublishedRow, other: PublishedRow, rows: readonly PublishedRow[]): boolean {
  if (one.time !== null) return one.time === other.time;
  if (one.mark === null || one.mark !== other.mark) return false;
  return (one.trials.length === 0 && other.trials.length === 0) || hasIncompleteCards(rows);
}

/**
 * Nobody in a whole field who failed twice and then cleared: such a card lost its failures. (In one
 * source every `XXO` became `O`, and many an `XO`.)
 */
function hasIncompleteCards(rows: readonly PublishedRow[]): boolean {
  const trials = rows.flatMap(({ trials: each }) => each);
  const heights = trials.some(({ height }) => height !== undefined);
  return heights && !trials.some(({ outcome, attempt }) => outcome === 'VALID' && attempt === 3);
}

/** Places that the source skips or gives to nobody: after a disqualification, or to a row without place or IRM. */
const holeReason: Reason = (row, rows, official, ours) => {
  const unplaced = rows.filter(
    (other) => other.rank === null && other.irm === null && (other.time ?? other.mark) !== null,
  );
  if (unplaced.includes(row)) return 'the source gives neither a place nor an IRM';
  const ahead = rows.filter(
    (other) => other.rank !== null && row.rank !== null && other.rank < row.rank,
  ).length;
  const missed = unplaced.filter((other) => isBetter(other, row)).length;
  if (ours !== ahead + missed + 1) return null;
  return missed > 0
    ? 'somebody ahead has neither a place nor an IRM in the source'
    : typeof official === 'number' && official > ours && rows.some(({ irm }) => irm === 'DQ')
      ? 'the source leaves the place of a disqualified competitor empty'
      : null;
};

function isBetter(one: PublishedRow, other: PublishedRow): boolean {
  if (one.irm !== null || other.irm !== null) return false;
  if (one.time !== null && other.time !== null) return decimal(one.time) < decimal(other.time);
  return one.mark !== null && other.mark !== null && decimal(one.mark) > decimal(other.mark);
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
  if (typeof official === 'string' && /^q[JRD]$/.test(official))
    return 'given by referee, jury or lot, in addition to the rule';
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
