/** What the files have in common by which machines say what they show. */
import { type Channel, parseChannel } from '../model/document.ts';
import { parseRsc } from '../model/rsc.ts';
import type { Fields, Refused } from '../settings-fields.ts';

/** `BAD_LAYOUT`: the file says something that is none. */
export class BadLayout extends Error {
  readonly code = 'BAD_LAYOUT';
}

export const refused: Refused = (fault, path, what) => {
  const said = {
    BAD_JSON: `is no JSON: ${what}`,
    UNKNOWN_FIELD: 'is no part of a layout',
    MISSING_FIELD: `is ${what}`,
    WRONG_VALUE: `is ${what}`,
  };
  return new BadLayout(`${path === '' ? 'the layout' : path} ${said[fault]}`);
};

export function channelIn(file: Fields): Channel {
  const what = '<RSC>/<TYPE> or <RSC>/<TYPE>/<SUBCODE>';
  const channel = file.text('channel', undefined, /^/, what);
  const parsed = parseChannel(channel);
  if (parsed === null || parseRsc(parsed.unit) === null) throw file.wrong('channel', what);
  return channel;
}
