/** World Series meets, one dive a line with the awards of the judges and what became of it. */
import { basename } from 'node:path';
import { competitorText } from '../../../venue/import/texts.ts';
import { hasColumns, readTable, type TableRow } from '../csv-table.ts';
import {
  contestRsc,
  groupedBy,
  type PublishedDive,
  type PublishedDiver,
  type PublishedDiving,
} from './published.ts';

export const isDives = (head: string): boolean =>
  hasColumns(head, ['divenum', 'divecode', 'DD', 'J1', 'divepts', 'totalpts', 'event', 'round']);

/** `unknown`: lines of events and rounds that are none of diving here. */
export function readDives(path: string): { readonly published: PublishedDiving; readonly unknown: number } {
  const rows = readTable(path);
  const known = groupedBy(rows, unitOf);
  const unknown = known.get(null)?.length ?? 0;
  const contests = [...known].flatMap(([unit, of]) =>
    unit === null ? [] : [{ unit, divers: [...groupedBy(of, codeOf).values()].map(diverOf) }],
  );
  const set = `Diving: ${basename(path).replace(/\.csv$/i, '')}`;
  return { published: { set, edition: null, contests, lines: rows.length }, unknown };
}

const EVENTS: readonly (readonly [RegExp, string])[] = [
  [/^1m springboard$/, '1M'],
  [/^3m springboard$/, '3M'],
  [/^10m platform$/, '10M'],
];

const ROUNDS: Readonly<Record<string, readonly [phase: string, number: number]>> = {
  preliminary: ['PREL', 1],
  semifinal: ['SFNL', 1],
  'semifinal a': ['SFNL', 1],
  'semifinal b': ['SFNL', 2],
  final: ['FNL', 1],
};

function unitOf({ of: field }: TableRow): string | null {
  const [, who = '', board = ''] = /^(women|men)'s (.+)$/i.exec(field('event')) ?? [];
  const event = EVENTS.find(([pattern]) => pattern.test(board.toLowerCase()))?.[1];
  const round = ROUNDS[field('round').toLowerCase()];
  if (event === undefined || round === undefined) return null;
  return contestRsc(who.toLowerCase() === 'men' ? 'M' : 'W', event, ...round);
}

const codeOf = ({ of: field }: TableRow): string => competitorText(`${field('dcountry')} ${field('name')}`);

function diverOf(rows: readonly TableRow[]): PublishedDiver {
  const [first] = rows as [TableRow];
  const rank = first.of('rank').replace(/^=|=$/g, '');
  const totals = rows.map(({ of: field }) => field('totalpts')).filter((text) => POINTS.test(text));
  return {
    code: codeOf(first),
    name: first.of('name'),
    organisation: first.of('dcountry'),
    dives: rows.map(diveOf),
    rank: /^\d+$/.test(rank) ? Number(rank) : null,
    // After the last dive, as `=3`, where two have the same points: the column of places counts the lines.
    shared: Number(/^=(\d+)$/.exec(rows.at(-1)!.of('overallrank'))?.[1] ?? Number.NaN),
    total: totals.at(-1) ?? null,
  };
}

const POINTS = /^\d+(\.\d+)?$/;
const AWARD = /^(?:10(?:\.0)?|\d(?:\.[05])?)$/;
const JUDGES = Array.from({ length: 11 }, (_none, index) => `J${index + 1}`);

/** Dives without awards are those that the source gives no points for: the judges had nothing to mark. */
function diveOf({ line, of: field }: TableRow): PublishedDive {
  const said = JUDGES.map((judge) => field(judge)).filter((text) => text !== '' && text !== 'NA');
  return {
    lines: [line],
    round: Number(field('divenum')),
    number: field('divecode') || null,
    difficulty: field('DD'),
    awards: said.length > 0 && said.every((text) => AWARD.test(text)) ? said : null,
    // The mark of a re-start, beside the points.
    restarted: field('divepts').startsWith('*'),
  };
}
