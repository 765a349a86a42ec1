/** What a dispatch says of each row, short enough to be remembered for as long as a recipient may rely on it. */
import type { Change } from '../encode/wire/dispatch.ts';
import { nameOf, organisationName, rankText } from '../encode/wire/wording.ts';
import { type Document, listRows } from '../model/document.ts';
import type { ListRow } from '../model/row.ts';

/** `award`: medal and qualification mark, which come to a result without correcting it. */
export type SaidRow = readonly [key: string, name: string, text: string, award: string];

/** Nothing of documents that are no statement about results. */
export function saidIn(document: Document, language: string): SaidRow[] {
  if (document.header.type === 'MEDALS')
    return document.rows.map(({ key, medals }) => {
      const { gold, silver, bronze } = medals!;
      return [key, organisationName(key, language), `${gold}-${silver}-${bronze}`, ''];
    });
  return listRows(document).map((row) => [
    row.key,
    nameOf(row.identity, language),
    textOf(row),
    joined([row.place.medal, row.place.qualificationMark]),
  ]);
}

/** `2= 9.95`, `DQ`, `3 W`. */
const textOf = ({ mark, place }: ListRow): string =>
  joined([rankText(place), mark.irm ?? mark.result, mark.wlt]);

const joined = (texts: readonly (string | null | undefined)[]): string =>
  texts.filter((text) => text !== null && text !== undefined && text !== '').join(' ');

/** Of whom something else is said. A medal table that only grows corrects nothing. */
export function changesBetween(
  before: readonly SaidRow[],
  now: readonly SaidRow[],
  type: Document['header']['type'],
): Change[] {
  const left = new Map(before.map((row) => [row[0], row]));
  const changes: Change[] = [];
  for (const row of now) {
    const [key, name] = row;
    const earlier = left.get(key);
    left.delete(key);
    const isSame = type === 'MEDALS' ? !hasLost(earlier, row) : earlier !== undefined && isKept(earlier, row);
    if (!isSame)
      changes.push({ key, name, was: earlier === undefined ? null : shown(earlier), is: shown(row) });
  }
  for (const row of left.values()) changes.push({ key: row[0], name: row[1], was: shown(row), is: null });
  return changes;
}

const shown = ([, , text, award]: SaidRow): string => joined([text, award]);

const isKept = ([, , before, awardBefore]: SaidRow, [, , now, award]: SaidRow): boolean =>
  before === now && (awardBefore === '' || awardBefore === award);

function hasLost(before: SaidRow | undefined, now: SaidRow): boolean {
  if (before === undefined) return false;
  const counts = now[2].split('-').map(Number);
  return before[2].split('-').some((count, colour) => Number(count) > counts[colour]!);
}
