/**
 * Championship results as JSON `{ compID, compName, events: [{ eventName, roundName, results: [...] }] }`
 * (Tilastopaja, as in captainrobbo/trhackathon). High jump and pole vault number the bars only; their
 * heights come from a table beside the file (`*bar_heights*.csv`) or are worked out as that table
 * was: an athlete's best height is the last bar cleared. A bar on which nobody finished is put
 * between its neighbours, which changes no result.
 */

import { combinedEventOf } from '../../../../sports/athletics/combined-events.ts';
import { EVENTS } from '../../../../sports/athletics/events.ts';
import { formatDecimal } from '../../../model/decimal.ts';
import {
  addressOf,
  Collected,
  distanceTrials,
  isCombined,
  isRanked,
  numberIn,
  type PublishedAttempt,
  type PublishedList,
  performanceIn,
} from './collected.ts';
import { eventCodeOf } from './event-names.ts';
import {
  codeFrom,
  genderOf,
  type PublishedCompetition,
  type PublishedRow,
  type PublishedTrial,
  type PublishedUnit,
  type RoundCode,
  rankOf,
  readMark,
  readTrials,
} from './published.ts';

interface SourceRow {
  readonly toID?: number | null;
  readonly rank?: string | null;
  readonly athlete?: string | null;
  readonly lastname?: string | null;
  readonly firstname?: string | null;
  readonly nation?: string | null;
  readonly bestPerformance?: string | null;
  readonly qualified?: string | null;
  readonly reactiontime?: string | null;
  readonly combinedPoints?: string | null;
  readonly roundResults?: readonly PublishedAttempt[];
}

interface SourceEvent {
  readonly gender: string;
  readonly eventName: string;
  readonly roundName: string;
  readonly combinedEvent?: string | null;
  readonly heatNumber?: number | string | null;
  readonly heatCount?: number | null;
  readonly date: string;
  readonly wind?: string | null;
  readonly results: readonly SourceRow[];
}

export interface RomeFile {
  readonly compName: string;
  readonly city?: string;
  readonly startDate?: string;
  readonly events: readonly SourceEvent[];
}

/** Bar index -> height in metres, by `barKey`. */
export type BarTable = ReadonlyMap<string, ReadonlyMap<number, number>>;

export const barKey = (
  event: string,
  gender: string,
  round: string,
  date: string,
  combined: string,
): string => [event, gender, round, date, combined].join('|').toLowerCase();

export function readRome(file: RomeFile, bars: BarTable): PublishedCompetition {
  const collected = new Collected();
  for (const source of file.events) {
    const event = eventCodeOf(source.eventName);
    if (isCombined(genderOf(source.gender), event)) collected.total(event, listOf(source, event, []));
    else if (isRanked(event)) collected.add(unitOf(source, event, bars, collected));
    else collected.leaveOut(`${source.eventName}: no rule for this event`, source.results);
  }
  const genders = [...new Set(file.events.map(({ gender }) => gender))];
  const gender = genders.length > 1 ? '' : genders[0] === 'W' ? 'women' : 'men';
  const date = file.startDate ?? file.events[0]?.date ?? '2024-01-01';
  const set = `Athletics ${file.city ?? ''} ${date.slice(0, 4)} ${gender}`.trim();
  return collected.competition({ set, name: file.compName, date });
}

const listOf = (
  { gender, eventName, results }: SourceEvent,
  event: string,
  heights: readonly number[],
): PublishedList<SourceRow> => ({
  gender: genderOf(gender),
  name: eventName,
  rows: results,
  readRow: (row, line) => rowOf(row, event, heights, line),
});

function unitOf(source: SourceEvent, event: string, bars: BarTable, collected: Collected): PublishedUnit {
  const gender = genderOf(source.gender);
  const combined = combinedOf(source);
  const part = combinedEventOf(gender, combined ?? '')?.parts.find((each) => each.event === event);
  const address = combined === null || part === undefined ? null : { event: combined, phase: part.phase };
  const heights = EVENTS[event]?.kind === 'height' ? heightsOf(source, bars) : [];
  return {
    ...addressOf(event, roundOf(source), address),
    gender,
    heat: Number(source.heatNumber ?? 1) || 1,
    name: [source.combinedEvent, source.eventName, source.roundName, source.heatNumber]
      .filter(Boolean)
      .join(', '),
    wind: numberIn(source.wind),
    rows: collected.rows(listOf(source, event, heights)),
  };
}

/** Parts of combined events name it, or at least carry points. */
function combinedOf({ combinedEvent, gender, results }: SourceEvent): string | null {
  if (combinedEvent) return eventCodeOf(combinedEvent);
  const scored = results.some(({ combinedPoints }) => combinedPoints != null);
  return scored ? (genderOf(gender) === 'W' ? 'HEPTATH' : 'DECATH') : null;
}

function roundOf({ roundName }: SourceEvent): RoundCode {
  if (/final$/i.test(roundName) && !/semi/i.test(roundName)) return 'FNL';
  if (/semi/i.test(roundName)) return 'SFNL';
  if (/qualif/i.test(roundName)) return 'QUAL';
  if (/prelim/i.test(roundName)) return 'PREL';
  return /rep/i.test(roundName) ? 'REP' : 'RND1';
}

function rowOf(row: SourceRow, event: string, heights: readonly number[], line: number): PublishedRow {
  const team = !row.lastname && !row.athlete;
  return {
    line,
    code: row.toID === undefined || row.toID === null ? codeFrom(row.nation, row.athlete) : String(row.toID),
    organisation: row.nation ?? '',
    given: row.firstname ?? '',
    family: row.lastname ?? row.nation ?? '',
    members: [],
    team,
    group: null,
    reaction: numberIn(row.reactiontime),
    ...performanceIn(event, row.bestPerformance),
    trials:
      EVENTS[event]?.kind === 'height' ? heightTrials(row, heights) : distanceTrials(row.roundResults ?? []),
    rank: rankOf(row.rank),
    qualificationMark: row.qualified ?? null,
  };
}

function heightTrials({ roundResults }: SourceRow, heights: readonly number[]): PublishedTrial[] {
  return (roundResults ?? []).flatMap(({ round, performance }) =>
    readTrials(performance ?? '', formatDecimal(heights[round] ?? round * 10_000, 2)),
  );
}

/** Heights in millionths of a metre by bar index. */
function heightsOf(source: SourceEvent, bars: BarTable): readonly number[] {
  const { eventName, gender, roundName, date, combinedEvent, results } = source;
  const listed = bars.get(barKey(eventName, gender, roundName, date, combinedEvent ?? ''));
  const known = new Map([...inferred(results), ...(listed ?? [])]);
  const last = Math.max(
    0,
    ...results.flatMap(({ roundResults }) => (roundResults ?? []).map(({ round }) => round)),
  );
  return filled(known, last, eventName.startsWith('Pole') ? 100_000 : 30_000);
}

/** The best height of an athlete is that of the last bar cleared. */
function inferred(results: readonly SourceRow[]): Map<number, number> {
  const heights = new Map<number, number>();
  for (const { roundResults, bestPerformance } of results) {
    const { value } = readMark(bestPerformance);
    const cleared = (roundResults ?? []).filter(({ performance }) => /o/i.test(performance ?? ''));
    const bar = Math.max(0, ...cleared.map(({ round }) => round));
    if (bar > 0 && value !== null) heights.set(bar, value);
  }
  return heights;
}

function filled(known: ReadonlyMap<number, number>, last: number, step: number): number[] {
  const heights: number[] = [];
  const indices = [...known.keys()].sort((one, other) => one - other);
  for (let bar = 1; bar <= last; bar += 1) {
    const below = indices.findLast((index) => index <= bar);
    const above = indices.find((index) => index >= bar);
    if (below === undefined && above === undefined) heights[bar] = 1_000_000 + bar * step;
    else if (below === undefined) heights[bar] = known.get(above!)! - (above! - bar) * step;
    else if (above === undefined) heights[bar] = known.get(below)! + (bar - below) * step;
    else if (above === below) heights[bar] = known.get(bar)!;
    else {
      const share = (bar - below) / (above - below);
      const between = known.get(below)! + share * (known.get(above)! - known.get(below)!);
      heights[bar] = Math.round(between / 1_000) * 1_000;
    }
  }
  return heights;
}

/** `event,gender,round,date,combined_event,bar_index,height_m,...` */
export function readBarTable(text: string): Map<string, Map<number, number>> {
  const [head = '', ...lines] = text.split(/\r?\n/);
  const columns = head.split(',');
  const table = new Map<string, Map<number, number>>();
  for (const line of lines) {
    const fields = line.split(',');
    const field = (name: string): string => fields[columns.indexOf(name)] ?? '';
    const { value } = readMark(field('height_m'));
    if (value === null) continue;
    const key = barKey(
      field('event'),
      field('gender'),
      field('round'),
      field('date'),
      field('combined_event'),
    );
    if (!table.has(key)) table.set(key, new Map());
    table.get(key)!.set(Number(field('bar_index')), value);
  }
  return table;
}
