import {
  channelOfStory,
  type Dispatch,
  isStartList,
  isWithdrawn,
  START_LIST,
  type Story,
} from '../encode/wire/dispatch.ts';
import { FORMS } from '../encode/wire/forms.ts';
import { type Document, parseChannel } from '../model/document.ts';
import type { Recipient } from './recipient.ts';
import type { Told } from './standing.ts';
import type { Letter } from './way.ts';

/** What was begun, as it goes out: from the same the same bytes. */
export function letterOf(
  story: Story,
  series: string,
  told: Told,
  document: Document,
  { form, settings }: Recipient,
): Letter {
  const { number, kind, changes, furtherChanges, reasons } = told;
  const said = asTold(told, document);
  const dispatch: Dispatch = { story, number, kind, document: said, changes, furtherChanges, reasons };
  const { ending, contentType, bytes } = FORMS[form];
  return {
    key: `${encodeURIComponent(story)}:${series}:${number}`,
    name: `${fileNameOf(story)}.${ending}`,
    contentType,
    bytes: bytes(dispatch, settings),
    dispatch,
  };
}

/**
 * The content is that of the hash, or of what is withdrawn none; everything beside it is as it was when the dispatch was begun. What was published as a correction is told by the
 * dispatch, against what this recipient had.
 */
function asTold(told: Told, document: Document): Document {
  const { epoch, version, hash, asOf, status } = told;
  const said = { ...document, epoch, version, hash, asOf, correction: null };
  if (!isWithdrawn(told)) return said;
  return {
    ...said,
    header: { ...document.header, status, test: false, reliability: { ok: true, reasons: [] } },
  };
}

/** A code of a sport can hold what file systems do not take. */
export function fileNameOf(story: Story): string {
  const { unit, type, subcode } = parseChannel(channelOfStory(story))!;
  const parts = [unit, isStartList(story) ? START_LIST : type, ...(subcode === null ? [] : [subcode])];
  return parts
    .map((part) => part.replaceAll(/[^A-Za-z0-9_-]/g, (sign) => `=${sign.codePointAt(0)!.toString(16)}`))
    .join('.');
}
