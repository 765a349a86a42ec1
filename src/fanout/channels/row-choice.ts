import { createHash } from 'node:crypto';
import type { Document } from '../../model/document.ts';
import { Order, withPlaces } from '../../model/order.ts';
import type { Row } from '../../model/row.ts';
import { rowsOf } from '../../model/shape/table.ts';

/** Which rows a screen sees: those that any of the parts names. */
export interface RowChoice {
  /** The first so many of the list. */
  readonly top: number;
  readonly organisations: ReadonlySet<string>;
  /** Codes of competitors; a team is seen when one of its members is named. */
  readonly competitors: ReadonlySet<string>;
  /** The same for everyone who chose the same, and part of the epoch of what they see. */
  readonly tag: string;
}

const TOP_MAX = 10_000;
const NAMES_MAX = 256;
const NAME_LENGTH_MAX = 64;
const TAG_DIGITS = 8;

/** Null when it is not `{top?, organisations?, competitors?}` with at least one of them. */
export function readRowChoice(said: unknown): RowChoice | null {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return null;
  const { top = 0, organisations = [], competitors = [], ...others } = said as Record<string, unknown>;
  if (Object.keys(others).length > 0 || !isTop(top, 'top' in said)) return null;
  if (!areNames(organisations) || !areNames(competitors)) return null;
  if (top === 0 && organisations.length === 0 && competitors.length === 0) return null;
  const parts = [top, [...new Set(organisations)].sort(), [...new Set(competitors)].sort()];
  const tag = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, TAG_DIGITS);
  return { top, organisations: new Set(organisations), competitors: new Set(competitors), tag };
}

/** The chosen rows as a list of their own, in which ranks and gaps are those of the whole list. */
export function chosenRows(choice: RowChoice, { header, rows }: Pick<Document, 'header' | 'rows'>): Row[] {
  if (!rowsOf(header.type).parts.includes('place')) return rows.filter(test(choice));
  const isChosen = test(choice);
  const order = new Order(header);
  const chosen: { row: Row; rank: number | null; rankEqual: boolean }[] = [];
  const all = [...rows];
  for (const [index, row] of all.entries()) {
    const { diff, ...derived } = order.next(row, all[index + 1]);
    if (isChosen(row, index)) chosen.push({ row: withGap(row, diff), ...derived });
  }
  return withPlaces(chosen);
}

/** The leader may not be among the chosen. */
function withGap(row: Row, diff: string | null): Row {
  return diff === null || row.place!.givenDiff === diff
    ? row
    : { ...row, place: { ...row.place!, givenDiff: diff } };
}

function test({ top, organisations, competitors }: RowChoice): (row: Row, index: number) => boolean {
  return ({ key, identity }, index) =>
    index < top ||
    competitors.has(key) ||
    organisations.has(identity?.organisation ?? key) ||
    identity?.members?.some((member) => competitors.has(member.competitor)) === true;
}

const isTop = (value: unknown, isSaid: boolean): value is number =>
  Number.isSafeInteger(value) && (value as number) >= (isSaid ? 1 : 0) && (value as number) <= TOP_MAX;

const areNames = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length <= NAMES_MAX &&
  value.every((name) => typeof name === 'string' && name.length > 0 && name.length <= NAME_LENGTH_MAX);
