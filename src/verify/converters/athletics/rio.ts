/**
 * Championship results as JSON `{ organiser_id, events: [{ eventCode, round, result: [...] }] }`, one
 * event a line (Tilastopaja, as in openath/athlib `sampledata`).
 */

import { combinedEventOf } from '../../../../sports/athletics/combined-events.ts';
import { EVENTS } from '../../../../sports/athletics/events.ts';
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
  isNumber,
  type PublishedCompetition,
  type PublishedRow,
  type PublishedTotals,
  type PublishedTrial,
  type PublishedUnit,
  type RoundCode,
  rankOf,
  readTrials,
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
  readonly attempts?: readonly PublishedAttempt[];
  readonly heights?: readonly SourceBar[];
  readonly runners?: readonly {
    tpAthleteId?: string;
    givenName?: string;
    familyName?: string;
    legNumber?: number;
  }[];
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
  const collected = new Collected();
  let within: PublishedTotals | null = null;
  for (const source of file.events) {
    const event =
      eventCodeOf(source.eventCode) ?? eventCodeOf(source.name.replace(/\s+(men|women|mixed)$/i, ''));
    if (isCombined(genderOf(source.gender), event)) {
      within = collected.total(event, listOf(source, event));
      continue;
    }
    if (!isRanked(event)) {
      const reason = `${source.name}: no rule for the event code "${source.eventCode}"`;
      collected.leaveOut(reason, source.result);
      continue;
    }
    const part: string | null = within === null ? null : partOf(within, event, source);
    if (part === null) within = null;
    collected.add(
      unitOf(source, event, part === null ? null : { event: within!.event, phase: part }, collected),
    );
  }
  const gender = file.events[0]?.gender === 'W' ? 'women' : 'men';
  const set = `Athletics ${file.city ?? ''} ${file.year ?? ''} ${gender}`.replace(/\s+/g, ' ');
  return collected.competition({
    set,
    name: file.name ?? set,
    date: file.startDate ?? `${file.year ?? '2016'}-01-01`,
  });
}

const listOf = ({ gender, name, result }: SourceEvent, event: string): PublishedList<SourceRow> => ({
  gender: genderOf(gender),
  name,
  rows: result,
  readRow: (row, line) => rowOf(row, event, line),
});

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
  collected: Collected,
): PublishedUnit {
  const round = roundOf(source, event);
  return {
    ...addressOf(event, round, part),
    gender: genderOf(source.gender),
    heat: Number(/(\d+)\s*$/.exec(source.roundName ?? '')?.[1] ?? 1),
    name: [source.name, source.roundName ?? (round === 'FNL' ? 'Final' : round)].join(', '),
    wind: numberIn(source.wind),
    rows: collected.rows(listOf(source, event)),
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
    reaction: numberIn(row.reactionTime),
    ...performanceIn(event, row.performance),
    trials: EVENTS[event]?.kind === 'height' ? heightTrials(row) : distanceTrials(row.attempts ?? []),
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
