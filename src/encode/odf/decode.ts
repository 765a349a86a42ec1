import type { Document } from '../../model/document.ts';
import type { Row } from '../../model/row.ts';
import { DecodeError } from '../decode-error.ts';
import { headOf } from './header.ts';
import { withListing } from './listing.ts';
import { medalRowsOf } from './medallists.ts';
import { participantOf } from './participants.ts';
import { rowOf, scopeOf } from './result.ts';
import { childOf, parseXml, type XmlNode } from './xml-node.ts';

/** A frame of the stream: a line with the position, then the XML. */
export function decodeOdfFrame(text: string): Document {
  const end = text.indexOf('\n');
  if (end < 0) throw new DecodeError('an ODF frame is a line of JSON and an XML document');
  return decodeOdfDocument(text.slice(end + 1));
}

export function decodeOdfDocument(text: string): Document {
  const body = parseXml(text);
  const head = body.name === 'OdfBody' ? headOf(body) : null;
  const competition = childOf(body, 'Competition');
  if (head === null || competition === undefined) throw new DecodeError('not an OdfBody of this product');
  const { numbering, header } = head;
  const { sport } = scopeOf(header.unit);
  const ordered = competition.children.flatMap((node): (readonly [number, Row])[] => {
    if (node.name === 'Result') return [[orderOf(node), rowOf(node, sport)]];
    if (node.name === 'Participant' || node.name === 'Team') return [participantOf(node)];
    return node.name === 'Medal' ? medalRowsOf(node) : [];
  });
  ordered.sort(([one], [other]) => one - other);
  const info = withListing(header.info, competition);
  return { ...numbering, header: { ...header, info }, rows: ordered.map(([, row]) => row) };
}

const orderOf = (node: XmlNode): number => Number(node.attributes.SortOrder);
