import { defined } from '../model/defined.ts';
import type { Header, Info } from '../model/document.ts';
import type { CompetitionSaid } from './competition-said.ts';

const made = new WeakMap<Header, { readonly said: CompetitionSaid; readonly header: Header }>();

/**
 * A header with what is known of the competition: its code, the names of venue and location, times as clocks there show them.
 * The same object for the same header, until something else is said of the competition.
 */
export function headed(header: Header, said: CompetitionSaid): Header {
  const { content } = said;
  if (content === null) return header;
  const known = made.get(header);
  if (known?.said === said) return known.header;
  const { venue } = header.info;
  const utcOffset = said.offsetAt(venue);
  const competition = defined<NonNullable<Header['competition']>>({
    code: content.code,
    name: said.text(content.names),
    utcOffset,
  });
  const now = { ...header, info: infoOf(header.info, said), competition };
  made.set(header, { said, header: now });
  return now;
}

function infoOf(info: Info, said: CompetitionSaid): Info {
  const { venue, location } = info;
  const venueName = said.text(said.venueNames(venue));
  const locationName = said.text(said.locationNames(venue, location));
  const names = {
    ...(venueName === undefined || venueName === venue ? {} : { venueName }),
    ...(locationName === undefined || locationName === location ? {} : { locationName }),
  };
  const times: Record<string, string> = {};
  for (const field of ['scheduledStart', 'started', 'ended'] as const)
    if (info[field] !== undefined) times[field] = said.localTime(info[field], venue);
  return { ...info, ...times, ...names };
}
