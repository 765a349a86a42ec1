/** What a recipient that pulls has been told, as an Atom feed (RFC 4287): of each story one entry, with its newest number. */
import { XML_DECLARATION } from '../odf/xml-text.ts';
import { type Dispatch, guidOf, type WireSettings } from './dispatch.ts';
import { headlineOf, noteLines } from './wording.ts';
import { textXml, xml } from './xml.ts';

export interface FeedEntry {
  readonly dispatch: Dispatch;
  /** RFC 3339; of a newer number it is later. */
  readonly updated: string;
  /** From where the feed is. */
  readonly href: string;
  readonly contentType: string;
  readonly length: number;
}

const OWN = 'urn:splitsecond:wires';

/** `name`: that of the recipient. `updated`: where there is no entry. */
export function atomFeed(
  name: string,
  entries: readonly FeedEntry[],
  updated: string,
  settings: WireSettings,
): string {
  const { provider, language, idPrefix } = settings;
  const newest =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? updated;
  const feed = xml(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:s': OWN, 'xml:lang': language },
    textXml('id', {}, `${idPrefix}wires:${name}`),
    textXml('title', {}, `${provider.name}: ${name}`),
    textXml('updated', {}, newest),
    xml('author', {}, textXml('name', {}, provider.name), textXml('uri', {}, provider.uri)),
    xml('link', { rel: 'self', href: `${name}.atom` }),
    ...entries.map((entry) => entryXml(entry, settings)),
  );
  return `${XML_DECLARATION}${feed}\n`;
}

function entryXml(
  { dispatch, updated, href, contentType, length }: FeedEntry,
  settings: WireSettings,
): string {
  const { story, number, kind, document } = dispatch;
  const { language } = settings;
  return xml(
    'entry',
    {},
    textXml('id', {}, guidOf(dispatch, settings)),
    textXml('title', {}, headlineOf(dispatch, language)),
    textXml('updated', {}, updated),
    xml('link', { rel: 'alternate', type: contentType, href, length }),
    xml('category', { scheme: OWN, term: kind }),
    textXml('summary', {}, noteLines(dispatch, language).join(' ')),
    textXml('s:story', {}, story),
    textXml('s:number', {}, String(number)),
    textXml('s:position', {}, `${document.epoch} ${document.version}`),
  );
}
