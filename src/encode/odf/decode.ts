import type { Document } from '../../model/document.ts';
import { DecodeError } from '../decode-error.ts';
import { rowsIn } from './body.ts';
import { headOf } from './header.ts';
import { scopeOf } from './result.ts';
import { childOf, parseXml } from './xml-node.ts';

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
  return { ...numbering, header, rows: rowsIn(header.type, competition, scopeOf(header.unit)) };
}
