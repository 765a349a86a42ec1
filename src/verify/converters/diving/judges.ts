/** Olympic Games of 2000, one award a line. */
import { competitorText } from '../../../venue/import/texts.ts';
import { hasColumns, readTable, type TableRow } from '../csv-table.ts';
import {
  contestRsc,
  groupedBy,
  type PublishedDive,
  type PublishedDiver,
  type PublishedDiving,
} from './published.ts';

export const isJudges = (head: string): boolean =>
  hasColumns(head, ['Event', 'Round', 'Diver', 'DiveNo', 'Difficulty', 'JScore', 'Judge']);

export function readJudges(path: string): { readonly published: PublishedDiving; readonly unknown: number } {
  const rows = readTable(path);
  const known = groupedBy(rows, unitOf);
  const contests = [...known].flatMap(([unit, of]) =>
    unit === null ? [] : [{ unit, divers: [...groupedBy(of, codeOf).values()].map(diverOf) }],
  );
  return {
    published: { set: 'Diving: awards of each judge', edition: '2000', contests, lines: rows.length },
    unknown: known.get(null)?.length ?? 0,
  };
}

const EVENTS: Readonly<Record<string, string>> = { '3mSB': '3M', '10mPF': '10M' };
const PHASES: Readonly<Record<string, string>> = { Prelim: 'PREL', Semi: 'SFNL', Final: 'FNL' };

function unitOf({ of: field }: TableRow): string | null {
  const [, gender = '', board = ''] = /^([MW])(.+)$/.exec(field('Event')) ?? [];
  const event = EVENTS[board];
  const phase = PHASES[field('Round')];
  return event === undefined || phase === undefined ? null : contestRsc(gender, event, phase);
}

const codeOf = ({ of: field }: TableRow): string => competitorText(`${field('Country')} ${field('Diver')}`);

function diverOf(rows: readonly TableRow[]): PublishedDiver {
  const [first] = rows as [TableRow];
  return {
    code: codeOf(first),
    name: first.of('Diver'),
    organisation: first.of('Country'),
    dives: [...groupedBy(rows, ({ of: field }) => field('DiveNo')).values()].map(diveOf),
    rank: Number(first.of('Rank')),
    shared: Number.NaN,
    total: null,
  };
}

/** In the order of the judges' names: which chair they had is not in the source. */
function diveOf(rows: readonly TableRow[]): PublishedDive {
  const [first] = rows as [TableRow];
  const judges = [...rows].sort((one, other) => (one.of('Judge') < other.of('Judge') ? -1 : 1));
  return {
    lines: rows.map(({ line }) => line),
    round: Number(first.of('DiveNo')),
    number: null,
    difficulty: first.of('Difficulty'),
    awards: judges.map(({ of: field }) => field('JScore')),
    restarted: false,
  };
}
