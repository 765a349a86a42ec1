import { csvOf } from '../encode/csv.ts';
import { encoderOf } from '../encode/format.ts';
import type { Document } from '../model/document.ts';
import { ApiError } from './api-error.ts';

/** How a document is shown over HTTP; the suffix of its address. */
export type Suffix = 'json' | 'pb' | 'xml' | 'plain.xml' | 'csv';

export interface Representation {
  readonly suffix: Suffix;
  readonly contentType: string;
  /** Media types that ask for it. */
  readonly accepts: readonly string[];
  write(document: Document): Uint8Array;
}

const REPRESENTATIONS: readonly Representation[] = [
  {
    suffix: 'json',
    contentType: 'application/json; charset=utf-8',
    accepts: ['application/json', 'application/*', '*/*'],
    write: (document) => encoderOf('json').whole(document),
  },
  {
    suffix: 'pb',
    contentType: 'application/x-protobuf',
    accepts: ['application/x-protobuf', 'application/protobuf', 'application/vnd.google.protobuf'],
    write: (document) => encoderOf('protobuf').whole(document),
  },
  {
    suffix: 'xml',
    contentType: 'application/xml; charset=utf-8',
    accepts: ['application/xml', 'text/xml', 'text/*'],
    write: (document) => encoderOf('odf').whole(document),
  },
  {
    suffix: 'csv',
    contentType: 'text/csv; charset=utf-8',
    accepts: ['text/csv'],
    write: (document) => Buffer.from(csvOf(document)),
  },
];

/** XML without what is ours: asked for with `extras=no`. */
const PLAIN_XML: Representation = {
  suffix: 'plain.xml',
  contentType: 'application/xml; charset=utf-8',
  accepts: [],
  write: (document) => encoderOf('odf-plain').whole(document),
};

const JSON_REPRESENTATION = REPRESENTATIONS[0]!;

/** `.../RESULT.xml` -> the address without the suffix, and what the suffix asks for. */
export function splitSuffix(path: string): { address: string; representation: Representation | null } {
  for (const representation of REPRESENTATIONS) {
    const ending = `.${representation.suffix}`;
    if (path.endsWith(ending)) return { address: path.slice(0, -ending.length), representation };
  }
  return { address: path, representation: null };
}

/** With or without our extras, which only the XML has. Throws BAD_EXTRAS. */
export function withExtras(representation: Representation, extras: string | undefined): Representation {
  if (extras === undefined || extras === 'yes') return representation;
  if (extras === 'no' && representation.suffix === 'xml') return PLAIN_XML;
  throw new ApiError(400, 'BAD_EXTRAS', 'extras is yes or no, and no is for XML');
}

/** The most wanted representation of an `Accept` header (RFC 9110, 12.5.1). Throws NOT_ACCEPTABLE. */
export function accepted(accept: string | undefined): Representation {
  if (accept === undefined || accept.trim() === '') return JSON_REPRESENTATION;
  for (const wanted of byQuality(accept)) {
    const found = REPRESENTATIONS.find(({ accepts }) => accepts.includes(wanted));
    if (found !== undefined) return found;
  }
  throw new ApiError(406, 'NOT_ACCEPTABLE', 'ask for JSON, protobuf, XML or CSV, or use .json .pb .xml .csv');
}

function byQuality(accept: string): string[] {
  return accept
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ type }) => type);
}

const written = new WeakMap<Document, Map<Suffix, Uint8Array>>();

/** The bytes of a version, made once per representation. */
export function bytesOf(document: Document, representation: Representation): Uint8Array {
  let bySuffix = written.get(document);
  if (bySuffix === undefined) {
    bySuffix = new Map();
    written.set(document, bySuffix);
  }
  let bytes = bySuffix.get(representation.suffix);
  if (bytes === undefined) {
    bytes = representation.write(document);
    bySuffix.set(representation.suffix, bytes);
  }
  return bytes;
}

/** Weak, because the hash covers the content and not the number of the version. */
export const etagOf = (document: Document, { suffix }: Representation): string =>
  `W/"${document.hash}.${suffix}"`;

export function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => bare(tag) === '*' || bare(tag) === bare(etag));
}
