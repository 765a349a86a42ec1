/** A document in the words of a recipient's language: title, names, what an editor has to be told. */

import type { Document, Header } from '../../model/document.ts';
import type { Derived } from '../../model/order.ts';
import { ORGANISATION_NAMES } from '../../model/organisations.ts';
import type { Identity } from '../../model/row.ts';
import { disciplineOf } from '../../model/rsc.ts';
import { fullTitle } from '../../model/title.ts';
import { inWords, type Words } from '../../model/words.ts';
import { wordsIn } from '../../sports.ts';
import { filledIn } from './agate-settings.ts';
import { type Dispatch, isStartList } from './dispatch.ts';
import { phrasesOf } from './phrases.ts';

export const wordsFor = ({ header }: Document, language: string): Words =>
  wordsIn(disciplineOf(header.unit), language) ?? wordsIn('GEN', language) ?? wordsIn('GEN', 'en')!;

/** The header with names and labels in the language; what the venue named itself stays. */
export const headerIn = (document: Document, language: string): Header =>
  inWords(document.header, wordsFor(document, language));

/** "Athletics, Men's 100m, Final". Of what is about no event: what kind of document it is. */
export function headlineOf({ document, story }: Dispatch, language: string): string {
  const words = wordsFor(document, language);
  const { names, competition, type } = headerIn(document, language);
  const kind = words.documents?.[type] ?? type;
  if (type === 'MEDALS') return [competition?.name, kind].filter((text) => text !== undefined).join(', ');
  const title = fullTitle(names);
  if (isStartList(story)) return `${title}, ${words.resultStatuses?.START_LIST ?? 'start list'}`;
  return type === 'RESULT' ? title : `${title}, ${kind}`;
}

/** "Usain Bolt"; of a team or pair its name, or else what its organisation is called. */
export function nameOf(identity: Identity, language: string): string {
  const { given = '', family, name, organisation } = identity;
  if (identity.kind === 'ATHLETE' && family !== undefined)
    return tidy(`${inPrint(given, 3)} ${inPrint(family, 2)}`);
  return name === organisation ? countryOf(identity, language) : tidy(name);
}

/**
 * Feeds have families in capitals, and some whole names: `D'ORSOGNA` is `D'Orsogna` in print, `BAR-OR` `Bar-Or`. A word with fewer letters is taken for initials; what has a small letter or
 * a figure stays as it is.
 */
const inPrint = (name: string, least: number): string =>
  name
    .split(' ')
    .map((word) =>
      IN_CAPITALS.test(word) && word.length >= least && !ORDINALS.has(word)
        ? word.toLowerCase().replaceAll(/(?:^(?:mc)?|[-'’])\p{L}/gu, capitalsIn)
        : word,
    )
    .join(' ');

const IN_CAPITALS = /^[\p{Lu}\p{M}'’-]+$/u;
const ORDINALS: ReadonlySet<string> = new Set(['II', 'III', 'IV']);

/** `mce` -> `McE`. */
const capitalsIn = (letters: string): string =>
  capital(letters.slice(0, -1)) + letters.slice(-1).toUpperCase();

/** `2=`, or nothing without a place. */
export const rankText = ({ rank, rankEqual }: Pick<Derived, 'rank' | 'rankEqual'>): string =>
  rank === null ? '' : `${rank}${rankEqual ? '=' : ''}`;

/** Feeds hold names with spaces around them. */
const tidy = (name: string): string => name.replaceAll(/\s+/g, ' ').trim();

/** "Jamaica", or the code where nobody said what it stands for. */
export const countryOf = (
  { organisation, organisationNames }: Pick<Identity, 'organisation' | 'organisationNames'>,
  language: string,
): string =>
  organisationNames?.[language] ??
  organisationNames?.en ??
  organisationNames?.[''] ??
  organisationName(organisation, language);

/** By its code alone, as in the medal table. */
export function organisationName(code: string, language: string): string {
  const names = ORGANISATION_NAMES.get(code);
  return names?.[language] ?? names?.en ?? code;
}

/** What an editor has to be told. */
export interface Notes {
  /** Before the result: a rehearsal, a correction, a withdrawal, the status. */
  readonly heads: readonly string[];
  /** What was wrong, why, and what is not certain. */
  readonly others: readonly string[];
}

export function notesOf(
  { document, kind, changes, furtherChanges, reasons, story }: Dispatch,
  language: string,
): Notes {
  const { header } = document;
  const words = wordsFor(document, language);
  const phrases = phrasesOf(language);
  const status = words.resultStatuses?.[header.status] ?? header.status;
  const heads: string[] = [];
  if (header.test) heads.push(phrases.test);
  if (kind === 'CORRECTION') heads.push(phrases.correction);
  if (kind === 'KILLED') heads.push(phrases.killed);
  else if (kind === 'WITHHELD') heads.push(filledIn(phrases.withheld, { status }));
  else if (!WITHOUT_STATUS.has(header.type) && !isStartList(story)) heads.push(`${capital(status)}.`);
  const said = (text: string | null): string => text ?? phrases.nothing;
  const others = changes.map(({ name, was, is }) =>
    filledIn(phrases.change, { name, was: said(was), is: said(is) }),
  );
  if (furtherChanges > 0) others.push(filledIn(phrases.furtherChanges, { count: String(furtherChanges) }));
  if (kind !== 'FIRST' && kind !== 'UPDATE')
    others.push(
      reasons.length === 0 ? phrases.noReason : filledIn(phrases.reason, { reason: reasons.join('; ') }),
    );
  if (!header.reliability.ok) {
    const why = header.reliability.reasons.map((reason) => words.reasons?.[reason] ?? reason);
    others.push(filledIn(phrases.notSound, { reasons: why.join(', ') }));
  }
  return { heads, others };
}

export function noteLines(dispatch: Dispatch, language: string): string[] {
  const { heads, others } = notesOf(dispatch, language);
  return [...heads, ...others];
}

/** Their status is no statement about a result. */
const WITHOUT_STATUS: ReadonlySet<string> = new Set(['SCHEDULE', 'MEDALS', 'PARTICIPANTS', 'RECORDS']);

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
