import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encoderOf } from '../../src/encode/format.ts';
import { channelOf } from '../../src/model/document.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { arbitraryDocument } from '../support/arbitrary-document.ts';
import { arbitraryHistory } from '../support/arbitrary-history.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
formats.default(ajv);
ajv.addSchema(
  JSON.parse(readFileSync(new URL('../../schemas/documents.schema.json', import.meta.url), 'utf8')),
);

/** What the schema says against a value; empty when nothing. */
function complaints(reference: string, bytes: Uint8Array): string {
  const validate = ajv.getSchema(reference)!;
  return validate(JSON.parse(Buffer.from(bytes).toString())) ? '' : ajv.errorsText(validate.errors);
}

const FRAME = 'documents.schema.json';
const WHOLE = 'documents.schema.json#/$defs/document';
const json = encoderOf('json');

describe('documents.schema.json', () => {
  test('holds for every whole document and every document frame', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        expect(complaints(WHOLE, json.whole(document))).toBe('');
        expect(complaints(FRAME, json.frame(document))).toBe('');
      }),
      { seed: 31, numRuns: 200 },
    );
  });

  test('holds for every delta frame', () => {
    fc.assert(
      fc.property(arbitraryHistory, ([first, ...later]) => {
        const series = VersionedDocument.first(
          'k3f9',
          first!.header,
          first!.rows,
          '2024-06-09T20:53:11.104Z',
        );
        for (const { header, rows } of later) {
          const delta = series.publish(header, rows, '2024-06-09T20:53:12.000Z')?.delta;
          if (delta) expect(complaints(FRAME, json.deltaFrame(channelOf(header), 'k3f9', delta)!)).toBe('');
        }
      }),
      { seed: 32, numRuns: 100 },
    );
  });

  test.each<[string, object, object?]>([
    ['a part of a part', { rows: [{ competitor: '1', rankEqual: true }] }],
    ['an unknown field', { rows: [{ competitor: '1', place: 1 }] }],
    ['a hash that is none', { hash: 'xyz' }],
    ['two contents', {}, { document: {} }],
  ])('refuses a delta frame with %s', (_, wrong, beside: object = {}) => {
    const delta = {
      channel: 'C/RESULT',
      epoch: 'k3f9',
      base: 1,
      version: 2,
      hash: '0123456789abcdef',
      asOf: '2024-06-09T20:53:11.104Z',
      rows: [],
      removed: [],
    };
    expect(complaints(FRAME, Buffer.from(JSON.stringify({ delta })))).toBe('');
    expect(
      complaints(FRAME, Buffer.from(JSON.stringify({ delta: { ...delta, ...wrong }, ...beside }))),
    ).not.toBe('');
  });
});
