/** What was told of a unit or its event: corrections, protests, disqualifications, of whom and with their reasons. */

import { MINUTE, venueTime } from '../../client/venue-time.ts';
import type { DocumentOf } from '../../model/document.ts';
import type { Communication } from '../../model/row.ts';
import { filled } from '../../model/words.ts';
import type { Speech } from './speech.ts';

export interface Announcement {
  readonly key: string;
  readonly kind: Communication['kind'];
  readonly kindWord: string;
  readonly time: string;
  readonly text: string;
  readonly isLoud: boolean;
}

const LOUD: readonly Communication['kind'][] = ['CORRECTION', 'PROTEST', 'DISQUALIFICATION'];

/** What units and people are called, as far as somebody knows. */
export interface Naming {
  /** Of an RSC; empty where nobody does. */
  readonly nameOf: (unit: string) => string;
  /** Of a competitor; where nobody does the code stands. */
  readonly whoIs: (competitor: string) => string | undefined;
}

/** The newest first, as they come. `isMeant`: by the RSC that a line is about; all when not given. */
export function announcementsOf(
  document: Pick<DocumentOf<'COMMUNICATION'>, 'header' | 'rows'> | null,
  speech: Speech,
  {
    isMeant = () => true,
    nameOf,
    whoIs,
  }: Naming & { readonly isMeant?: (unit: string | undefined) => boolean },
): readonly Announcement[] {
  if (document === null) return [];
  const offset = document.header.competition?.utcOffset;
  return document.rows
    .filter(({ communication }) => isMeant(communication.unit))
    .map(({ key, communication }): Announcement => {
      const { kind, at, unit, reason, texts, code = '', competitors } = communication;
      const text = [
        unit === undefined ? '' : nameOf(unit),
        OF_DOCUMENTS.includes(kind) && code !== '' ? speech.word('documents', code) : code,
        namesText(
          competitors.map((each) => whoIs(each) ?? each),
          speech,
        ),
        texts[speech.language] ?? Object.values(texts)[0],
        reason,
      ];
      return {
        key,
        kind,
        kindWord: speech.word('communications', kind),
        time: venueTime(at, speech.language, offset, MINUTE),
        text: text.filter(Boolean).join(' · '),
        isLoud: LOUD.includes(kind),
      };
    });
}

/** Their code is the type of the document that they are about. */
const OF_DOCUMENTS: readonly Communication['kind'][] = ['OFFICIAL', 'CORRECTION'];

/** A correction can move a whole field. */
const MOST_NAMED = 3;

function namesText(names: readonly string[], { said }: Speech): string {
  const more = names.length - MOST_NAMED;
  const shown = names.slice(0, MOST_NAMED).join(', ');
  return more > 0 ? `${shown} ${filled(said.moreChanges, { count: String(more) })}` : shown;
}
