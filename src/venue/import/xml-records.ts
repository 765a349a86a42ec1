/**
 * An exchange file read as a stream of its records: the elements that a format names are handed over one by one, whole,
 * with those around them, and forgotten. fast-xml-parser reads each; here is only where one begins and ends, so that a file
 * of any length costs the memory of its largest record. A DOCTYPE is refused, and size and depth are bounded.
 */
import { IMPORT_LIMITS, type ImportFile, textOf } from './file-text.ts';
import { ImportError } from './import-error.ts';
import { parseElement, type XmlElement, XmlFault } from './xml-tree.ts';

export interface XmlFormat {
  /** For codes: `LENEX` gives `NOT_LENEX`, `LENEX_DOCTYPE`, `LENEX_MALFORMED` and those of `textOf`. */
  readonly name: string;
  /** The root elements that the format has. */
  readonly roots: readonly string[];
  /** Elements that are records. */
  readonly records: ReadonlySet<string>;
  /** The DOCTYPE that every file of the format carries by habit. It is skipped, and nothing it points to is read. */
  readonly habitualDoctype?: RegExp;
}

export interface XmlRecord {
  readonly element: XmlElement;
  /** The elements around it from the root on, without what is in them; the same object for all records in one. */
  readonly within: readonly XmlElement[];
}

/** One athlete with all results has some kilobytes, an event with all rankings of a large meet less than one megabyte. */
const RECORD_MAX = 4 * 1024 * 1024;

/** Throws an ImportError; see `XmlFormat.name`. */
export function* xmlRecords(file: ImportFile, format: XmlFormat): Generator<XmlRecord> {
  const reader = new RecordReader(new Reach(textOf(file, format.name)), format);
  try {
    yield* reader.records();
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const { kind, line, message } = error;
    const what = kind === 'MALFORMED' ? 'the file is not well-formed XML: ' : '';
    throw new ImportError(`${format.name}_${kind}`, `${what}line ${line}: ${message}`);
  }
}

/** The part of a text that is in reach, by places in the whole of it. */
class Reach {
  readonly #blocks: Iterator<string>;
  #text = '';
  /** Place of the first character in reach. */
  #begin = 0;
  #line = 1;
  #counted = 0;

  constructor(blocks: Iterator<string>) {
    this.#blocks = blocks;
  }

  /** Where `text` is next, from a place on; -1 when it does not come any more. What is before `keep` is forgotten. */
  find(text: string, from: number, keep: number): number {
    let start = from;
    for (;;) {
      const found = this.#text.indexOf(text, start - this.#begin);
      if (found >= 0) return found + this.#begin;
      start = Math.max(from, this.#end - text.length + 1);
      if (!this.#more(keep)) return -1;
    }
  }

  /** The end of a tag that begins at `from`: its `>`, which quotes may hold, too. */
  endOfTag(from: number, keep: number): number {
    let quote = 0;
    for (let at = from; ; at += 1) {
      if (at >= this.#end && !this.#more(keep)) return -1;
      const code = this.#text.charCodeAt(at - this.#begin);
      if (quote !== 0) quote = code === quote ? 0 : quote;
      else if (code === GREATER) return at;
      else if (code === DOUBLE || code === SINGLE) quote = code;
    }
  }

  slice(from: number, to: number): string {
    return this.#text.slice(from - this.#begin, to - this.#begin);
  }

  /** At most `length` characters, reading on where needed. */
  peek(from: number, length: number, keep: number): string {
    while (this.#end < from + length && this.#more(keep));
    return this.slice(from, from + length);
  }

  /** Places are asked for from first to last. */
  lineAt(place: number): number {
    for (;;) {
      const next = this.#text.indexOf('\n', this.#counted - this.#begin) + this.#begin;
      if (next < this.#counted || next >= place) break;
      this.#line += 1;
      this.#counted = next + 1;
    }
    return this.#line;
  }

  get end(): number {
    return this.#end;
  }

  get #end(): number {
    return this.#begin + this.#text.length;
  }

  #more(keep: number): boolean {
    const next = this.#blocks.next();
    if (next.done === true) return false;
    this.lineAt(keep);
    this.#counted = Math.max(this.#counted, keep);
    this.#text = this.slice(keep, this.#end) + next.value;
    this.#begin = keep;
    if (this.#text.length > RECORD_MAX + next.value.length)
      throw new XmlFault('one element is larger than any of the format', this.#line, 'TOO_LARGE');
    return true;
  }
}

const GREATER = 0x3e;
const DOUBLE = 0x22;
const SINGLE = 0x27;

/** What an end of a comment and the like looks like, by its beginning. */
const ASIDES: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

class RecordReader {
  readonly #text: Reach;
  readonly #format: XmlFormat;
  readonly #open: XmlElement[] = [];
  #rootSeen = false;
  #doctypes = 0;

  constructor(text: Reach, format: XmlFormat) {
    this.#text = text;
    this.#format = format;
  }

  *records(): Generator<XmlRecord> {
    for (let at = 0; ; ) {
      const begin = this.#text.find('<', at, at);
      this.#refuseStrayText(at, begin < 0 ? this.#text.end : begin);
      if (begin < 0) break;
      const end = this.#endOf(begin, begin);
      const head = this.#text.peek(begin, 2, begin);
      if (head === '</') this.#close(begin, end);
      else if (head !== '<!' && head !== '<?') {
        const name = this.#nameAt(begin, end);
        if (this.#format.records.has(localName(name)) && this.#rootSeen) {
          const line = this.#text.lineAt(begin);
          at = this.#recordEnd(begin, end);
          yield { element: parseElement(this.#text.slice(begin, at), line), within: [...this.#open] };
          continue;
        }
        this.#enter(name, begin, end);
      }
      at = end;
    }
    if (!this.#rootSeen) throw this.#fault('there is no element in it', 0);
    const left = this.#open.at(-1);
    if (left !== undefined) throw new XmlFault(`${left.name} is not closed`, left.line);
  }

  #fault(why: string, at: number): XmlFault {
    return new XmlFault(why, this.#text.lineAt(at));
  }

  /** Only elements hold text, and a file holds one. */
  #refuseStrayText(from: number, to: number): void {
    if (this.#open.length > 0) return;
    if (/[^\s\uFEFF]/.test(this.#text.slice(from, to)))
      throw this.#fault('there is text outside of its element', from);
  }

  /** The place behind a tag, a comment or an instruction. What is not closed by the end of the file is a fault. */
  #endOf(begin: number, keep: number): number {
    const head = this.#text.peek(begin, 9, keep);
    const aside = ASIDES.find(([start]) => head.startsWith(start));
    if (aside === undefined && head.startsWith('<!')) return this.#doctype(begin);
    const end = aside === undefined ? this.#text.endOfTag(begin, keep) : this.#asideEnd(begin, keep, aside);
    if (end < 0) throw this.#fault('it is cut off', begin);
    return end + (aside?.[1].length ?? 1);
  }

  #asideEnd(begin: number, keep: number, [start, end]: readonly [string, string]): number {
    return this.#text.find(end, begin + start.length, keep);
  }

  /** Throws unless it is the one that the format has by habit. */
  #doctype(begin: number): number {
    const end = this.#text.endOfTag(begin, begin);
    const text = this.#text.slice(begin, end + 1);
    this.#doctypes += 1;
    const habit = this.#format.habitualDoctype?.exec(text);
    if (this.#rootSeen || this.#doctypes > 1 || habit?.[0] !== text) {
      throw new ImportError(
        `${this.#format.name}_DOCTYPE`,
        `line ${this.#text.lineAt(begin)}: the file has a DOCTYPE, which is never read: remove it`,
      );
    }
    return end + 1;
  }

  #nameAt(begin: number, end: number): string {
    return /^<\/?([^\s/>]*)/.exec(this.#text.slice(begin, end))![1]!;
  }

  #enter(name: string, begin: number, end: number): void {
    const line = this.#text.lineAt(begin);
    const tag = this.#text.slice(begin, end);
    const empty = tag.endsWith('/>');
    const element = parseElement(empty ? tag : `${tag.slice(0, -1)}/>`, line);
    if (this.#open.length === 0) this.#begin(element, line);
    if (this.#open.length >= IMPORT_LIMITS.depth)
      throw new XmlFault(`elements are nested deeper than ${IMPORT_LIMITS.depth}`, line);
    if (!empty) this.#open.push({ ...element, name: localName(name) });
  }

  #begin(root: XmlElement, line: number): void {
    if (this.#rootSeen) throw new XmlFault('there is a second root element', line);
    this.#rootSeen = true;
    const { name, roots } = this.#format;
    if (!roots.includes(root.name))
      throw new ImportError(
        `NOT_${name}`,
        `the file is no ${name} file that can be read: its root is ${root.name}, not ${roots.join(' or ')}`,
      );
  }

  #close(begin: number, end: number): void {
    const name = localName(this.#nameAt(begin, end));
    const open = this.#open.pop();
    if (open?.name !== name)
      throw this.#fault(`</${name}> closes ${open === undefined ? 'nothing' : open.name}`, begin);
  }

  /** The place behind the element whose first tag is given. */
  #recordEnd(begin: number, firstEnd: number): number {
    let depth = 0;
    for (let at = begin, end = firstEnd; ; ) {
      const head = this.#text.peek(at, 2, begin);
      if (head === '</') depth -= 1;
      else if (head !== '<!' && head !== '<?' && this.#text.slice(end - 2, end) !== '/>') depth += 1;
      if (depth + this.#open.length > IMPORT_LIMITS.depth)
        throw this.#fault(`elements are nested deeper than ${IMPORT_LIMITS.depth}`, begin);
      if (depth === 0) return end;
      at = this.#text.find('<', end, begin);
      if (at < 0) throw this.#fault('it is cut off', begin);
      end = this.#endOf(at, begin);
    }
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
