/** NITF 3.4: the document's own columns as a table, and the summary as plain text below it. */
import { tableOf } from '../csv.ts';
import { escapeXml, XML_DECLARATION } from '../odf/xml-text.ts';
import { aligned } from './agate.ts';
import { type Dispatch, guidOf, isWithdrawn, PUBLICATION, type WireSettings } from './dispatch.ts';
import { summaryOf } from './summary.ts';
import { headerIn } from './wording.ts';
import { textXml, xml } from './xml.ts';

const SPORT = '15000000';

export function nitf(dispatch: Dispatch, settings: WireSettings): string {
  const { headline, notes: said, lines } = summaryOf(dispatch, settings);
  const notes = [...said.heads, ...said.others];
  const content = xml(
    'body.content',
    {},
    ...notes.map((note) => textXml('p', {}, note)),
    isWithdrawn(dispatch) ? '' : table(dispatch, settings),
    lines.length === 0 ? '' : `<pre>${escapeXml(aligned(lines).join('\n')).replaceAll('&#10;', '\n')}</pre>`,
  );
  const body = xml(
    'body',
    {},
    xml('body.head', {}, xml('hedline', {}, textXml('hl1', {}, headline))),
    content,
  );
  const root = xml(
    'nitf',
    { xmlns: 'http://iptc.org/std/NITF/2006-10-18/', 'xml:lang': undefined, baselang: settings.language },
    head(dispatch, settings, headline, notes),
    body,
  );
  return `${XML_DECLARATION}${root}\n`;
}

function head(
  dispatch: Dispatch,
  settings: WireSettings,
  headline: string,
  notes: readonly string[],
): string {
  const { kind, number, document } = dispatch;
  const id = guidOf(dispatch, settings);
  return xml(
    'head',
    {},
    textXml('title', {}, headline),
    xml(
      'tobject',
      { 'tobject.type': 'news' },
      xml('tobject.subject', { 'tobject.subject.refnum': SPORT, 'tobject.subject.type': 'Sport' }),
    ),
    xml(
      'docdata',
      { 'management-status': PUBLICATION[kind] },
      ...(kind === 'CORRECTION' ? [xml('correction', { info: notes.join(' '), 'id-string': id })] : []),
      xml('doc-id', { regsrc: settings.provider.uri, 'id-string': id }),
      xml('date.issue', { norm: normOf(document.asOf) }),
      ...notes.map((note) => xml('ed-msg', { info: note })),
      xml('du-key', { key: id, version: number }),
    ),
  );
}

/** ISO 8601 without punctuation: `20160817T002210Z`. */
const normOf = (instant: string): string => instant.replaceAll(/[-:]|\.\d+/g, '');

function table({ document }: Dispatch, { language }: WireSettings): string {
  const [labels, ...rows] = tableOf({ ...document, header: headerIn(document, language) });
  if (rows.length === 0) return '';
  const line = (name: 'th' | 'td', cells: readonly string[]): string =>
    xml('tr', {}, ...cells.map((cell) => textXml(name, {}, cell)));
  return xml(
    'table',
    {},
    xml('thead', {}, line('th', labels!)),
    xml('tbody', {}, ...rows.map((cells) => line('td', cells))),
  );
}
