/** What was told of a unit or its event: corrections, protests, disqualifications, with their reasons. */

import { MINUTE, venueTime } from '../../client/venue-time.ts';
import type { DocumentOf } from '../../model/document.ts';
import type { Communication, RowOf } from '../../model/row.ts';
import type { Speech } from './speech.ts';

export interface Told {
  readonly key: string;
  readonly kind: Communication['kind'];
  readonly kindWord: string;
  readonly time: string;
  /** When, as it came. */
  readonly at: string;
  readonly text: string;
  readonly unit?: string;
  readonly isLoud: boolean;
}

const LOUD: readonly Communication['kind'][] = ['CORRECTION', 'PROTEST', 'DISQUALIFICATION'];

interface Meant {
  readonly isMeant?: (unit: string | undefined) => boolean;
  /** What an RSC is called; empty where nobody knows. */
  readonly nameOf: (unit: string) => string;
}

/** `isMeant`: by the RSC that a line is about; of all when not given. The newest first, as they come. */
export function toldOf(
  document: Pick<DocumentOf<'COMMUNICATION'>, 'header' | 'rows'> | null,
  speech: Speech,
  { isMeant = () => true, nameOf }: Meant,
): readonly Told[] {
  if (document === null) return [];
  const offset = document.header.competition?.utcOffset;
  return document.rows
    .filter(({ communication }) => isMeant(communication.unit))
    .map((row) => toldLine(row, speech, nameOf, offset));
}

function toldLine(
  { key, communication }: RowOf<'COMMUNICATION'>,
  speech: Speech,
  nameOf: Meant['nameOf'],
  offset?: string,
): Told {
  const { kind, at, unit, reason, texts, code = '', competitors } = communication;
  const text = texts[speech.language] ?? Object.values(texts)[0];
  const isPlain = text === undefined && reason === undefined;
  return {
    key,
    kind,
    kindWord: speech.word('communications', kind),
    time: venueTime(at, speech.language, offset, MINUTE),
    at,
    text: [
      unit === undefined ? '' : nameOf(unit),
      OF_DOCUMENTS.includes(kind) && code !== '' ? speech.word('documents', code) : code,
      text,
      reason,
      isPlain ? competitors.join(', ') : '',
    ]
      .filter(Boolean)
      .join(' · '),
    ...(unit === undefined ? {} : { unit }),
    isLoud: LOUD.includes(kind),
  };
}

/** Their code is the type of the document that they are about. */
const OF_DOCUMENTS: readonly Communication['kind'][] = ['OFFICIAL', 'CORRECTION'];
