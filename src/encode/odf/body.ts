/** What stands in the body of a message <-> rows, type by type. */
import { type Document, type DocumentType, isOfType, withDerived } from '../../model/document.ts';
import type { Identity, Row } from '../../model/row.ts';
import { type PartName, partShape, rowsOf } from '../../model/shape/table.ts';
import { declaredOf, declaredXml } from './declared.ts';
import { medalTableRows, standingsXml } from './medal-table.ts';
import { medalRowsOf } from './medallists.ts';
import { participantOf, participantXml } from './participants.ts';
import { identityOf, RESULT_ENTRY } from './person.ts';
import { recordRowsOf, recordsXml } from './records.ts';
import { competitorXml, rowOf, type Scope } from './result.ts';
import { unitOf, unitXml } from './schedule.ts';
import { childOf, childrenOf, type XmlNode } from './xml-node.ts';
import { element, mandatory, optional } from './xml-text.ts';

/** Types whose rows stand as their parts are declared: the element of a row, and its attribute for the key. */
export const DECLARED_ELEMENTS = {
  BRACKETS: ['BracketItem', 'Unit'],
  PLAY_BY_PLAY: ['Action', 'Id'],
  CURRENT: ['Current', 'Code'],
  PROJECTION: ['Projection', 'Code'],
  COMMUNICATION: ['Communication', 'Id'],
  CONDITIONS: ['Weather', 'Id'],
} as const satisfies Readonly<Partial<Record<DocumentType, readonly [name: string, key: string]>>>;

const declaredAs = (type: DocumentType): readonly [name: string, key: string] | undefined =>
  (DECLARED_ELEMENTS as Partial<Record<DocumentType, readonly [string, string]>>)[type];

/** Everything but Result elements, which are put together from bytes. */
export function bodyXml(document: Document): string {
  const { header, rows } = document;
  if (isOfType(document, 'SCHEDULE')) return document.rows.map(unitXml).join('');
  if (isOfType(document, 'RECORDS')) return recordsXml([...document.rows]);
  if (isOfType(document, 'MEDALS'))
    return standingsXml(withDerived(header, rows) as Parameters<typeof standingsXml>[0], header.info);
  if (isOfType(document, 'PARTICIPANTS'))
    return document.rows.map((row, index) => participantXml(header, index + 1, row)).join('');
  const form = declaredAs(header.type);
  if (form === undefined) return '';
  const { parts } = rowsOf(header.type);
  return rows.map((row, index) => declaredRowXml(form, row, index + 1, parts)).join('');
}

function declaredRowXml(
  [name, key]: readonly [string, string],
  row: Row,
  order: number,
  parts: readonly PartName[],
): string {
  let attributes = mandatory(key, row.key) + mandatory('Order', order);
  let children = '';
  for (const part of parts) {
    if (part === 'identity') {
      attributes += optional('StartSortOrder', row.identity!.startOrder);
      children += competitorXml(row.key, row.identity!);
    } else {
      const xml = declaredXml(partShape(part), row[part]!);
      attributes += xml.attributes;
      children += xml.children;
    }
  }
  return element(name, attributes, children);
}

/** The rows of the body with their order. */
export function rowsIn(type: DocumentType, competition: XmlNode, scope: Scope): readonly Row[] {
  const form = declaredAs(type);
  if (form !== undefined) {
    const { parts } = rowsOf(type);
    return childrenOf(competition, form[0]).map((node) => declaredRowOf(form[1], node, parts));
  }
  if (type === 'SCHEDULE') return childrenOf(competition, 'Unit').map(unitOf);
  if (type === 'RECORDS') return childrenOf(competition, 'Record').flatMap(recordRowsOf);
  if (type === 'MEDALS') return childrenOf(competition, 'MedalStandings').flatMap(medalTableRows);
  const ordered = competition.children.flatMap((node): (readonly [number, Row])[] => {
    if (node.name === 'Result') return [[Number(node.attributes.SortOrder), rowOf(node, scope.sport)]];
    if (node.name === 'Participant' || node.name === 'Team') return [participantOf(node)];
    return node.name === 'Medal' ? medalRowsOf(node) : [];
  });
  ordered.sort(([one], [other]) => one - other);
  return ordered.map(([, row]) => row);
}

function declaredRowOf(key: string, node: XmlNode, parts: readonly PartName[]): Row {
  const row: Record<string, unknown> = { key: node.attributes[key] ?? '' };
  for (const part of parts)
    row[part] = part === 'identity' ? identityIn(node) : declaredOf(partShape(part), node);
  return row as unknown as Row;
}

function identityIn(node: XmlNode): Identity {
  const competitor = childOf(node, 'Competitor') ?? { name: '', attributes: {}, children: [] };
  const entries = childrenOf(competitor, RESULT_ENTRY.name);
  return identityOf(competitor, RESULT_ENTRY, entries, node.attributes.StartSortOrder);
}
