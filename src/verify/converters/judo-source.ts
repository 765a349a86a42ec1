/** The JSON of the results service of judo, read as contests of a bracket. */
import { REPECHAGE, ROUNDS } from '../../../sports/judo/events.ts';

export type Side = 'white' | 'blue';
export const SIDES: readonly Side[] = ['white', 'blue'];

export interface Judoka {
  readonly code: string;
  readonly family: string;
  readonly given: string;
  readonly organisation: string;
  readonly ippon: boolean;
  readonly wazaAri: number;
  readonly yuko: number;
  readonly shido: number;
  /** Direct, not by shidos. */
  readonly hansokuMake: boolean;
}

export interface Contest extends Readonly<Record<Side, Judoka>> {
  readonly line: number;
  readonly competition: string;
  readonly year: number;
  /** When the contest was called, in seconds since 1970; 0 where the service does not say. */
  readonly calledAt: number;
  /** RSC gender and event code. */
  readonly gender: string;
  readonly event: string;
  readonly phase: string;
  /** In its phase, as the plan numbers units: bronze contests are 2 and 3 of the final phase. */
  readonly number: number;
  readonly winner: string | null;
  readonly goldenScore: boolean;
  /** How long it took. */
  readonly seconds: number;
  readonly regularTime: number;
  readonly shidosOut: number;
  /** One of the two was not there: the service gives the other one an ippon, without a duration or a first hajime. */
  readonly neverBegan: boolean;
  /** Why nothing is made of it; null when something is. */
  readonly left: string | null;
}

type Source = Readonly<Record<string, string | null | undefined>>;

/** Contests of one competition, or of several in a list. */
export function readContests(text: string): Contest[][] {
  const read: unknown = JSON.parse(text);
  const competitions = (Array.isArray(read) ? read : [read]) as { readonly contests?: readonly Source[] }[];
  let line = 0;
  return competitions.map(({ contests = [] }) =>
    contests.map((source) => {
      line += 1;
      return contestOf(source, line);
    }),
  );
}

export function groupedByCategory(contests: readonly Contest[]): Map<string, Contest[]> {
  const groups = new Map<string, Contest[]>();
  for (const contest of contests) {
    const key = `${contest.competition}|${contest.year}|${contest.gender}|${contest.event}`;
    groups.set(key, [...(groups.get(key) ?? []), contest]);
  }
  return groups;
}

function contestOf(source: Source, line: number): Contest {
  const place = placeOf(source);
  const year = Number(source.date_raw?.slice(0, 4) ?? 2024);
  const absent = secondsOf(source.duration) === 0 && Number(source.first_hajime_at_ts ?? 0) === 0;
  return {
    line,
    competition: source.competition_name ?? 'unnamed',
    year,
    calledAt: Number(source.date_start_ts ?? 0) / 1000,
    gender: /_([mfw])_/.exec(source.contest_code_long ?? '')?.[1] === 'm' ? 'M' : 'W',
    event: eventOf(source.weight ?? ''),
    phase: place?.phase ?? '',
    number: place?.number ?? 0,
    winner: winnerOf(source),
    goldenScore: source.gs === '1',
    seconds: secondsOf(source.duration),
    regularTime: Number(source.fight_duration ?? 240),
    shidosOut: year < 2017 ? 4 : 3,
    neverBegan: absent,
    left: leftOut(source, place),
    white: judokaOf(source, 'white'),
    blue: judokaOf(source, 'blue'),
  };
}

function leftOut(source: Source, place: Place | null): string | null {
  if (source.bye === '1' || !isPerson(source.id_person_white) || !isPerson(source.id_person_blue))
    return 'a bye, not a contest';
  if (source.id_competition_teams != null) return 'a contest of a team match';
  if (place === null) return 'not in a bracket with a repechage of quarter-final losers';
  return source.is_finished === '1' ? null : 'not finished';
}

const isPerson = (id: string | null | undefined): boolean => id != null && id !== '' && id !== '0';

const winnerOf = ({ id_winner: id }: Source): string | null => (isPerson(id) ? id! : null);

/** `-66` -> `66KG`, `+100` -> `O100KG`. */
const eventOf = (weight: string): string =>
  `${weight.startsWith('+') ? 'O' : ''}${weight.replace(/\D/g, '')}KG`;

/** `00:04:36`. */
function secondsOf(duration: string | null | undefined): number {
  const [hours = 0, minutes = 0, seconds = 0] = (duration ?? '').split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

function judokaOf(source: Source, side: Side): Judoka {
  const short = side === 'white' ? 'w' : 'b';
  const count = (name: string): number => Number(source[`${name}_${short}`] ?? 0);
  return {
    code: source[`id_person_${side}`] ?? '',
    family: source[`family_name_${side}`] ?? '',
    given: source[`given_name_${side}`] ?? '',
    organisation: source[`country_short_${side}`] ?? 'XXX',
    ippon: count('ippon') > 0,
    wazaAri: count('waza'),
    yuko: count('yuko'),
    shido: count('penalty'),
    hansokuMake: count('hsk') > 0,
  };
}

interface Place {
  readonly phase: string;
  readonly number: number;
}

/**
 * `last8_rep_35_17-24`: a bracket of 35 contests, 32 positions, and the numbers of the contests of a round. From the first
 * round on they go up, with two of the repechage before the semi-finals and two for bronze before the final.
 */
function placeOf({ round_code: round, fight_no: fight }: Source): Place | null {
  const [, size, first] = /^last8_rep_(\d+)_(\d+)/.exec(round ?? '') ?? [];
  const rounds = Math.log2(Number(size) - REPECHAGES_AND_BRONZES + 1);
  if (size === undefined || !Number.isInteger(rounds) || rounds < 3 || rounds > ROUNDS.length) return null;
  const codes = ROUNDS.slice(-rounds);
  const blocks: [phase: string, contests: number, before: number][] = [
    ...codes
      .slice(0, -2)
      .map((code, index): [string, number, number] => [code, 2 ** (rounds - 1 - index), 0]),
    [REPECHAGE, 2, 0],
    ['SFNL', 2, 0],
    ['FNL', 2, 1],
    ['FNL', 1, 0],
  ];
  let start = 1;
  for (const [phase, contests, before] of blocks) {
    const number = Number(fight) - start + 1;
    const isHere = Math.max(Number(first), Number(fight)) < start + contests;
    if (isHere) return number < 1 ? null : { phase, number: number + before };
    start += contests;
  }
  return null;
}

const REPECHAGES_AND_BRONZES = 4;
