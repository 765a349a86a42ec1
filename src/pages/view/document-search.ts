/** Documents as lines of a list, and those that somebody means by some words. */
import { capitalised } from '../../client/cells.ts';
import { unitTitle } from '../../model/title.ts';
import { isMoving, isStated, type Listed } from './document-list.ts';
import { plainText } from './plain-text.ts';
import { namesIn, partName, type Speech } from './speech.ts';

/** Ready to show; `status` empty where there is none. */
export interface ListLine {
  readonly title: string;
  readonly small: string;
  readonly status: string;
}

export function listLine(one: Listed, speech: Speech): ListLine {
  const names = namesIn(speech, one);
  const kind = kindOf(one, speech);
  const small = [
    isMoving(one) || names.event === undefined ? names.discipline : '',
    names.event === undefined || one.type === 'RESULT' ? '' : kind,
    partName(speech, one.unit, one.subcode),
  ];
  return {
    title: names.event === undefined ? capitalised(kind) : unitTitle(names),
    small: small.filter(Boolean).join(' · '),
    status: isStated(one.type) ? speech.word('resultStatuses', one.status) : '',
  };
}

/** Those in whose line, kind or channel every word stands. */
export function found(listed: readonly Listed[], search: string, speech: Speech): readonly Listed[] {
  const wanted = plainText(search.trim()).split(/\s+/);
  return listed.filter((one) => {
    const { title, small, status } = listLine(one, speech);
    const text = plainText(`${one.channel} ${title} ${small} ${kindOf(one, speech)} ${status}`);
    return wanted.every((word) => text.includes(word));
  });
}

const kindOf = ({ type }: Listed, speech: Speech): string => speech.word('documents', type);
