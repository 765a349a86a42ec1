/** What is other in a list than when somebody looked last: who, from where to where, with which mark. */
import { markText } from '../../client/cells.ts';
import type { Document } from '../../model/document.ts';
import { listRows } from '../../model/document.ts';
import type { ListRow } from '../../model/row.ts';

export interface Change {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly oldRank: number | null;
  readonly newRank: number | null;
  /** As shown, with the IRM; empty where there is none. */
  readonly oldMark: string;
  readonly newMark: string;
  readonly kind: 'NEW' | 'GONE' | 'MARK' | 'MOVED';
}

/** Those whose own mark changed first, then those who only moved; in the order of the list. */
export function whatChanged(
  before: Pick<Document, 'header' | 'rows'>,
  after: Pick<Document, 'header' | 'rows'>,
): readonly Change[] {
  const older = new Map(listRows(before).map((row) => [row.key, row]));
  const newer = listRows(after);
  const changes = newer.flatMap((row) => changeOf(older.get(row.key), row));
  const left = new Set(newer.map(({ key }) => key));
  const gone = [...older.values()]
    .filter(({ key }) => !left.has(key))
    .flatMap((row) => changeOf(row, undefined));
  return [
    ...changes.filter(({ kind }) => kind !== 'MOVED'),
    ...gone,
    ...changes.filter(({ kind }) => kind === 'MOVED'),
  ];
}

function changeOf(before: ListRow | undefined, after: ListRow | undefined): readonly Change[] {
  const { key, identity } = (after ?? before)!;
  const [oldMark, newMark] = [shownMark(before), shownMark(after)];
  const [oldRank, newRank] = [before?.place.rank ?? null, after?.place.rank ?? null];
  const kind = kindOf(before, after, oldMark === newMark, oldRank === newRank);
  if (kind === null) return [];
  return [
    {
      key,
      name: identity.name,
      organisation: identity.organisation,
      oldRank,
      newRank,
      oldMark,
      newMark,
      kind,
    },
  ];
}

function kindOf(
  before: ListRow | undefined,
  after: ListRow | undefined,
  isSameMark: boolean,
  isSameRank: boolean,
): Change['kind'] | null {
  if (before === undefined) return 'NEW';
  if (after === undefined) return 'GONE';
  if (!isSameMark) return 'MARK';
  return isSameRank ? null : 'MOVED';
}

const shownMark = (row: ListRow | undefined): string => (row === undefined ? '' : markText(row.mark));
