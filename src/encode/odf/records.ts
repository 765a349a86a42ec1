/** Rows of RECORDS <-> Record elements. */
import type { Row, RowOf } from '../../model/row.ts';
import { OWN, ownValue, quadruple } from './quadruple.ts';
import { childOf, childrenOf, present, type XmlNode } from './xml-node.ts';
import { container, element, mandatory, optional } from './xml-text.ts';

type RecordRow = RowOf<'RECORDS'>;

const INFO = 'ExtendedInfo';

/** Lines with one code that follow each other stand under one Record. */
export function recordsXml(rows: readonly RecordRow[]): string {
  let xml = '';
  for (let first = 0; first < rows.length; ) {
    const { code } = rows[first]!.record;
    let types = '';
    let next = first;
    for (; rows[next]?.record.code === code; next += 1) types += recordTypeXml(rows[next]!, next - first + 1);
    xml += element('Record', mandatory('Code', code), types);
    first = next;
  }
  return xml;
}

function recordTypeXml({ key, record }: RecordRow, order: number): string {
  const data =
    mandatory('Order', 1) +
    mandatory('Historical', record.historical === true ? 'Y' : 'N') +
    optional('Result', record.result) +
    optional('Unit', record.unit) +
    optional('Place', record.place) +
    optional('Date', record.date) +
    optional('Equalled', record.equalled) +
    optional('Unconfirmed', record.unconfirmed);
  const attributes =
    mandatory('Order', order) + mandatory('RecordType', record.recordType) + mandatory('Shared', 'N');
  const children = quadruple(INFO, OWN, 'KEY', key) + holderXml(record);
  return element('RecordType', attributes, element('RecordData', data, children));
}

/** An old record may know its holder by name only. */
function holderXml({ competitor, name, organisation }: RecordRow['record']): string {
  if (!competitor && !name && !organisation) return '';
  const attributes =
    mandatory('Code', competitor) + mandatory('Type', 'A') + optional('Organisation', organisation);
  const description =
    mandatory('FamilyName', name) + mandatory('Gender', '') + mandatory('Organisation', organisation);
  const athlete = element('Athlete', mandatory('Code', competitor), element('Description', description));
  return element('Competitor', attributes, container('Composition', athlete));
}

export function recordRowsOf(node: XmlNode): Row[] {
  return childrenOf(node, 'RecordType').map((type) => {
    const data = childOf(type, 'RecordData');
    const { Result, Unit, Place, Date: date, Equalled, Unconfirmed, Historical } = data?.attributes ?? {};
    const holder = childOf(data, 'Competitor');
    const athlete = childOf(childOf(holder, 'Composition'), 'Athlete');
    const record = {
      code: node.attributes.Code ?? '',
      recordType: type.attributes.RecordType ?? '',
      result: Result ?? '',
      ...present({ competitor: holder?.attributes.Code, organisation: holder?.attributes.Organisation }),
      ...present({ name: childOf(athlete, 'Description')?.attributes.FamilyName }),
      ...present({ date, place: Place, unit: Unit, equalled: Equalled === 'Y' }),
      ...present({ unconfirmed: Unconfirmed === 'Y', historical: Historical === 'Y' }),
    };
    return { key: ownValue(childrenOf(data, INFO), 'KEY') ?? '', record };
  });
}
