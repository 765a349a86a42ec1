import { XMLParser } from 'fast-xml-parser';
import { DecodeError } from '../decode-error.ts';

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

const ATTRIBUTES = ':@';
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  htmlEntities: true,
});

/** The root element. A DOCTYPE is refused unread: nothing we write has one. */
export function parseXml(text: string): XmlNode {
  if (text.includes('<!')) throw new DecodeError('XML with a DOCTYPE, comment or CDATA is not read');
  let nodes: unknown[];
  try {
    nodes = parser.parse(text, true);
  } catch (error) {
    throw new DecodeError('not XML', error);
  }
  const roots = nodes.map(nodeOf).filter((node) => node !== null);
  if (roots.length !== 1) throw new DecodeError('not one XML element');
  return roots[0]!;
}

function nodeOf(parsed: unknown): XmlNode | null {
  const fields = parsed as Record<string, unknown>;
  const name = Object.keys(fields).find((key) => key !== ATTRIBUTES && key !== '#text');
  if (name === undefined) return null;
  return {
    name,
    attributes: (fields[ATTRIBUTES] ?? {}) as Record<string, string>,
    children: (fields[name] as unknown[]).map(nodeOf).filter((node) => node !== null),
  };
}

export const childrenOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node === undefined ? [] : node.children.filter((child) => child.name === name);

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name);

/** The same object without fields that have no value. */
export function present<Part extends object>(part: Part): Part {
  const entries = Object.entries(part).filter(
    ([, value]) => value !== undefined && value !== '' && value !== false,
  );
  return Object.fromEntries(entries) as Part;
}

export const numberOf = (text: string | undefined): number | undefined =>
  text === undefined || text === '' ? undefined : Number(text);
