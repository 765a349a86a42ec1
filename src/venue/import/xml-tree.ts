/** One element of an exchange file with all that is in it. Entities are never expanded beyond XML's own five and character references. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { IMPORT_LIMITS } from './file-text.ts';

export interface XmlElement {
  readonly name: string;
  /** The line of the file in which it begins. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text of the element itself, trimmed. */
  readonly text: string;
}

export const children = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((each) => each.name === name);

/** The elements at the end of a path: `at(meet, 'CLUBS', 'CLUB')`. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = element === undefined ? [] : [element];
  for (const name of path) found = found.flatMap((each) => children(each, name));
  return found;
}

/** What is wrong with a piece of XML, and in which of its lines. */
export class XmlFault extends Error {
  readonly line: number;
  readonly kind: 'MALFORMED' | 'TOO_LARGE';

  constructor(why: string, line: number, kind: XmlFault['kind'] = 'MALFORMED') {
    super(why);
    this.line = line;
    this.kind = kind;
  }
}

type RawNode = Record<string | symbol, unknown>;

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';
const PLACE = XMLParser.getMetaDataSymbol() as symbol;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  removeNSPrefix: true,
  ignorePiTags: true,
  captureMetaData: true,
  cdataPropName: CDATA,
  maxNestedTags: IMPORT_LIMITS.depth,
});

/** The text of one element, which begins in `line` of its file. Throws an XmlFault. */
export function parseElement(text: string, line: number): XmlElement {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new XmlFault(valid.err.msg, line + valid.err.line - 1);
  try {
    const [root] = parser.parse(text) as RawNode[];
    return elementOf(root!, new LineCounter(text, line));
  } catch (error) {
    throw new XmlFault(String((error as Error).message).split('\n')[0]!, line);
  }
}

/** Lines of a text at places that are asked for from first to last. */
class LineCounter {
  readonly #text: string;
  #line: number;
  #counted = 0;

  constructor(text: string, line: number) {
    this.#text = text;
    this.#line = line;
  }

  at(index: number): number {
    for (let end = this.#next(); end >= 0 && end < index; end = this.#next()) {
      this.#line += 1;
      this.#counted = end + 1;
    }
    return this.#line;
  }

  #next(): number {
    return this.#text.indexOf('\n', this.#counted);
  }
}

const nameOf = (node: RawNode): string => Object.keys(node).find((key) => key !== ATTRIBUTES)!;

function elementOf(node: RawNode, lines: LineCounter): XmlElement {
  const name = nameOf(node);
  const content = node[name] as readonly RawNode[];
  const { startIndex } = node[PLACE] as { startIndex: number };
  return {
    name,
    line: lines.at(startIndex),
    attributes: attributesOf(node[ATTRIBUTES] as Record<string, string> | undefined),
    children: content
      .filter((each) => !(TEXT in each) && !(CDATA in each))
      .map((each) => elementOf(each, lines)),
    text: content.map(textIn).join('').trim(),
  };
}

function attributesOf(raw: Record<string, string> | undefined): Readonly<Record<string, string>> {
  if (raw === undefined) return NO_ATTRIBUTES;
  const attributes: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(raw)) attributes[name] = unescaped(String(value)).trim();
  return attributes;
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(Object.create(null));

function textIn(node: RawNode): string {
  if (TEXT in node) return unescaped(String(node[TEXT]));
  return CDATA in node ? (node[CDATA] as readonly RawNode[]).map((each) => String(each[TEXT])).join('') : '';
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and character references; anything else stays as it is. One pass: nothing expands twice. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole, name, dec, hex) => {
      if (name !== undefined) return PREDEFINED[name.toLowerCase()] ?? whole;
      const point = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      return isCharacter(point) ? String.fromCodePoint(point) : '';
    },
  );
}

/** XML 1.0, production 2 (Char). */
const isCharacter = (point: number): boolean =>
  point === 9 ||
  point === 10 ||
  point === 13 ||
  (point >= 32 && point <= 0xd7ff) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  (point >= 0x10000 && point <= 0x10ffff);
