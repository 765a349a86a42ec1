/**
 * SportsML 3.1 in an item of NewsML-G2 2.22, as IPTC's own samples of Olympic results are built (iptc/sport-schema, `samples/xml/sportsml`). The ladder of
 * a result stands in `signal` and `edNote`: `result-status` of SportsML means valid or discarded.
 */
import { disciplineOf } from '../../../model/rsc.ts';
import { XML_DECLARATION } from '../../odf/xml-text.ts';
import { type Dispatch, guidOf, isWithdrawn, PUBLICATION, type WireSettings } from '../dispatch.ts';
import { headlineOf, noteLines } from '../wording.ts';
import { textXml, vendor, xml } from '../xml.ts';
import { sportsContent } from './content.ts';

const CATALOGUES = ['catalog.IPTC-G2-Standards_27.xml', 'catalog.IPTC-Sports_1.xml'];
const SPORT = 'medtop:15000000';

export function newsml(dispatch: Dispatch, settings: WireSettings): string {
  const { language } = settings;
  const root = xml(
    'newsItem',
    {
      xmlns: 'http://iptc.org/std/nar/2006-10-01/',
      guid: guidOf(dispatch, settings),
      version: dispatch.number,
      standard: 'NewsML-G2',
      standardversion: '2.22',
      conformance: 'power',
      'xml:lang': language,
    },
    ...CATALOGUES.map((name) => xml('catalogRef', { href: `http://www.iptc.org/std/catalog/${name}` })),
    itemMeta(dispatch, settings),
    contentMeta(dispatch, settings),
    // What is withdrawn is not said once more.
    isWithdrawn(dispatch) ? '' : contentSet(dispatch, settings),
  );
  return `${XML_DECLARATION}${root}\n`;
}

function itemMeta(dispatch: Dispatch, { provider, language }: WireSettings): string {
  const { document, kind } = dispatch;
  return xml(
    'itemMeta',
    {},
    xml('itemClass', { qcode: 'ninat:text' }),
    xml('provider', { uri: provider.uri }, textXml('name', {}, provider.name)),
    textXml('versionCreated', {}, document.asOf),
    xml('pubStatus', { qcode: `stat:${PUBLICATION[kind]}` }),
    ...noteLines(dispatch, language).map((note) => textXml('edNote', {}, note)),
    kind === 'CORRECTION' ? xml('signal', { qcode: 'sig:correction' }) : '',
    kind === 'UPDATE' ? xml('signal', { qcode: 'sig:update' }) : '',
    xml('signal', { qcode: vendor(document.header.status) }),
  );
}

function contentMeta(dispatch: Dispatch, { language, subjects }: WireSettings): string {
  const { header } = dispatch.document;
  const subject = subjects[disciplineOf(header.unit)];
  return xml(
    'contentMeta',
    {},
    xml('language', { tag: language }),
    xml('subject', { qcode: SPORT }),
    subject === undefined
      ? ''
      : xml('subject', { qcode: subject }, textXml('name', {}, header.names.discipline)),
    textXml('headline', {}, headlineOf(dispatch, language)),
  );
}

const contentSet = (dispatch: Dispatch, settings: WireSettings): string =>
  xml(
    'contentSet',
    {},
    xml('inlineXML', { contenttype: 'application/sportsml+xml' }, sportsContent(dispatch, settings)),
  );
