/** What stands above a document: its title, how far it may be relied on, what it corrects. */
import { capitalised } from '../../client/cells.ts';
import { zoneText } from '../../client/venue-time.ts';
import type { Document, Header } from '../../model/document.ts';
import { unitTitle } from '../../model/title.ts';
import { filled } from '../../model/words.ts';
import { namesIn, partName, type Speech } from './speech.ts';

/** "Men's 100m, Final"; of what is about a sport as a whole "Athletics: schedule". */
export function titleOf(header: Header, speech: Speech): string {
  const names = namesIn(speech, header);
  if (names.event !== undefined) return unitTitle(names);
  const kind = speech.word('documents', header.type);
  return header.type === 'MEDALS' ? capitalised(kind) : `${names.discipline}: ${kind}`;
}

/** What else the header says of the unit, in one line. */
export function subtitleOf({ header, rows }: Pick<Document, 'header' | 'rows'>, speech: Speech): string {
  const { info, type, unit, subcode, competition } = header;
  const names = namesIn(speech, header);
  const isListing = names.event === undefined;
  const { said } = speech;
  return [
    isListing ? '' : names.discipline,
    isListing || type === 'RESULT' ? '' : speech.word('documents', type),
    partName(speech, unit, subcode),
    competition?.name,
    info.venueName ?? info.venue,
    // That of every time of day that is shown.
    zoneText(competition?.utcOffset),
    info.wind === undefined ? '' : filled(said.wind, { wind: info.wind }),
    info.totalEvents === undefined
      ? ''
      : filled(said.decided, { finished: String(info.finishedEvents), total: String(info.totalEvents) }),
    rows.length === 0 ? said.empty : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What is only about the way from the venue to here, and mends itself: nothing that the public must act on. */
const OF_THE_WAY = ['SEQUENCE_GAP', 'SOURCE_SILENT', 'RECONSTRUCTED'];

/** Reasons not to rely on a document: those that everybody must know, and whether others are left. */
export function concernsOf(
  { reliability }: Header,
  speech: Speech,
): { loud: string; isProvisional: boolean } {
  const loud = reliability.reasons.filter((reason) => !OF_THE_WAY.includes(reason));
  return {
    loud: loud.map((reason) => speech.word('reasons', reason)).join(', '),
    isProvisional: reliability.reasons.some((reason) => OF_THE_WAY.includes(reason)),
  };
}

/** "Corrects version 4: lane infringement". */
export function correctionText({ correction }: Pick<Document, 'correction'>, speech: Speech): string {
  if (correction === null) return '';
  const text = filled(speech.said.correction, { version: String(correction.of) });
  return [text, correction.reason].filter(Boolean).join(': ');
}

/** Those who stand elsewhere, or with another mark, because of it. */
export function movedNames({ correction, rows }: Pick<Document, 'correction' | 'rows'>): readonly string[] {
  const moved = new Set(correction?.moved ?? []);
  return moved.size === 0
    ? []
    : rows.filter(({ key }) => moved.has(key)).map((row) => row.identity?.name ?? row.key);
}
