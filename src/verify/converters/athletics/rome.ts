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
import { type LeftOut, lineNumbers } from '../../../venue/import/left-out.ts';
import { eventCodeOf } from './event-names.ts';
import {
  codeFrom,
  distinctUnits,
  genderOf,
  isNumber,
  numberText,
  type PublishedCompetition,
  type PublishedRow,
  type PublishedTotals,
  type PublishedTrial,
  type PublishedUnit,
  type RoundCode,
  rankOf,
  readAttempt,
  readPerformance,
  readTrials,
  skippedLines,
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
  readonly roundResults?: readonly { round: number; performance?: string | null; wind?: string | null }[];
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
  const units: PublishedUnit[] = [];
  const totals: PublishedTotals[] = [];
  const leftOut: LeftOut[] = [];
  const lineOf = lineNumbers();
  for (const source of file.events) {
    const event = eventCodeOf(source.eventName);
    const combined = combinedEventOf(genderOf(source.gender), event ?? '');
    if (event === null || (EVENTS[event] === undefined && combined === null)) {
      const reason = `${source.eventName}: no rule for this event`;
      leftOut.push({ reason, lines: skippedLines(source.results, lineOf) });
      continue;
    }
    if (combined !== null) {
      const rows = source.results.map((row) => rowOf(row, event, [], lineOf()));
      totals.push({ event, gender: genderOf(source.gender), name: source.eventName, rows });
      continue;
    }
    units.push(unitOf(source, event, bars, lineOf));
  }
  const genders = [...new Set(file.events.map(({ gender }) => gender))];
  const gender = genders.length > 1 ? '' : genders[0] === 'W' ? 'women' : 'men';
  const date = file.startDate ?? file.events[0]?.date ?? '2024-01-01';
  const set = `Athletics ${file.city ?? ''} ${date.slice(0, 4)} ${gender}`.trim();
  return {
    set,
    name: file.compName,
    date,
    units: distinctUnits(units, leftOut),
    totals,
    lines: lineOf() - 1,
    leftOut,
  };
}

function unitOf(source: SourceEvent, event: string, bars: BarTable, lineOf: () => number): PublishedUnit {
  const combined = combinedOf(source);
  const parts = combinedEventOf(genderOf(source.gender), combined ?? '')?.parts;
  const part = parts?.find((each) => each.event === event);
  const round = roundOf(source);
  const isPart = combined !== null && part !== undefined;
  const heights = EVENTS[event]?.kind === 'height' ? heightsOf(source, bars) : [];
  return {
    event: isPart ? combined : event,
    gender: genderOf(source.gender),
    phase: isPart ? part.phase : round,
    partOfCombined: isPart,
    heat: Number(source.heatNumber ?? 1) || 1,
    name: [source.combinedEvent, source.eventName, source.roundName, source.heatNumber]
      .filter(Boolean)
      .join(', '),
    wind: isNumber(source.wind) ? numberText(source.wind) : null,
    rows: source.results.map((row) => rowOf(row, event, heights, lineOf())),
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
  const { value, irm, reason } = readPerformance(row.bestPerformance);
  const kind = EVENTS[event]?.kind ?? null;
  const text = value === null ? null : formatDecimal(value);
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
    reaction: isNumber(row.reactiontime) ? numberText(row.reactiontime) : null,
    time: kind === 'race' ? text : null,
    mark: kind === 'distance' || kind === 'height' ? text : null,
    trials: kind === 'height' ? heightTrials(row, heights) : distanceTrials(row),
    irm,
    irmReason: reason,
    rank: rankOf(row.rank),
    qualificationMark: row.qualified ?? null,
  };
}

const distanceTrials = ({ roundResults }: SourceRow): PublishedTrial[] =>
  (roundResults ?? []).flatMap(({ round, performance, wind }) => readAttempt(round, performance, wind) ?? []);

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
    const { value } = readPerformance(bestPerformance);
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
    const { value } = readPerformance(field('height_m'));
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
