/** Versions through every format: what a screen, a graphic and a wire get of them is whole, valid, and leads from one to the next. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect } from 'vitest';
import { csvOf } from '../../src/encode/csv.ts';
import { decodeDocument, decodeFrame } from '../../src/encode/decode.ts';
import { encoderOf, FORMATS } from '../../src/encode/format.ts';
import { channelOf, type Document } from '../../src/model/document.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { type Version, VersionedDocument } from '../../src/versions/versioned.ts';
import { xmllintComplaints } from './xmllint.ts';

/** The last version of each channel. */
export const newestOf = (versions: readonly Version[]): Document[] => [
  ...new Map(
    versions.map(({ document }): [string, Document] => [channelOf(document.header), document]),
  ).values(),
];

export function expectSameContent(format: (typeof FORMATS)[number], documents: readonly Document[]): void {
  const encoder = encoderOf(format);
  for (const document of documents) {
    const { header, rows } = decodeDocument(format, encoder.whole(document));
    expect(new ContentHash(header, rows).text, channelOf(document.header)).toBe(document.hash);
  }
}

export function expectDeltasToLead(format: 'json' | 'protobuf', versions: readonly Version[]): void {
  const encoder = encoderOf(format);
  const held = new Map<string, VersionedDocument>();
  for (const { document, delta } of versions) {
    const channel = channelOf(document.header);
    if (delta === null) {
      held.set(channel, new VersionedDocument(document));
      continue;
    }
    const decoded = decodeFrame(format, encoder.deltaFrame(channel, document.epoch, delta)!);
    if (!('delta' in decoded)) throw new Error('not a delta');
    expect(held.get(channel)!.apply(decoded.delta), channel).toBe(true);
    expect(held.get(channel)!.current.hash).toBe(document.hash);
  }
}

/** XML by the XSD, JSON by its schema; CSV has a line for each row. */
export function expectValid(documents: readonly Document[]): void {
  expect(xmllintComplaints(documents.map((each) => Buffer.from(encoderOf('odf').whole(each))))).toBe('');
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  formats.default(ajv);
  ajv.addSchema(
    JSON.parse(readFileSync(new URL('../../schemas/documents.schema.json', import.meta.url), 'utf8')),
  );
  const validate = ajv.getSchema('documents.schema.json#/$defs/document')!;
  for (const document of documents) {
    const said = JSON.parse(Buffer.from(encoderOf('json').whole(document)).toString());
    expect(validate(said) ? '' : ajv.errorsText(validate.errors), channelOf(document.header)).toBe('');
    expect(csvOf(document).trimEnd().split('\r\n')).toHaveLength(document.rows.length + 1);
  }
}

/** All of it. */
export function expectEveryFormat(versions: readonly Version[]): void {
  const newest = newestOf(versions);
  for (const format of FORMATS) expectSameContent(format, newest);
  for (const format of ['json', 'protobuf'] as const) expectDeltasToLead(format, versions);
  expectValid(newest);
}
