/** Every version of both competitions goes through every format, whole and as deltas, and is valid there. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/encode/csv.ts';
import { decodeDocument, decodeFrame } from '../../src/encode/decode.ts';
import { encoderOf, FORMATS } from '../../src/encode/format.ts';
import { channelOf, type Document } from '../../src/model/document.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { xmllintComplaints } from '../support/xmllint.ts';
import { drawnEvent, runningMatch, wholeEvent, wholeSeries } from './feeds.ts';
import { Standings } from './standings.ts';

const versions = [wholeEvent, drawnEvent, runningMatch, wholeSeries].flatMap(
  (feed) => new Standings(feed().facts).versions,
);
const documents = versions.map(({ document }) => document);
const newest = new Map(
  documents.map((document): [string, Document] => [channelOf(document.header), document]),
);

test('all documents of contests and series are among them', () => {
  const types = new Set(documents.map(({ header }) => header.type));
  for (const type of [
    'RESULT',
    'POOL_STANDING',
    'CUMULATIVE_RESULT',
    'BRACKETS',
    'PLAY_BY_PLAY',
    'CURRENT',
    'RANKING',
    'MEDALLISTS',
  ])
    expect(types, type).toContain(type);
});

describe.each(FORMATS)('%s', (format) => {
  const encoder = encoderOf(format);

  test('each version decodes to the same content and hash', () => {
    for (const document of documents) {
      const { header, rows } = decodeDocument(format, encoder.whole(document));
      expect(new ContentHash(header, rows).text, channelOf(document.header)).toBe(document.hash);
    }
  });
});

describe.each(['json', 'protobuf'] as const)('deltas as %s', (format) => {
  test('lead a screen from the first version to the last', () => {
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
  });
});

test('the XML is valid by the XSD, the JSON by its schema, and CSV has a line for each row', () => {
  expect(
    xmllintComplaints([...newest.values()].map((each) => Buffer.from(encoderOf('odf').whole(each)))),
  ).toBe('');
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
});
