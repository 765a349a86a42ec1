import { fullTitle, unitTitle } from '../../client/sheet.ts';
import type { Document, DocumentOf } from '../../model/document.ts';
import type { Words } from '../../model/words.ts';
import { harmlessInLine } from '../terminal.ts';
import { clipped, widthOf } from '../text-width.ts';
import { fittedSheet } from './fitted-sheet.ts';
import type { FollowedDocument } from './followed.ts';
import type { ScreenLine } from './painter.ts';

/** What a screen is made of. */
export interface Shown {
  readonly followed: FollowedDocument | null;
  /** Of its unit. */
  readonly now: DocumentOf<'CURRENT'> | null;
  /** What else is under way. */
  readonly others: readonly FollowedDocument[];
  readonly isPinned: boolean;
  /** What is followed, as it was asked for. */
  readonly asked: string;
  /** Why nothing may look live; null: it may. */
  readonly trouble: string | null;
  /** What just changed stands out. */
  readonly isFresh: boolean;
}

const KEYS = 'n next  a automatic  q quit';
/** Title, state, labels, and below the list the last change, what else is live, and the keys. */
const AROUND = 7;

/** The whole screen: who is where, what changed last, what else is live, and whether all of it can be relied on. */
export function screenLines(
  shown: Shown,
  { width, height }: { readonly width: number; readonly height: number },
  wordsOf: (document: Document) => Words | undefined,
): ScreenLine[] {
  const { followed, trouble } = shown;
  const foot = footLines(shown, width);
  if (followed === null)
    return [{ text: harmlessInLine(`waiting for ${shown.asked}`) }, troubleLine(trouble), ...foot];
  const { document } = followed;
  const listed = listLines(shown, followed, { width, room: Math.max(1, height - AROUND) }, wordsOf(document));
  return [...headLines(document, shown), ...listed, ...foot];
}

function headLines(document: Document, { now, trouble }: Shown): ScreenLine[] {
  const { header, version, asOf } = document;
  const type = header.type === 'RESULT' ? '' : `  ${header.type}`;
  const subcode = header.subcode === null ? '' : `/${header.subcode}`;
  const doubts = header.reliability.ok ? '' : `  ! ${header.reliability.reasons.join(' ')}`;
  // What may be old does not look as if it were live.
  const status = trouble === null ? header.status : `LAST KNOWN ${header.status}`;
  const state = `${status}${doubts}  version ${version} of ${asOf.slice(11, 19)} UTC${nowText(now)}`;
  const isDoubtful = trouble !== null || !header.reliability.ok;
  return [
    { text: harmlessInLine(`${fullTitle(header.names)}${type}${subcode}`), is: 'title' },
    isDoubtful ? { text: harmlessInLine(state), is: 'trouble' } : { text: harmlessInLine(state) },
    troubleLine(trouble),
  ];
}

/** Its place stays where there is none, so that nothing moves. */
const troubleLine = (trouble: string | null): ScreenLine => ({
  text: harmlessInLine(trouble ?? ''),
  is: 'trouble',
});

/** `  55:10 second half  now BERG Ada`. */
function nowText(now: DocumentOf<'CURRENT'> | null): string {
  if (now === null) return '';
  const { clock, period } = now.header.now ?? {};
  const names = [...now.rows]
    .filter(({ turn }) => turn.role === 'CURRENT')
    .map(({ identity }) => identity.name);
  // Both sides of a match are in action all the time, and so is a whole field.
  const who = names.length === 1 ? `now ${names[0]}` : '';
  return [clock, period, who].map((text) => (text ? `  ${text}` : '')).join('');
}

function listLines(
  { isFresh }: Shown,
  { document, changed }: FollowedDocument,
  { width, room }: { readonly width: number; readonly room: number },
  words: Words | undefined,
): ScreenLine[] {
  // A sign stands before what changed: a colour alone says nothing to many.
  const [labels = '', ...rows] = fittedSheet(document, width - 1, words);
  const isChanged = (index: number): boolean => isFresh && changed.has(document.rows.at(index)!.key);
  const lines = rows.map(
    (text, index): ScreenLine =>
      isChanged(index) ? { text: `>${text}`, is: 'changed' } : { text: ` ${text}` },
  );
  const below = lines.slice(room).find(({ is }) => is === 'changed');
  const more = lines.length > room ? `… ${lines.length - room} more` : '';
  return [
    { text: ` ${labels}`, is: 'labels' },
    ...lines.slice(0, room),
    below ?? { text: more, is: 'quiet' },
  ];
}

function footLines({ others, isPinned, asked }: Shown, width: number): ScreenLine[] {
  const titles = others.map(({ document }) => unitTitle(document.header.names)).join(' · ');
  const also = titles === '' ? '' : `also live: ${titles}`;
  const left = `${asked}${isPinned ? ' (stays)' : ''}`;
  const room = width - widthOf(KEYS) - 2;
  const foot = clipped(harmlessInLine(left), room);
  const blank = ' '.repeat(Math.max(0, width - widthOf(foot) - widthOf(KEYS)));
  return [
    { text: harmlessInLine(also), is: 'quiet' },
    { text: `${foot}${blank}${KEYS}`, is: 'quiet' },
  ];
}
