/** World championships in rowing, one line a boat and race, with times at each quarter of the course. */
import { codeText, competitorText } from '../../../venue/import/texts.ts';
import { hasColumns, readTable, type TableRow } from '../csv-table.ts';

/** One boat in one race. */
export interface BoatRow {
  readonly line: number;
  readonly regatta: string;
  /** Gender and event code of the RSC; null for a boat class that is not known. */
  readonly event: { readonly gender: string; readonly code: string } | null;
  readonly eventName: string;
  /** `HEAT` with 2; null for a round that is not known. */
  readonly round: Round | null;
  readonly roundName: string;
  readonly lane: string;
  readonly team: string;
  readonly rank: number | null;
  /** Where the boat goes next, or its place in the event: `SA/B`, `(7)`. */
  readonly progression: string;
  readonly irm: string | null;
  /** Since the start, at 500, 1000, 1500 and 2000 m; empty where there is none. */
  readonly times: readonly string[];
}

export interface Round {
  readonly phase: string;
  readonly number: number;
  /** There are as many races of the round at least: one of several has a number, the only one has none. */
  readonly races: number;
}

const TIMES = ['split_1_time', 'split_2_time', 'split_3_time', 'split_4_time'];

export const isRowing = (head: string): boolean =>
  hasColumns(head, ['race_id', 'event_cateogry_abbreviation', 'rank_final', 'progression', ...TIMES]);

export const readBoats = (path: string): readonly BoatRow[] => readTable(path).map(boatOf);

function boatOf({ line, of: field }: TableRow): BoatRow {
  const eventName = field('event_cateogry_abbreviation');
  const rank = field('rank_final');
  return {
    line,
    regatta: codeText(field('championship_name_description')) || field('year'),
    event: eventOf(eventName),
    eventName,
    round: roundOf(field('round')),
    roundName: field('round'),
    lane: field('lane'),
    team: competitorText(field('team')),
    rank: /^\d+$/.test(rank) ? Number(rank) : null,
    // `WB`: a world best time.
    progression: field('progression').replace(/ WB$/, ''),
    irm: ['dnf', 'exc', 'dns'].find((code) => field(code) === 'TRUE')?.toUpperCase() ?? null,
    times: TIMES.map((column) => field(column)),
  };
}

const BOAT_CODES: Readonly<Record<string, string>> = {
  '1x': 'SCULL1',
  '2x': 'SCULL2',
  '4x': 'SCULL4',
  '2-': 'NOCOX2',
  '4-': 'NOCOX4',
  '2+': 'COXED2',
  '4+': 'COXED4',
  '8+': 'COXED8',
};

/** Classes of para rowing, as they are called now and as they were until 2016. */
const PARA: Readonly<Record<string, string>> = {
  PR1: 'PR1',
  PR2: 'PR2',
  PR3: 'PR3',
  AS: 'PR1',
  TA: 'PR2',
  LTA: 'PR3',
};
const GENDERS: Readonly<Record<string, string>> = { M: 'M', W: 'W', Mix: 'X' };

/** `LM2x`, `LTAMix4+`, `PR1 W1x`. */
function eventOf(name: string): BoatRow['event'] {
  const match = /^(PR[123]|LTA|TA|AS|L)? ?(Mix|M|W)([1248][x+-])$/.exec(name);
  const boat = BOAT_CODES[match?.[3] ?? ''];
  if (match === null || boat === undefined) return null;
  const [, group = '', gender = ''] = match;
  const suffix = group === 'L' ? 'L' : PARA[group];
  return { gender: GENDERS[gender]!, code: suffix === undefined ? boat : `${boat}-${suffix}` };
}

const PHASES: Readonly<Record<string, string>> = { X: 'PREL', H: 'HEAT', R: 'REP', Q: 'QFNL' };
const LEVELS: Readonly<Record<string, number>> = { 'A/B': 0, 'C/D': 2, 'E/F': 4 };

/** `H2`, `R`, `SC/D 1`, `FB`, and `F` where there is one final only. */
function roundOf(name: string): Round | null {
  const plain = /^([XHRQ])(\d)?$/.exec(name);
  if (plain !== null) return numbered(PHASES[plain[1]!]!, plain[2] ?? null);
  const semi = /^S([A-F]\/[A-F]) (\d)$/.exec(name);
  const level = LEVELS[semi?.[1] ?? ''];
  if (semi !== null && level !== undefined) return only('SFNL', level + Number(semi[2]));
  const final = /^F([A-F])?$/.exec(name);
  return final === null ? null : only('FNL', (final[1] ?? 'A').charCodeAt(0) - 'A'.charCodeAt(0) + 1);
}

const only = (phase: string, number: number): Round => ({ phase, number, races: number });

const numbered = (phase: string, number: string | null): Round =>
  number === null ? only(phase, 1) : { phase, number: Number(number), races: Math.max(2, Number(number)) };

/** Where a boat goes from one final of all is called by that name; here it is the A-final. */
export const markOf = ({ progression }: BoatRow): string | null =>
  progression === '' || progression.startsWith('(') ? null : progression === 'F' ? 'FA' : progression;
