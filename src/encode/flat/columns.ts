/** Which columns a document has for a machine that polls, and what the machine wants to call them. */
import type { Header } from '../../model/document.ts';
import { kindAt } from '../../model/flat-row.ts';
import { derivedOf, fieldsOf, type Kind } from '../../model/shape/field.ts';
import { type DocumentType, partShape, rowsOf } from '../../model/shape/table.ts';

export interface FlatColumn {
  /** What the caller knows it by. */
  readonly name: string;
  /** A path into the flat row (`model/column-path.ts`), or a name of `DOCUMENT_COLUMNS`. */
  readonly source: string;
}

/** What every row says of its document, so that one request fills a whole picture. */
export const DOCUMENT_COLUMNS = ['title', 'documentStatus', 'isTest', 'isSound', 'version'] as const;
/** Numbers behind texts, so that nobody reads `1:43.75`: base units are in `value`. */
export const MILLISECONDS = 'milliseconds';

const ONE_TEXT: ReadonlySet<Kind['is']> = new Set([
  'text',
  'rsc',
  'instant',
  'flag',
  'count',
  'whole',
  'code',
]);

/** The languages in which organisations have a name of their own in a row. */
const LANGUAGES = ['en', 'fr'] as const;

/**
 * All columns of a type in the order of its declaration, then what the sport shows of the performance under the codes of its columns:
 * the same for every document of a sport, whatever its rows say, so that what is mapped once stays mapped.
 */
export function columnsOf({ type, columns }: Pick<Header, 'type' | 'columns'>): FlatColumn[] {
  const { key, parts } = rowsOf(type);
  const own = parts.flatMap((part) => {
    const declared = partShape(part);
    return [...fieldsOf(declared), ...derivedOf(declared)].flatMap(([name, { kind }]) =>
      kind.is === 'texts' ? LANGUAGES.map((language) => `${name}.${language}`) : oneText(name, kind),
    );
  });
  const names = new Set(['line', key, ...own, ...(parts.includes('mark') ? [MILLISECONDS] : [])]);
  for (const name of DOCUMENT_COLUMNS) names.add(name);
  const shown = columns
    .filter(({ source }) => !names.has(source))
    .map(({ code, label, source }) => ({ name: nameIn(code ?? label), source }));
  return [...[...names].map((name) => ({ name, source: name })), ...distinct(shown, names)];
}

const oneText = (name: string, kind: Kind): string[] =>
  ONE_TEXT.has(kind.is === 'list' ? kind.of.is : kind.is) ? [name] : [];

/** `ATTEMPT 4` -> `ATTEMPT_4`: a name in JSON, XML and the head of a CSV file. */
const nameIn = (code: string): string => {
  const name = code.replaceAll(/[^\p{L}\p{N}_.-]+/gu, '_');
  return /^[\p{L}_]/u.test(name) ? name : `_${name}`;
};

/** Two columns under one code are told apart by a number. */
function distinct(columns: readonly FlatColumn[], taken: ReadonlySet<string>): FlatColumn[] {
  const names = new Set(taken);
  return columns.map(({ name, source }) => {
    let free = name;
    for (let number = 2; names.has(free); number += 1) free = `${name}_${number}`;
    names.add(free);
    return { name: free, source };
  });
}

const CHOSEN_NAME = /^[\p{L}_][\p{L}\p{N}_.-]{0,99}$/u;
/** Commas and colons in brackets belong to a path. */
const CHOICE = /(?:\[[^\]]*\]|[^,[])+/g;
const NAMED = /^((?:\[[^\]]*\]|[^:[])+)(?::(.+))?$/;

/**
 * `rank,name:Headline.Text,details.bestOf.attempts[attempt=4].mark:Fourth` -> these columns in this order, under these names. Null for a text that
 * is no such list. Names of columns above and paths alike.
 */
export function chosenColumns(
  text: string,
  all: readonly FlatColumn[],
  type: DocumentType,
): FlatColumn[] | null {
  const chosen: FlatColumn[] = [];
  for (const choice of text.match(CHOICE) ?? []) {
    const [, wanted, name = wanted] = NAMED.exec(choice.trim()) ?? [];
    const source = all.find((column) => column.name === wanted)?.source ?? pathIn(type, wanted);
    if (source === undefined || name === undefined || !CHOSEN_NAME.test(nameIn(name))) return null;
    chosen.push({ name: nameIn(name), source });
  }
  const names = new Set(chosen.map(({ name }) => name));
  return chosen.length === 0 || names.size < chosen.length ? null : chosen;
}

/** The path, where it begins with a field of the type. */
function pathIn(type: DocumentType, path: string | undefined): string | undefined {
  const first = path?.split(/[.[]/)[0] ?? '';
  return kindAt(type, first) === null ? undefined : path;
}
