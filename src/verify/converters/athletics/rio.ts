/**
 * Championship results as JSON `{ organiser_id, events: [{ eventCode, round, result: [...] }] }`, one
 * event a line (Tilastopaja, as in openath/athlib `sampledata`).
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
  readonly country?: string | null;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  readonly tpAthleteId?: string | null;
  readonly tpTeamId?: string | null;
  readonly teamCode?: string | null;
  readonly rank?: string | null;
  readonly performance?: string | null;
  readonly qualification?: string | null;
  readonly reactionTime?: string | null;
  readonly group?: string | null;
  readonly attempts?: readonly SourceAttempt[];
  readonly heights?: readonly SourceBar[];
  readonly runners?: readonly {
    tpAthleteId?: string;
    givenName?: string;
    familyName?: string;
    legNumber?: number;
  }[];
}

interface SourceAttempt {
  readonly round: number;
  readonly performance?: string | null;
  readonly wind?: string | null;
}

/** Where an athlete has one bar only, it is written as `roundresults` with height and trials under other names. */
interface SourceBar {
  readonly height?: string;
  readonly results?: string | null;
  readonly roundresults?: { readonly performance?: string | null; readonly round?: string | null };
}

interface SourceEvent {
  readonly name: string;
  readonly eventCode: string;
  readonly gender: string;
  readonly round: string;
  readonly roundName?: string | null;
  readonly date: string;
  readonly wind?: string | number | null;
  readonly result: readonly SourceRow[];
}

export interface RioFile {
  readonly name?: string;
  readonly city?: string;
  readonly year?: string;
  readonly startDate?: string;
  readonly events: readonly SourceEvent[];
}

export function readRio(file: RioFile): PublishedCompetition {
  const units: PublishedUnit[] = [];
  const totals: PublishedTotals[] = [];
  const leftOut: LeftOut[] = [];
  const lineOf = lineNumbers();
  let within: PublishedTotals | null = null;
  for (const source of file.events) {
    const event =
      eventCodeOf(source.eventCode) ?? eventCodeOf(source.name.replace(/\s+(men|women|mixed)$/i, ''));
    if (event !== null && combinedEventOf(genderOf(source.gender), event) !== null) {
      within = {
        event,
        gender: genderOf(source.gender),
        name: source.name,
        rows: source.result.map((row) => rowOf(row, event, lineOf())),
      };
      totals.push(within);
      continue;
    }
    if (event === null || EVENTS[event] === undefined) {
      const reason = `${source.name}: no rule for the event code "${source.eventCode}"`;
      leftOut.push({ reason, lines: skippedLines(source.result, lineOf) });
      continue;
    }
    const part: string | null = within === null ? null : partOf(within, event, source);
    if (part === null) within = null;
    units.push(unitOf(source, event, part === null ? null : { event: within!.event, phase: part }, lineOf));
  }
  const gender = file.events[0]?.gender === 'W' ? 'women' : 'men';
  const set = `Athletics ${file.city ?? ''} ${file.year ?? ''} ${gender}`.replace(/\s+/g, ' ');
  return {
    set,
    name: file.name ?? set,
    date: file.startDate ?? `${file.year ?? '2016'}-01-01`,
    units: distinctUnits(units, leftOut),
    totals,
    lines: lineOf() - 1,
    leftOut,
  };
}

/** Parts of a combined event follow it, and it is its own athletes who start in them. */
function partOf(within: PublishedTotals, event: string, source: SourceEvent): string | null {
  const { parts } = combinedEventOf(within.gender, within.event)!;
  const part = parts.find((each) => each.event === event);
  const starters = new Set(within.rows.map(({ code }) => code));
  const known = source.result.filter((row) => starters.has(codeOf(row))).length;
  return part !== undefined && known * 2 > source.result.length ? part.phase : null;
}

function unitOf(
  source: SourceEvent,
  event: string,
  part: { event: string; phase: string } | null,
  lineOf: () => number,
): PublishedUnit {
  const round = roundOf(source, event);
  return {
    event: part?.event ?? event,
    gender: genderOf(source.gender),
    phase: part?.phase ?? round,
    partOfCombined: part !== null,
    heat: Number(/(\d+)\s*$/.exec(source.roundName ?? '')?.[1] ?? 1),
    name: [source.name, source.roundName ?? (round === 'FNL' ? 'Final' : round)].join(', '),
    wind: isNumber(String(source.wind ?? '')) ? numberText(String(source.wind)) : null,
    rows: source.result.map((row) => rowOf(row, event, lineOf())),
  };
}

function roundOf({ round }: SourceEvent, event: string): RoundCode {
  if (round === 'FINAL') return 'FNL';
  if (round === 'SEMI') return 'SFNL';
  if (EVENTS[event]?.kind !== 'race') return 'QUAL';
  return round === 'PRELIM' ? 'PREL' : 'RND1';
}

const codeOf = (row: SourceRow): string =>
  row.tpAthleteId ?? row.tpTeamId ?? codeFrom(row.country, row.familyName ?? row.teamCode, row.givenName);

function rowOf(row: SourceRow, event: string, line: number): PublishedRow {
  const { value, irm, reason } = readPerformance(row.performance);
  const kind = EVENTS[event]?.kind ?? null;
  const text = value === null ? null : formatDecimal(value);
  const group = /^[A-Z](?=\s|$)/.exec(row.group ?? '')?.[0] ?? null;
  const team = row.tpAthleteId === undefined && row.runners !== undefined;
  return {
    line,
    code: codeOf(row),
    organisation: row.country ?? row.teamCode ?? '',
    given: row.givenName ?? '',
    family: row.familyName ?? row.country ?? '',
    members: membersOf(row),
    team,
    group,
    reaction: isNumber(row.reactionTime) ? numberText(row.reactionTime) : null,
    time: kind === 'race' ? text : null,
    mark: kind === 'distance' || kind === 'height' ? text : null,
    trials: kind === 'height' ? heightTrials(row) : distanceTrials(row),
    irm,
    irmReason: reason,
    rank: rankOf(row.rank),
    qualificationMark: row.qualification ?? null,
  };
}

function membersOf({ runners = [] }: SourceRow): PublishedRow['members'] {
  return [...runners]
    .sort((one, other) => (one.legNumber ?? 0) - (other.legNumber ?? 0))
    .map(({ tpAthleteId, givenName = '', familyName = '' }) => ({
      code: tpAthleteId ?? codeFrom(familyName, givenName),
      given: givenName,
      family: familyName,
    }));
}

const distanceTrials = ({ attempts = [] }: SourceRow): PublishedTrial[] =>
  attempts.flatMap(({ round, performance, wind }) => readAttempt(round, performance, wind) ?? []);

/** A bar that is not higher than the one before belongs to a jump-off. */
function heightTrials({ heights = [] }: SourceRow): PublishedTrial[] {
  const trials: PublishedTrial[] = [];
  let highest = 0;
  let jumpOffRound = 0;
  for (const bar of heights) {
    const height = bar.height ?? bar.roundresults?.performance ?? '';
    const results = bar.results ?? bar.roundresults?.round ?? '';
    if (!isNumber(height)) continue;
    if (jumpOffRound > 0 || Number(height) <= highest) {
      jumpOffRound += 1;
      trials.push(...readTrials(results.slice(0, 1), height, 'JO', jumpOffRound));
    } else trials.push(...readTrials(results, height));
    highest = Math.max(highest, Number(height));
  }
  return trials;
}
