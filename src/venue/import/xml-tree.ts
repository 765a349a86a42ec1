/**
 * Exchange files as a tree of elements. Entities are never expanded beyond XML's own five and
 * character references, a DOCTYPE is refused, and size and depth are bounded.
 */
import { readFileSync, statSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { ImportError } from './import-error.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text of the element itself, trimmed. */
  readonly text: string;
}

export interface XmlFormat {
  /** For codes: `LENEX` gives `LENEX_TOO_LARGE`, `LENEX_DOCTYPE`, `LENEX_MALFORMED`. */
  readonly name: string;
  /** The DOCTYPE that every file of the format carries by habit. It is skipped, and nothing it points to is read. */
  readonly habitualDoctype?: RegExp;
}

/** A world championship with all splits has 2 MB. */
export const IMPORT_LIMITS = { bytes: 64 * 1024 * 1024, depth: 40 };

/** The file's bytes; a file beyond the bound is refused before it is read. Throws what the file system throws. */
export function readBounded(path: string, format: XmlFormat): Uint8Array {
  refuseTooLarge(statSync(path).size, format);
  return readFileSync(path);
}

export function parseXml(file: Uint8Array | string, format: XmlFormat): XmlElement {
  const text = withoutHabit(textOf(file, format), format);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    throw new ImportError(`${format.name}_DOCTYPE`, 'the file has a DOCTYPE, which is never read: remove it');
  }
  const [root] = elementsOf(parsed(text, format), format);
  if (root === undefined) throw malformed(format, 'there is no element in it');
  return root;
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

function withoutHabit(text: string, { habitualDoctype }: XmlFormat): string {
  return habitualDoctype === undefined ? text : text.replace(habitualDoctype, '');
}

function refuseTooLarge(bytes: number, format: XmlFormat): void {
  if (bytes <= IMPORT_LIMITS.bytes) return;
  const limit = IMPORT_LIMITS.bytes / 1024 / 1024;
  throw new ImportError(`${format.name}_TOO_LARGE`, `the file is larger than ${limit} MB`);
}

const ENCODING = /^(?:\uFEFF)?<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;

function textOf(file: Uint8Array | string, format: XmlFormat): string {
  refuseTooLarge(file.length, format);
  if (typeof file === 'string') return file;
  if (file[0] === 0x50 && file[1] === 0x4b) {
    throw new ImportError(
      `${format.name}_ZIPPED`,
      'the file is a ZIP archive: unzip it and import the file inside',
    );
  }
  return decoded(file, format);
}

function decoded(file: Uint8Array, format: XmlFormat): string {
  const head = new TextDecoder('latin1').decode(file.subarray(0, 300));
  const encoding = ENCODING.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(encoding).decode(file);
  } catch {
    throw new ImportError(`${format.name}_ENCODING`, `the encoding "${encoding}" is not known`);
  }
}

const malformed = (format: XmlFormat, why: string): ImportError =>
  new ImportError(`${format.name}_MALFORMED`, `the file is not well-formed XML: ${why}`);

type RawNode = Record<string, unknown>;

const ATTRIBUTES = ':@';
const TEXT = '#text';

function parsed(text: string, format: XmlFormat): RawNode[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    removeNSPrefix: true,
    maxNestedTags: IMPORT_LIMITS.depth,
  });
  try {
    return parser.parse(text, true) as RawNode[];
  } catch (error) {
    throw malformed(format, firstLine(error));
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!;

function elementsOf(nodes: readonly RawNode[], format: XmlFormat, depth = 0): XmlElement[] {
  if (depth > IMPORT_LIMITS.depth)
    throw malformed(format, `elements are nested deeper than ${IMPORT_LIMITS.depth}`);
  const elements: XmlElement[] = [];
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
    if (name === undefined || name === TEXT) continue;
    const content = node[name] as RawNode[];
    elements.push({
      name,
      attributes: attributesOf(node[ATTRIBUTES] as Record<string, string> | undefined),
      children: elementsOf(content, format, depth + 1),
      text: textIn(content),
    });
  }
  return elements;
}

function attributesOf(raw: Record<string, string> | undefined): Readonly<Record<string, string>> {
  if (raw === undefined) return NO_ATTRIBUTES;
  const attributes: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(raw)) attributes[name] = unescaped(String(value)).trim();
  return attributes;
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(Object.create(null));

const textIn = (content: readonly RawNode[]): string =>
  content
    .map((node) => (node[TEXT] === undefined ? '' : unescaped(String(node[TEXT]))))
    .join('')
    .trim();

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
